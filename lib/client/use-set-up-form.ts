'use client';

import { setUp } from '@/lib/actions/access';
import { setupSchema } from '@/lib/schemas/sign-in';
import { goTo } from './go-to';
import { useActionForm } from './use-action-form';

/** The form that makes the first administrator, and signs them in. */
export const useSetUpForm = () =>
  useActionForm(setupSchema, { name: '', email: '', password: '' }, setUp, () => goTo('/'));
