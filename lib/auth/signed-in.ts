import type { Actor } from '@/lib/services/context';
import { grantsOf } from '@/lib/services/users/grants';
import type { Identity, Dependencies } from './context';
import { readSessionToken } from './session-token';

/** Who is signed in, as pages show them. */
export interface SignedIn extends Identity {
  actor: Extract<Actor, { kind: 'user' }>;
  locale: string | null;
}

const SEEN_EVERY_MS = 15 * 60_000;

/**
 * The user behind a session, read anew for every request: disabling, a change of role or password and signing out
 * everywhere act at once, on every instance.
 */
export async function readSignedIn(
  { db, now }: Pick<Dependencies, 'db' | 'now'>,
  token: string | null,
  secret: string,
): Promise<SignedIn | null> {
  const session = token === null ? null : await readSessionToken(token, secret);
  if (!session) return null;
  const row = await db.user.findUnique({ where: { id: session.sub }, include: { assignments: true, tenants: true } });
  if (!row || row.disabled || row.sessionEpoch !== session.epoch) return null;
  const { id, name, email, locale, lastSeenAt } = row;
  if (!lastSeenAt || now.getTime() - lastSeenAt.getTime() > SEEN_EVERY_MS) {
    // Bookkeeping: that it fails must not keep anybody out.
    await db.user.update({ where: { id }, data: { lastSeenAt: now }, select: { id: true } }).catch(() => null);
  }
  const grants = await grantsOf(db, row.assignments);
  const tenants = row.tenants.map(({ tenantId }) => tenantId);
  return { actor: { kind: 'user', id, name, email, grants, tenants }, via: 'dashboard', locale };
}
