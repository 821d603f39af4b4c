import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { defineRead } from '../define-verb';
import { ADMIN_WITH_USER, tenantAdminView } from './admin-view';
import { findTenant } from './tenant-row';
import type { TenantAdminView } from './types';

/** A tenant's own administrators, by name. */
export const listTenantAdmins = defineRead({
  verbName: 'tenants.listAdmins',
  input: z.object({ tenant: keySchema }),
  permission: 'user.manage',
  run: async ({ db, scope }, { tenant }): Promise<TenantAdminView[]> => {
    const { id } = await findTenant(db, scope.projectId, tenant);
    const rows = await db.tenantAdmin.findMany({
      where: { tenantId: id },
      include: ADMIN_WITH_USER,
      orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    });
    return rows.map(tenantAdminView);
  },
});
