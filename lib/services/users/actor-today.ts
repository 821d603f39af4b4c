import type { Actor } from '../context';
import type { TransactionClient } from '../transaction-client';
import { grantsOf } from './grants';

type Reader = Pick<TransactionClient, 'user' | 'apiKey' | 'role'>;

async function userToday(db: Reader, id: string): Promise<Actor | null> {
  const row = await db.user.findUnique({ where: { id }, include: { assignments: true, tenants: true } });
  if (!row || row.disabled) return null;
  const { name, email } = row;
  const grants = await grantsOf(db, row.assignments);
  return { kind: 'user', id, name, email, grants, tenants: row.tenants.map(({ tenantId }) => tenantId) };
}

async function keyToday(db: Reader, id: string, now: Date): Promise<Actor | null> {
  const row = await db.apiKey.findUnique({ where: { id } });
  if (!row || row.kind !== 'admin' || row.role === null || row.revokedAt !== null) return null;
  if (row.expiresAt !== null && row.expiresAt <= now) return null;
  const held = [{ role: row.role, projectId: row.projectId, environmentId: null }];
  return { kind: 'apiKey', id: row.id, name: row.name, grants: await grantsOf(db, held) };
}

/**
 * Whoever acted earlier, with what they may do now; null when they are gone, were shut out, or their key was revoked
 * or ran out.
 */
export async function actorToday(db: Reader, who: { kind: string; id: string }, now: Date): Promise<Actor | null> {
  if (who.kind === 'user') return userToday(db, who.id);
  return who.kind === 'apiKey' ? keyToday(db, who.id, now) : null;
}
