'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { requireSameOrigin } from '@/lib/auth/origin';
import { sessionCookieName } from '@/lib/auth/session-token';
import { siteOf } from '@/lib/auth/site';

/** Ends this browser's session. */
export async function signOut(): Promise<void> {
  const requestHeaders = await headers();
  requireSameOrigin(requestHeaders);
  const { secure } = siteOf(requestHeaders);
  (await cookies()).set(sessionCookieName(secure), '', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: 0,
  });
  redirect('/sign-in');
}
