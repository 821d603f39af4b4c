'use client';

import { useTranslations } from 'next-intl';
import { Form } from '@/components/ui/form';
import { useAcceptLinkForm } from '@/lib/client/use-accept-link-form';
import { FormAlert } from '@/components/shared/form-alert';
import { PasswordField } from '@/components/shared/password-field';
import { SubmitButton } from './submit-button';
import { TextField } from '@/components/shared/text-field';

export interface AcceptLinkFormProps {
  token: string;
  email: string;
  /** The name so far; who was invited may put it right. Absent: it is not asked for. */
  name?: string;
}

/** Chooses a password by a one-time link. */
export function AcceptLinkForm({ token, email, name }: AcceptLinkFormProps) {
  const t = useTranslations('auth');
  const { form, submit, isBusy } = useAcceptLinkForm(token, name);
  return (
    <Form {...form}>
      <form method="post" onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        {/* Password managers file the new password under it. */}
        <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
        {name !== undefined && <TextField name="name" label={t('field.name')} autoComplete="name" />}
        <PasswordField
          name="password"
          label={t('field.newPassword')}
          description={t('password.rule')}
          autoComplete="new-password"
        />
        <SubmitButton isBusy={isBusy}>{t(name === undefined ? 'reset.submit' : 'invite.submit')}</SubmitButton>
      </form>
    </Form>
  );
}
