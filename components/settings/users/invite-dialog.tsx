'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { z } from 'zod';
import { FormAlert } from '@/components/shared/form-alert';
import { TextField } from '@/components/shared/text-field';
import { useActionForm } from '@/lib/client/use-action-form';
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
import { userActions } from '@/lib/client/user-actions';
import { userCreateSchema } from '@/lib/schemas/user';
import type { RoleView } from '@/lib/services/roles/types';
import type { CreatedUserView } from '@/lib/services/users/types';
import { SecretOnce } from '../secret-once';
import { RoleFields } from './role-fields';

export interface InviteDialogProps {
  roles: readonly RoleView[];
  projects: readonly { key: string; name: string }[];
  open: boolean;
  onClose: () => void;
}

function InviteForm({
  roles,
  projects,
  onCreated,
}: Pick<InviteDialogProps, 'roles' | 'projects'> & { onCreated: (user: CreatedUserView) => void }) {
  const t = useTranslations('settings.user');
  const values: z.input<typeof userCreateSchema> = { email: '', name: '', role: 'viewer', project: undefined };
  const { form, submit, isBusy } = useActionForm(
    userCreateSchema,
    values,
    async (input) => {
      const result = await userActions.create(input);
      if (result.ok) onCreated(result.data);
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
        <RoleFields roles={roles} projects={projects} />
        <DialogFooter>
          <Button type="submit" disabled={isBusy}>
            {t('invite')}
          </Button>
        </DialogFooter>
      </form>
    </Form>
  );
}

/** Makes a user and shows the link by which they choose a password, this once. */
export function InviteDialog({ open, onClose, ...rest }: InviteDialogProps) {
  const t = useTranslations('settings.user');
  const router = useRouter();
  const [created, setCreated] = useState<CreatedUserView | null>(null);
  const close = (): void => {
    setCreated(null);
    onClose();
    router.refresh();
  };
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()}>
      <DialogContent className="max-w-lg" isHeld={created?.inviteUrl != null}>
        <DialogHeader>
          <DialogTitle>{t(created ? 'invited' : 'inviteTitle')}</DialogTitle>
          <DialogDescription>{created ? created.email : t('inviteHint')}</DialogDescription>
        </DialogHeader>
        {created?.inviteUrl ? (
          <div className="grid gap-4">
            <SecretOnce value={created.inviteUrl} label={t('link')} hint={t('inviteOnce')} />
            <DialogFooter>
              <Button onClick={close}>{t('close')}</Button>
            </DialogFooter>
          </div>
        ) : (
          open && <InviteForm {...rest} onCreated={setCreated} />
        )}
      </DialogContent>
    </Dialog>
  );
}
