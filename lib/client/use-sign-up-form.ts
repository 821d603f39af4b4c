'use client';

import { signUp } from '@/lib/actions/access';
import { newAccountSchema } from '@/lib/schemas/sign-in';
import { goTo } from './go-to';
import { useActionForm } from './use-action-form';

/** The form that makes an account for oneself, and signs in. */
export const useSignUpForm = () =>
  useActionForm(newAccountSchema, { name: '', email: '', password: '' }, signUp, () => goTo('/'));
