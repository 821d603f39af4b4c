'use client';

import { acceptLink } from '@/lib/actions/access';
import { accessLinkSchema } from '@/lib/schemas/sign-in';
import { goTo } from './go-to';
import { useActionForm } from './use-action-form';

/** The form that chooses a password by a one-time link. Without `name` the name stays as it is. */
export const useAcceptLinkForm = (token: string, name: string | undefined) =>
  useActionForm(accessLinkSchema, { token, password: '', ...(name === undefined ? {} : { name }) }, acceptLink, () =>
    goTo('/'),
  );
