'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { z } from 'zod';
import { FormAlert } from '@/components/auth/form-alert';
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
import { userRoleSchema } from '@/lib/schemas/user';
import type { RoleView } from '@/lib/services/roles/types';
import type { UserView } from '@/lib/services/users/types';
import { RoleFields } from './role-fields';

interface Props {
  roles: readonly RoleView[];
  projects: readonly { key: string; name: string }[];
}

function RoleForm({ user, roles, projects, onDone }: Props & { user: UserView; onDone: () => void }) {
  const t = useTranslations('settings.user');
  const [first] = user.assignments;
  const values: z.input<typeof userRoleSchema> = {
    role: first?.role ?? 'viewer',
    project: first?.project ?? undefined,
  };
  const { form, submit, isBusy } = useActionForm(
    userRoleSchema,
    values,
    (input) => userActions.setRole({ ...input, id: user.id, version: user.version }),
    onDone,
  );
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        <RoleFields roles={roles} projects={projects} />
        <DialogFooter>
          <Button type="submit" disabled={isBusy}>
            {t('saveRole')}
          </Button>
        </DialogFooter>
      </form>
    </Form>
  );
}

/** Gives a user another role; their sessions end, so that it counts at once. */
export function RoleDialog({ user, onClose, ...rest }: Props & { user: UserView | null; onClose: () => void }) {
  const t = useTranslations('settings.user');
  const router = useRouter();
  const done = (): void => {
    toast.success(t('saved'));
    onClose();
    router.refresh();
  };
  return (
    <Dialog open={user !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-lg">
        <DialogHeader>
          <DialogTitle>{t('changeRole')}</DialogTitle>
          <DialogDescription>{user && t('changeRoleHint', { name: user.name })}</DialogDescription>
        </DialogHeader>
        {user && <RoleForm user={user} {...rest} onDone={done} />}
      </DialogContent>
    </Dialog>
  );
}
