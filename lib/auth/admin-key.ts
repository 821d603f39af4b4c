import { timingSafeEqual } from 'node:crypto';
import { serviceError } from '@/lib/services/errors';
import { hashSecret } from '@/lib/services/secrets';
import { grantsOf } from '@/lib/services/users/grants';
import type { Identity, Dependencies } from './context';

const BEARER = /^bearer +(\S+) *$/i;
const CLI = /^flagstaff-cli\//;

/** The bearer token of a request, or null where it has none. */
export const readBearer = (headers: Headers): string | null =>
  BEARER.exec(headers.get('authorization') ?? '')?.[1] ?? null;

/** Who an admin key speaks for. Unknown, revoked and expired ones, and keys of another kind, are refused alike. */
export async function identifyKey(
  { db, now }: Pick<Dependencies, 'db' | 'now'>,
  token: string,
  headers: Headers,
): Promise<Identity & { keyId: string }> {
  const hash = hashSecret(token);
  const row = await db.apiKey.findUnique({ where: { hash } });
  const genuine = row !== null && timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash));
  if (!genuine || row.kind !== 'admin' || row.role === null) throw serviceError('unauthenticated');
  if (row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)) throw serviceError('unauthenticated');
  const held = [{ role: row.role, projectId: row.projectId, environmentId: null }];
  return {
    actor: { kind: 'apiKey', id: row.id, name: row.name, grants: await grantsOf(db, held) },
    via: CLI.test(headers.get('user-agent') ?? '') ? 'cli' : 'api',
    keyId: row.id,
  };
}
