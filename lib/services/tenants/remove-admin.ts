import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { idSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { ADMIN_WITH_USER, tenantAdminView } from './admin-view';
import { findTenant } from './tenant-row';

const input = z.strictObject({ tenant: keySchema, id: idSchema });

/** Takes a tenant away from one of its administrators, at once. Their account stays. */
export const removeTenantAdmin = defineVerb({
  verbName: 'tenants.removeAdmin',
  input,
  permission: 'user.manage',
  locks: () => ({ installation: true, environments: 'all' }),
  reaches: () => [],
  run: async (tx, { tenant, id }): Promise<void> => {
    const { id: tenantId } = await findTenant(tx.db, tx.scope.projectId, tenant);
    const where = { userId_tenantId: { userId: id, tenantId } };
    const row = await tx.db.tenantAdmin.findUnique({ where, include: ADMIN_WITH_USER });
    if (!row) throw serviceError('not_found');
    await tx.db.tenantAdmin.delete({ where });
    tx.audit({ action: 'tenant.removeAdmin', tenant, before: { ...tenantAdminView(row), tenant } });
  },
});
