import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { versionSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { requireVersion } from '../require-version';
import { forgetEnvironments } from './forget-environments';
import { environmentView } from './view';

/** Deletes an environment with everything in it; not the project's last one. */
export const removeEnvironment = defineVerb({
  verbName: 'environments.remove',
  input: z.strictObject({ key: keySchema, version: versionSchema }),
  permission: 'settings.manage',
  locks: () => ({ environments: 'all' }),
  reaches: (tx, { key }) => [tx.environment(key)],
  isCommentFree: () => true,
  run: async (tx, { key, version }): Promise<void> => {
    const row = tx.environment(key);
    const before = environmentView(row);
    requireVersion(version, row.version, before);
    if (tx.environments.length === 1) throw serviceError('refused', 'last_environment');
    await forgetEnvironments(tx, [row.id]);
    await tx.db.environment.delete({ where: { id: row.id } });
    tx.event('environment.delete', row.id, { key });
    tx.audit({ action: 'environment.delete', environment: key, before });
  },
});
