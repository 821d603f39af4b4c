'use client';

import { useTranslations } from 'next-intl';
import { Form } from '@/components/ui/form';
import { useSetUpForm } from '@/lib/client/use-set-up-form';
import { FormAlert } from '@/components/shared/form-alert';
import { PasswordField } from '@/components/shared/password-field';
import { SubmitButton } from './submit-button';
import { TextField } from '@/components/shared/text-field';

export function SetUpForm() {
  const t = useTranslations('auth');
  const { form, submit, isBusy } = useSetUpForm();
  return (
    <Form {...form}>
      <form method="post" onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        <TextField name="name" label={t('field.name')} autoComplete="name" autoFocus />
        <TextField name="email" type="email" label={t('field.email')} autoComplete="username" autoCapitalize="none" />
        <PasswordField
          name="password"
          label={t('field.password')}
          description={t('password.rule')}
          autoComplete="new-password"
        />
        <SubmitButton isBusy={isBusy}>{t('setUp.submit')}</SubmitButton>
      </form>
    </Form>
  );
}
