'use client';

import { LogOut } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { FormAlert } from '@/components/shared/form-alert';
import { PasswordField } from '@/components/shared/password-field';
import { TextField } from '@/components/shared/text-field';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { accountActions } from '@/lib/client/account-actions';
import { useActionForm } from '@/lib/client/use-action-form';
import { passwordChangeSchema } from '@/lib/schemas/sign-in';
import { profilePatchSchema } from '@/lib/schemas/user';

function ProfileForm({ name }: { name: string }) {
  const t = useTranslations('settings.account');
  const router = useRouter();
  const { form, submit } = useActionForm(profilePatchSchema, { name }, accountActions.updateProfile, () => {
    toast.success(t('saved'));
    router.refresh();
  });
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid max-w-sm gap-4">
        <FormAlert />
        <TextField name="name" label={t('name')} autoComplete="name" />
        <Button type="submit" className="w-fit" disabled={form.formState.isSubmitting}>
          {t('save')}
        </Button>
      </form>
    </Form>
  );
}

function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('settings.account');
  const values = { current: '', password: '' };
  const { form, submit } = useActionForm(
    passwordChangeSchema,
    values,
    accountActions.changePassword,
    (_sent, reset) => {
      toast.success(t('passwordChanged'));
      reset();
    },
  );
  return (
    <Form {...form}>
      <form method="post" onSubmit={submit} noValidate className="grid max-w-sm gap-4">
        <FormAlert />
        <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
        <PasswordField name="current" label={t('currentPassword')} autoComplete="current-password" />
        <PasswordField
          name="password"
          label={t('newPassword')}
          description={t('passwordRule')}
          autoComplete="new-password"
        />
        <Button type="submit" className="w-fit" disabled={form.formState.isSubmitting}>
          {t('changePassword')}
        </Button>
      </form>
    </Form>
  );
}

/** The signed-in person's own name, password and sessions. */
export function AccountSettings({ name, email }: { name: string; email: string }) {
  const t = useTranslations('settings.account');
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div className="grid max-w-2xl gap-4">
      <Card>
        <CardHeader>
          <CardTitle>{t('profile')}</CardTitle>
          <CardDescription>{email}</CardDescription>
        </CardHeader>
        <CardContent>
          <ProfileForm name={name} />
        </CardContent>
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>{t('password')}</CardTitle>
          <CardDescription>{t('passwordHint')}</CardDescription>
        </CardHeader>
        <CardContent>
          <PasswordForm email={email} />
        </CardContent>
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>{t('sessions')}</CardTitle>
          <CardDescription>{t('sessionsHint')}</CardDescription>
        </CardHeader>
        <CardContent>
          <Button variant="outline" onClick={() => setIsAsking(true)}>
            <LogOut />
            {t('signOutEverywhere')}
          </Button>
        </CardContent>
      </Card>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('signOutEverywhere')}
        description={t('sessionsHint')}
        confirmLabel={t('signOutEverywhere')}
        onConfirm={async () => {
          const result = await accountActions.signOutEverywhere();
          if (result.ok) window.location.assign('/sign-in');
          else toast.error(result.error.message);
        }}
      />
    </div>
  );
}
