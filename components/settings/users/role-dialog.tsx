'use client';

import { Plus, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useFieldArray } from 'react-hook-form';
import { toast } from 'sonner';
import type { z } from 'zod';
import { FormAlert } from '@/components/shared/form-alert';
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
import { useActionForm } from '@/lib/client/use-action-form';
import { userActions } from '@/lib/client/user-actions';
import { userRoleSchema } from '@/lib/schemas/user';
import type { UserView } from '@/lib/services/users/types';
import { type RoleChoices, RoleFields } from './role-fields';

function RoleForm({ user, onDone, ...choices }: RoleChoices & { user: UserView; onDone: () => void }) {
  const t = useTranslations('settings.user');
  const held = user.assignments.map(({ role, project, environment }) => ({
    role,
    project: project ?? undefined,
    environment: environment ?? undefined,
  }));
  const values: z.input<typeof userRoleSchema> = { assignments: held.length > 0 ? held : [{ role: 'viewer' }] };
  const { form, submit, isBusy } = useActionForm(
    userRoleSchema,
    values,
    (input) => userActions.setRole({ ...input, id: user.id, version: user.version }),
    onDone,
  );
  const list = useFieldArray({ control: form.control, name: 'assignments' });
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        <ul className="grid gap-3">
          {list.fields.map(({ id }, index) => (
            <li key={id}>
              <fieldset className="relative grid rounded-md border p-3 pr-11">
                <legend className="sr-only">{t('roleNumber', { number: index + 1 })}</legend>
                <RoleFields {...choices} prefix={`assignments.${index}.`} />
                <Button
                  type="button"
                  variant="ghost"
                  size="icon-sm"
                  className="absolute top-2 right-2"
                  disabled={list.fields.length === 1}
                  aria-label={t('removeRole', { number: index + 1 })}
                  onClick={() => list.remove(index)}
                >
                  <X />
                </Button>
              </fieldset>
            </li>
          ))}
        </ul>
        <Button
          type="button"
          variant="outline"
          size="sm"
          className="w-fit"
          onClick={() => list.append({ role: 'viewer', project: choices.projects[0]?.key })}
        >
          <Plus />
          {t('addRole')}
        </Button>
        <DialogFooter>
          <Button type="submit" disabled={isBusy}>
            {t('saveRole')}
          </Button>
        </DialogFooter>
      </form>
    </Form>
  );
}

/** All roles of a user at once; their sessions end, so that the new ones count immediately. */
export function RoleDialog({ user, onClose, ...rest }: RoleChoices & { user: UserView | null; onClose: () => void }) {
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
