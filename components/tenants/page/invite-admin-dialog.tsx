'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { z } from 'zod';
import { SecretOnce } from '@/components/settings/secret-once';
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
import { tenantAdminSchema } from '@/lib/schemas/tenant';
import type { InvitedTenantAdminView } from '@/lib/services/tenants/types';

export interface InviteAdminDialogProps {
  project: string;
  tenant: { key: string; name: string };
  open: boolean;
  onClose: () => void;
}

type FormProps = Pick<InviteAdminDialogProps, 'project' | 'tenant'> & {
  onInvited: (admin: InvitedTenantAdminView) => void;
};

function InviteForm({ project, tenant, onInvited }: FormProps) {
  const t = useTranslations('tenants.admin');
  const values: z.input<typeof tenantAdminSchema> = { email: '', name: '' };
  const { form, submit, isBusy } = useActionForm(
    tenantAdminSchema,
    values,
    async (input) => {
      const result = await tenantActions(project).invite({ ...input, tenant: tenant.key });
      if (result.ok) onInvited(result.data);
      return result;
    },
    () => undefined,
  );
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        <TextField name="email" type="email" label={t('email')} autoComplete="off" />
        <TextField name="name" label={t('name')} autoComplete="off" />
        <DialogFooter>
          <Button type="submit" disabled={isBusy}>
            {t('submit')}
          </Button>
        </DialogFooter>
      </form>
    </Form>
  );
}

/** Makes somebody a tenant's admin and shows their link, this once. */
export function InviteAdminDialog({ project, tenant, open, onClose }: InviteAdminDialogProps) {
  const t = useTranslations('tenants.admin');
  const router = useRouter();
  const [invited, setInvited] = useState<InvitedTenantAdminView | null>(null);
  const close = (): void => {
    setInvited(null);
    onClose();
    router.refresh();
  };
  const title = !invited ? 'inviteTitle' : invited.inviteUrl ? 'invitedTitle' : 'addedTitle';
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()}>
      <DialogContent className="max-w-lg" isHeld={invited?.inviteUrl != null}>
        <DialogHeader>
          <DialogTitle>{t(title, { name: tenant.name })}</DialogTitle>
          <DialogDescription>{invited ? invited.email : t('inviteHint')}</DialogDescription>
        </DialogHeader>
        {invited ? (
          <div className="grid gap-4">
            {invited.inviteUrl ? (
              <SecretOnce value={invited.inviteUrl} label={t('link')} hint={t('linkOnce')} />
            ) : (
              <p className="text-sm">{t('added', { email: invited.email })}</p>
            )}
            <DialogFooter>
              <Button onClick={close}>{t('close')}</Button>
            </DialogFooter>
          </div>
        ) : (
          open && <InviteForm project={project} tenant={tenant} onInvited={setInvited} />
        )}
      </DialogContent>
    </Dialog>
  );
}
