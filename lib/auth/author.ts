import { grantsOf } from '@/lib/services/users/grants';
import type { Dependencies, Identity } from './context';

/**
 * Whoever asked for something earlier, with what they may do now; null when they are gone, were shut out, or their key
 * was revoked. Through `via` the audit says that the clock did it.
 */
export async function authorIdentity(
  { db, now }: Pick<Dependencies, 'db' | 'now'>,
  author: { kind: string; id: string },
): Promise<Identity | null> {
  if (author.kind === 'user') {
    const row = await db.user.findUnique({ where: { id: author.id }, include: { assignments: true, tenants: true } });
    if (!row || row.disabled) return null;
    const { id, name, email } = row;
    const grants = await grantsOf(db, row.assignments);
    return {
      actor: { kind: 'user', id, name, email, grants, tenants: row.tenants.map(({ tenantId }) => tenantId) },
      via: 'job',
    };
  }
  const row = author.kind === 'apiKey' ? await db.apiKey.findUnique({ where: { id: author.id } }) : null;
  if (!row || row.kind !== 'admin' || row.role === null || row.revokedAt !== null) return null;
  if (row.expiresAt !== null && row.expiresAt <= now) return null;
  const held = [{ role: row.role, projectId: row.projectId, environmentId: null }];
  return { actor: { kind: 'apiKey', id: row.id, name: row.name, grants: await grantsOf(db, held) }, via: 'job' };
}
