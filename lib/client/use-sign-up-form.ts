'use client';

import { signUp } from '@/lib/actions/access';
import { signUpSchema } from '@/lib/schemas/sign-in';
import { goTo } from './go-to';
import { useActionForm } from './use-action-form';

/** The form that makes an account for oneself, and signs in. */
export const useSignUpForm = () =>
  useActionForm(signUpSchema, { name: '', email: '', password: '' }, signUp, () => goTo('/'));
