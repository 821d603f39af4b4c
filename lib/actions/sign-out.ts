'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { closeSession } from '@/lib/auth/open-session';
import { requireSameOrigin } from '@/lib/auth/origin';

/** Ends this browser's session. */
export async function signOut(): Promise<void> {
  requireSameOrigin(await headers());
  await closeSession();
  redirect('/sign-in');
}
