import { cookies, headers } from 'next/headers';
import { env } from '@/lib/env';
import type { Session } from '@/lib/services/users/sign-in';
import { SESSION_SECONDS, sessionCookieName, writeSessionToken } from './session-token';
import { siteOf } from './site';

/** Signs this browser in, from a server action that has made sure who it is. */
export async function openSession({ userId, epoch }: Session): Promise<void> {
  const { secure } = siteOf(await headers());
  const token = await writeSessionToken({ sub: userId, epoch }, env().sessionSecret);
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: SESSION_SECONDS } as const;
  (await cookies()).set(sessionCookieName(secure), token, options);
}

/** Forgets this browser's session. */
export async function closeSession(): Promise<void> {
  const { secure } = siteOf(await headers());
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 0 } as const;
  (await cookies()).set(sessionCookieName(secure), '', options);
}
