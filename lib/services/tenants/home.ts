import { z } from 'zod';
import { isAllowed, isTenantAdmin } from '../authorize';
import type { TenantScope } from '../context';
import { defineRead } from '../define-verb';
import { environmentsOf } from '../flags/states';
import { findTenantById } from './tenant-row';
import type { TenantHomeView } from './types';

const input = z.object({});

/** Where a tenant is and in which environments who asks may act for it. */
export const tenantHome = defineRead<typeof input, TenantHomeView, TenantScope>({
  verbName: 'tenants.home',
  input,
  permission: 'flag.view',
  run: async (ctx) => {
    const { db, scope } = ctx;
    const { key, name } = await findTenantById(db, scope.tenantId);
    const project = await db.project.findUniqueOrThrow({
      where: { id: scope.projectId },
      select: { key: true, name: true },
    });
    const rows = await environmentsOf(db, scope.projectId);
    const environments = rows
      .filter(({ openToTenants }) => !isTenantAdmin(ctx) || openToTenants)
      .map((row) => ({
        key: row.key,
        name: row.name,
        color: row.color,
        protected: row.protected,
        openToTenants: row.openToTenants,
        requireComment: row.requireComment,
        mayEdit: isAllowed(ctx, 'override.edit', [row]),
      }));
    return { project, tenant: { key, name }, environments, mayEdit: environments.some(({ mayEdit }) => mayEdit) };
  },
});
