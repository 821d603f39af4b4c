import { roleCreateSchema } from '@/lib/schemas/role';
import type { InstallationScope } from '../context';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { isBuiltIn } from '../users/grants';
import { assertMayDefine, roleView } from './role-row';
import type { RoleView } from './types';

export const createRole = defineVerb<typeof roleCreateSchema, RoleView, InstallationScope>({
  verbName: 'roles.create',
  input: roleCreateSchema,
  permission: 'user.manage',
  locks: () => ({ installation: true }),
  reaches: () => [],
  run: async (tx, { key, name, permissions, reachesProtected }) => {
    assertMayDefine(tx, permissions, reachesProtected);
    const alike = await tx.db.role.findFirst({ where: { key: { equals: key, mode: 'insensitive' } } });
    if (alike || isBuiltIn(key.toLowerCase())) throw serviceError('conflict', 'key_taken');
    const data = { id: tx.newId(), key, name, permissions, reachesProtected, createdAt: tx.now };
    const after = roleView(await tx.db.role.create({ data }));
    tx.audit({ action: 'role.create', after });
    return after;
  },
});
