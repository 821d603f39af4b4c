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
import { tenantActions } from '@/lib/client/tenant-actions';
import { useActionForm } from '@/lib/client/use-action-form';
import { tenantFormSchema } from '@/lib/schemas/tenant';

export interface CreateTenantDialogProps {
  project: string;
  /** What links keep: environment and scope. */
  query: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function CreateTenantForm({ project, query }: Pick<CreateTenantDialogProps, 'project' | 'query'>) {
  const t = useTranslations('tenants.create');
  const router = useRouter();
  const values: z.input<typeof tenantFormSchema> = { key: '', name: '' };
  const { form, submit, isBusy } = useActionForm(tenantFormSchema, values, tenantActions(project).create, ({ key }) =>
    router.push(`/p/${project}/tenants/${encodeURIComponent(key)}${query}`),
  );
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        <TextField name="name" label={t('name')} autoComplete="off" />
        <TextField name="key" label={t('key')} description={t('keyHint')} autoComplete="off" className="font-mono" />
        <DialogFooter>
          <Button type="submit" disabled={isBusy}>
            {t('submit')}
          </Button>
        </DialogFooter>
      </form>
    </Form>
  );
}

/** Makes a tenant and opens its page. */
export function CreateTenantDialog({ open, onOpenChange, ...rest }: CreateTenantDialogProps) {
  const t = useTranslations('tenants.create');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-w-md">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        {open && <CreateTenantForm {...rest} />}
      </DialogContent>
    </Dialog>
  );
}
