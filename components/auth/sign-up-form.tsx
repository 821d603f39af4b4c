'use client';

import { useTranslations } from 'next-intl';
import { Form } from '@/components/ui/form';
import { useSignUpForm } from '@/lib/client/use-sign-up-form';
import { FormAlert } from '@/components/shared/form-alert';
import { PasswordField } from '@/components/shared/password-field';
import { SubmitButton } from './submit-button';
import { TextField } from '@/components/shared/text-field';

/** `domain`: whose addresses are let in; null where anybody's are. */
export function SignUpForm({ domain }: { domain: string | null }) {
  const t = useTranslations('auth');
  const { form, submit, isBusy } = useSignUpForm();
  return (
    <Form {...form}>
      <form method="post" onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        <TextField name="name" label={t('field.name')} autoComplete="name" autoFocus />
        <TextField
          name="email"
          type="email"
          label={t('field.email')}
          description={domain === null ? undefined : t('signUp.domain', { domain })}
          autoComplete="username"
          autoCapitalize="none"
        />
        <PasswordField
          name="password"
          label={t('field.password')}
          description={t('password.rule')}
          autoComplete="new-password"
        />
        <SubmitButton isBusy={isBusy}>{t('signUp.submit')}</SubmitButton>
      </form>
    </Form>
  );
}
