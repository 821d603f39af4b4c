'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { z } from 'zod';
import { FormAlert } from '@/components/shared/form-alert';
import { TextField } from '@/components/shared/text-field';
import { useActionForm } from '@/lib/client/use-action-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import { Form, FormControl, FormDescription, FormField, FormItem, FormLabel } from '@/components/ui/form';
import { Switch } from '@/components/ui/switch';
import { roleActions } from '@/lib/client/role-actions';
import { roleCreateSchema } from '@/lib/schemas/role';
import type { RoleView } from '@/lib/services/roles/types';
import { PERMISSION_GROUPS, permissionMessage } from './permission-groups';

interface PermissionsProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
}

function Permissions({ value, onChange }: PermissionsProps) {
  const t = useTranslations('settings.role');
  const toggle = (permission: string, on: boolean): void =>
    onChange(on ? [...value, permission] : value.filter((held) => held !== permission));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {PERMISSION_GROUPS.map((group) => (
        <fieldset key={group.id} className="grid content-start gap-1.5">
          <legend className="mb-1 text-xs font-medium text-muted-foreground">{t(`group.${group.id}`)}</legend>
          {group.permissions.map((permission) => (
            <label key={permission} className="flex items-center gap-2 text-sm">
              <Checkbox
                checked={value.includes(permission)}
                onCheckedChange={(checked) => toggle(permission, checked === true)}
              />
              {t(`permissions.${permissionMessage(permission)}`)}
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function RoleForm({ role, onDone }: { role: RoleView | null; onDone: () => void }) {
  const t = useTranslations('settings.role');
  const values: z.input<typeof roleCreateSchema> = {
    key: role?.key ?? '',
    name: role?.name ?? '',
    permissions: role?.permissions ?? ['flag.view', 'subject.view', 'audit.view'],
    reachesProtected: role?.reachesProtected ?? false,
  };
  const save = (input: z.output<typeof roleCreateSchema>) =>
    role ? roleActions.update({ ...input, version: role.version }) : roleActions.create(input);
  const { form, submit, isBusy } = useActionForm(roleCreateSchema, values, save, onDone);
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        <TextField name="name" label={t('name')} autoComplete="off" />
        {!role && <TextField name="key" label={t('key')} autoComplete="off" className="font-mono" />}
        <FormField
          name="permissions"
          render={({ field }) => <Permissions value={field.value} onChange={field.onChange} />}
        />
        <FormField
          name="reachesProtected"
          render={({ field }) => (
            <FormItem className="grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4">
              <FormLabel>{t('reachesProtected')}</FormLabel>
              <FormControl>
                <Switch checked={field.value} onCheckedChange={field.onChange} />
              </FormControl>
              <FormDescription className="col-span-2">{t('reachesProtectedHint')}</FormDescription>
            </FormItem>
          )}
        />
        <DialogFooter>
          <Button type="submit" disabled={isBusy}>
            {t('save')}
          </Button>
        </DialogFooter>
      </form>
    </Form>
  );
}

/** Makes or changes a custom role. */
export function RoleFormDialog({ subject, onClose }: { subject: 'new' | RoleView | null; onClose: () => void }) {
  const t = useTranslations('settings.role');
  const router = useRouter();
  const done = (): void => {
    toast.success(t('saved'));
    onClose();
    router.refresh();
  };
  return (
    <Dialog open={subject !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-xl">
        <DialogHeader>
          <DialogTitle>{t(subject === 'new' ? 'createTitle' : 'editTitle')}</DialogTitle>
          <DialogDescription>{t('formHint')}</DialogDescription>
        </DialogHeader>
        {subject !== null && <RoleForm role={subject === 'new' ? null : subject} onDone={done} />}
      </DialogContent>
    </Dialog>
  );
}
