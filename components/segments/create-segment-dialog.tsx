'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { FormAlert } from '@/components/shared/form-alert';
import { TextField } from '@/components/shared/text-field';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { segmentActions } from '@/lib/client/segment-actions';
import { useActionForm } from '@/lib/client/use-action-form';
import { segmentCreateSchema } from '@/lib/schemas/segment';

function CreateSegmentForm({ project }: { project: string }) {
  const t = useTranslations('segments.create');
  const router = useRouter();
  const values: z.input<typeof segmentCreateSchema> = { name: '', key: '', description: '' };
  const { form, submit, isBusy } = useActionForm(
    segmentCreateSchema,
    values,
    segmentActions(project).create,
    ({ key }) => router.push(`/p/${project}/segments/${encodeURIComponent(key)}`),
  );
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        <TextField name="name" label={t('name')} autoComplete="off" />
        <TextField name="key" label={t('key')} description={t('keyHint')} autoComplete="off" className="font-mono" />
        <TextField name="description" label={t('descriptionLabel')} autoComplete="off" />
        <DialogFooter>
          <Button type="submit" disabled={isBusy}>
            {t('submit')}
          </Button>
        </DialogFooter>
      </form>
    </Form>
  );
}

export interface CreateSegmentDialogProps {
  project: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Makes a segment, empty in every environment, and opens its page. */
export function CreateSegmentDialog({ project, open, onOpenChange }: CreateSegmentDialogProps) {
  const t = useTranslations('segments.create');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-w-md">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        {open && <CreateSegmentForm project={project} />}
      </DialogContent>
    </Dialog>
  );
}
