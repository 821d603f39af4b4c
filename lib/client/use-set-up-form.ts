'use client';

import { setUp } from '@/lib/actions/access';
import { newAccountSchema } from '@/lib/schemas/sign-in';
import { goTo } from './go-to';
import { useActionForm } from './use-action-form';

/** The form that makes the first administrator, and signs them in. */
export const useSetUpForm = () =>
  useActionForm(newAccountSchema, { name: '', email: '', password: '' }, setUp, () => goTo('/'));
