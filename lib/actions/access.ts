'use server';

import { headers } from 'next/headers';
import { clientAddress } from '@/lib/auth/client-address';
import { openSession } from '@/lib/auth/open-session';
import { guestContext } from '@/lib/auth/session';
import { signUpFormPolicy } from '@/lib/auth/sign-up-form';
import { env } from '@/lib/env';
import { acceptLink as accept } from '@/lib/services/users/accept-link';
import { sessionOf } from '@/lib/services/users/session-of';
import { setUp as makeFirst } from '@/lib/services/users/set-up';
import { signUp as register } from '@/lib/services/users/sign-up';
import { runAction } from './run';

/** Makes the first administrator, and signs them in. */
export const setUp = async (input: unknown) =>
  runAction(async () => {
    const ctx = await guestContext();
    const { id } = await makeFirst(ctx, input);
    await openSession(await sessionOf(ctx, id));
  });

/** Sets the password of whom a one-time link was made for, and signs them in. */
export const acceptLink = async (input: unknown) =>
  runAction(async () => {
    const ctx = await guestContext();
    const { id } = await accept(ctx, input);
    await openSession(await sessionOf(ctx, id));
  });

/** Makes an account as viewer, where that is allowed, and signs in. */
export const signUp = async (input: unknown) =>
  runAction(async () => {
    const ctx = await guestContext();
    const address = clientAddress(await headers(), env().trustedProxies);
    const { id } = await register(ctx, input, { policy: signUpFormPolicy(env()), address });
    await openSession(await sessionOf(ctx, id));
  });
