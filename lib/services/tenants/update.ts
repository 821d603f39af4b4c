import { same } from '@/lib/changes/same';
import { keySchema } from '@/lib/schemas/key';
import { tenantPatchSchema } from '@/lib/schemas/tenant';
import { versionSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { jsonOf } from '../json-of';
import { requireVersion } from '../require-version';
import { tenantItem } from './tenant-item';
import { findTenant, tenantView } from './tenant-row';
import type { TenantView } from './types';

const input = tenantPatchSchema.extend({ tenant: keySchema, version: versionSchema });

/** Changes a tenant's name or attributes. Other attributes reach every environment, another name none. */
export const updateTenant = defineVerb({
  verbName: 'tenants.update',
  input,
  permission: 'override.edit',
  locks: () => ({ environments: 'all' }),
  reaches: async (tx, { tenant, attributes }) => {
    const { attributes: stored } = tenantView(await findTenant(tx.db, tx.scope.projectId, tenant));
    return attributes === undefined || same(attributes, stored) ? [] : tx.environments;
  },
  comment: ({ comment }) => comment,
  run: async (tx, { tenant, version, name, attributes, comment }): Promise<TenantView> => {
    const row = await findTenant(tx.db, tx.scope.projectId, tenant);
    const before = tenantView(row);
    requireVersion(version, row.version, before);
    const isRenamed = name !== undefined && name !== before.name;
    const isChanged = attributes !== undefined && !same(attributes, before.attributes);
    if (!isRenamed && !isChanged) return before;
    const stored = await tx.db.tenant.update({
      where: { id: row.id },
      data: {
        name,
        ...(attributes && { attributes: jsonOf(attributes) }),
        version: { increment: 1 },
        updatedAt: tx.now,
      },
    });
    if (isChanged) for (const { id } of tx.environments) tx.items.put(id, 'tenant', row.key, tenantItem(stored));
    const after = tenantView(stored);
    tx.audit({ action: 'tenant.update', tenant: row.key, before, after, comment });
    return after;
  },
});
