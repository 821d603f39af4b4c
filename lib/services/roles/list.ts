import { BUILT_IN_ROLES, ROLE_TABLE } from '@/lib/permissions/table';
import { paginationSchema } from '@/lib/schemas/pagination';
import type { InstallationScope } from '../context';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import { roleView } from './role-row';
import type { RoleView } from './types';

/** The roles that every installation has. */
export const builtInRoles = (): RoleView[] =>
  BUILT_IN_ROLES.map((key) => ({
    key,
    name: key,
    permissions: [...ROLE_TABLE[key].permissions],
    reachesProtected: ROLE_TABLE[key].reachesProtected,
    builtIn: true,
  }));

/** All roles on one page, the built-in ones first. */
export const listRoles = defineRead<typeof paginationSchema, Page<RoleView>, InstallationScope>({
  verbName: 'roles.list',
  input: paginationSchema,
  permission: 'user.manage',
  run: async (ctx) => {
    const custom = await ctx.db.role.findMany({ orderBy: { key: 'asc' } });
    return { items: [...builtInRoles(), ...custom.map(roleView)], nextCursor: null };
  },
});
