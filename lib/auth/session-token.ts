import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';

/** What a session's cookie holds, encrypted: who, and the epoch that the user's row must still have. */
const claims = z.object({ sub: z.string().min(1), epoch: z.int() });
export type SessionClaims = z.infer<typeof claims>;

/** Seconds: two weeks, then one signs in again. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60;

/** The `__Host-` prefix keeps neighbouring subdomains from planting a session; browsers want it over TLS only. */
export const sessionCookieName = (secure: boolean): string => `${secure ? '__Host-' : ''}flagstaff.session`;

export async function readSessionToken(token: string, secret: string): Promise<SessionClaims | null> {
  try {
    const parsed = claims.safeParse(await decode({ token, secret }));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export const writeSessionToken = (session: SessionClaims, secret: string): Promise<string> =>
  encode({ token: { ...session }, secret, maxAge: SESSION_SECONDS });

/** The value of one cookie of a `Cookie` header. */
export function readCookie(header: string | null, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || null;
  }
  return null;
}
