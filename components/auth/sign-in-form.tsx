'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Form } from '@/components/ui/form';
import { useSchemaResolver } from '@/lib/client/use-schema-resolver';
import { signInSchema } from '@/lib/schemas/sign-in';
import { FormAlert } from '@/components/shared/form-alert';
import { PasswordField } from '@/components/shared/password-field';
import { SubmitButton } from './submit-button';
import { TextField } from '@/components/shared/text-field';

interface SignInFormProps {
  /** Where to go on to: a path of this site. */
  next: string;
  /** Why an earlier attempt, through a provider, failed. */
  notice?: string;
}

export function SignInForm({ next, notice }: SignInFormProps) {
  const t = useTranslations('auth');
  const form = useForm({ resolver: useSchemaResolver(signInSchema), defaultValues: { email: '', password: '' } });
  const { isSubmitting, isSubmitSuccessful, isSubmitted, errors } = form.formState;
  const submit = form.handleSubmit(async ({ email, password }) => {
    const answer = await signIn('credentials', { redirect: false, email, password }).catch(() => undefined);
    if (answer?.ok) return window.location.assign(next);
    const isRefused = answer?.status === 401;
    form.setError('root', { message: t(isRefused ? 'signIn.refused' : 'signIn.unreachable') });
    form.setFocus('password', { shouldSelect: true });
  });
  return (
    <Form {...form}>
      <form method="post" onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert message={isSubmitted ? undefined : notice} />
        <TextField
          name="email"
          type="email"
          label={t('field.email')}
          autoComplete="username"
          autoCapitalize="none"
          autoFocus
        />
        <PasswordField name="password" label={t('field.password')} autoComplete="current-password" />
        <SubmitButton isBusy={isSubmitting || (isSubmitSuccessful && !errors.root)}>{t('signIn.submit')}</SubmitButton>
      </form>
    </Form>
  );
}
