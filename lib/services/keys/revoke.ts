import { z } from 'zod';
import { idSchema, versionSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { requireVersion } from '../require-version';
import { apiKeyViews } from './key-row';

const input = z.strictObject({ id: idSchema, version: versionSchema.optional() });

/** Revokes a key: the rulesets lose it, and its streams end. Idempotent; a version is checked only if one is given. */
export const revokeApiKey = defineVerb({
  verbName: 'keys.revoke',
  input,
  permission: 'key.manage',
  locks: () => ({ environments: 'all' }),
  reaches: () => [],
  run: async (tx, { id, version }): Promise<void> => {
    const { projectId } = tx.scope;
    const row = await tx.db.apiKey.findFirst({ where: { id, projectId } });
    if (!row) throw serviceError('not_found');
    if (row.revokedAt !== null) return;
    const [before] = await apiKeyViews(tx.db, projectId, [row]);
    if (version !== undefined) requireVersion(version, row.version, before);
    await tx.db.apiKey.update({ where: { id }, data: { revokedAt: tx.now, version: { increment: 1 } } });
    if (row.environmentId !== null) tx.items.close(row.environmentId, 'apiKey', id);
    tx.audit({ action: 'key.revoke', environment: before?.environment ?? undefined, before });
  },
});
