'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormAlert } from '@/components/shared/form-alert';
import { TextField } from '@/components/shared/text-field';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { segmentActions } from '@/lib/client/segment-actions';
import { useActionForm } from '@/lib/client/use-action-form';
import { segmentNamesSchema } from '@/lib/schemas/segment';
import type { SegmentPlace } from './segment-types';

function RenameForm({ project, segment, environment, onClose }: SegmentPlace & { onClose: () => void }) {
  const t = useTranslations('segments.create');
  const router = useRouter();
  const { key, name, description, content } = segment;
  const { form, submit } = useActionForm(
    segmentNamesSchema,
    { name, description },
    (names) =>
      segmentActions(project).updateContent({
        ...names,
        key,
        environment: environment.key,
        version: content.version,
        operator: content.operator,
        conditions: content.conditions,
      }),
    () => {
      onClose();
      router.refresh();
    },
  );
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        <TextField name="name" label={t('name')} autoComplete="off" />
        <TextField name="description" label={t('descriptionLabel')} autoComplete="off" />
        <DialogFooter>
          <Button type="submit" disabled={form.formState.isSubmitting}>
            {t('save')}
          </Button>
        </DialogFooter>
      </form>
    </Form>
  );
}

/** The segment's name and description, the same in every environment. */
export function RenameDialog({ open, onClose, ...place }: SegmentPlace & { open: boolean; onClose: () => void }) {
  const t = useTranslations('segments.page');
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent className="max-w-md">
        <DialogHeader>
          <DialogTitle>{t('rename')}</DialogTitle>
        </DialogHeader>
        {open && <RenameForm {...place} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  );
}
