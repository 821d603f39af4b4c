import { z } from 'zod';
import { idSchema, versionSchema } from '@/lib/schemas/text';
import type { InstallationScope } from '../context';
import { defineVerb } from '../define-verb';
import { requireVersion } from '../require-version';
import { assertAdministratorRemains } from './define-user-write';
import { assertMayGrant } from './may-grant';
import { findUser, userView } from './user-row';

const input = z.strictObject({ id: idSchema, version: versionSchema.optional() });

/** Removes a user with their roles and links. What they did stays in changes and audit. */
export const removeUser = defineVerb<typeof input, void, InstallationScope>({
  verbName: 'users.remove',
  input,
  permission: 'user.manage',
  locks: () => ({ installation: true }),
  reaches: () => [],
  run: async (tx, { id, version }) => {
    const row = await findUser(tx.db, id);
    await assertMayGrant(tx, row.assignments);
    const before = await userView(tx.db, id);
    requireVersion(version, row.version, before);
    await tx.db.user.delete({ where: { id } });
    await assertAdministratorRemains(tx, row);
    tx.audit({ action: 'user.delete', before });
  },
});
