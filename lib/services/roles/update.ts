import { keySchema } from '@/lib/schemas/key';
import { rolePatchSchema } from '@/lib/schemas/role';
import type { InstallationScope } from '../context';
import { defineVerb } from '../define-verb';
import { requireVersion } from '../require-version';
import { assertMayDefine, findRole, roleView } from './role-row';
import type { RoleView } from './types';

const input = rolePatchSchema.extend({ key: keySchema });

/** Changes a custom role, for everybody who holds it, at once. */
export const updateRole = defineVerb<typeof input, RoleView, InstallationScope>({
  verbName: 'roles.update',
  input,
  permission: 'user.manage',
  locks: () => ({ installation: true }),
  reaches: () => [],
  run: async (tx, { key, name, permissions, reachesProtected, version }) => {
    const row = await findRole(tx.db, key);
    const before = roleView(row);
    requireVersion(version, row.version, before);
    const unique = permissions && [...new Set(permissions)];
    // Also what it allows already: who may do less must not rename it to hide it.
    assertMayDefine(tx, row.permissions, row.reachesProtected);
    assertMayDefine(tx, unique ?? row.permissions, reachesProtected ?? row.reachesProtected);
    const data = { name, permissions: unique, reachesProtected, version: { increment: 1 } };
    const after = roleView(await tx.db.role.update({ where: { id: row.id }, data }));
    tx.audit({ action: 'role.update', before, after });
    return after;
  },
});
