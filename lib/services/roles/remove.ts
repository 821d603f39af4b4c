import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { versionSchema } from '@/lib/schemas/text';
import type { InstallationScope } from '../context';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { requireVersion } from '../require-version';
import type { UserTx } from '../users/define-user-write';
import { findRole, roleView } from './role-row';

const input = z.strictObject({ key: keySchema, version: versionSchema.optional() });

async function isHeld(tx: UserTx, role: string): Promise<boolean> {
  const [users, keys] = await Promise.all([
    tx.db.assignment.count({ where: { role } }),
    tx.db.apiKey.count({ where: { role, revokedAt: null } }),
  ]);
  return users + keys > 0;
}

/** Deletes a custom role that nobody holds. */
export const removeRole = defineVerb<typeof input, void, InstallationScope>({
  verbName: 'roles.remove',
  input,
  permission: 'user.manage',
  locks: () => ({ installation: true }),
  reaches: () => [],
  run: async (tx, { key, version }) => {
    const row = await findRole(tx.db, key);
    const before = roleView(row);
    requireVersion(version, row.version, before);
    if (await isHeld(tx, key)) throw serviceError('refused', 'role_in_use');
    await tx.db.role.delete({ where: { id: row.id } });
    tx.audit({ action: 'role.delete', before });
  },
});
