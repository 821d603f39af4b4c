import { foldKey } from '@/lib/schemas/key';
import { tenantCreateSchema } from '@/lib/schemas/tenant';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { jsonOf } from '../json-of';
import { tenantItem } from './tenant-item';
import { tenantView } from './tenant-row';
import type { TenantView } from './types';

/** Makes a tenant. With attributes it reaches every environment: rules may read them of its subjects at once. */
export const createTenant = defineVerb({
  verbName: 'tenants.create',
  input: tenantCreateSchema,
  permission: 'override.edit',
  locks: () => ({ environments: 'all' }),
  reaches: (tx, { attributes = {} }) => (Object.keys(attributes).length > 0 ? tx.environments : []),
  comment: ({ comment }) => comment,
  run: async (tx, { key, name, attributes = {}, comment }): Promise<TenantView> => {
    const { projectId } = tx.scope;
    const keyFolded = foldKey(key);
    const taken = await tx.db.tenant.findUnique({ where: { projectId_keyFolded: { projectId, keyFolded } } });
    if (taken) throw serviceError('conflict', 'key_taken', { current: tenantView(taken) });
    const row = await tx.db.tenant.create({
      data: {
        id: tx.newId(),
        projectId,
        key,
        keyFolded,
        name,
        attributes: jsonOf(attributes),
        createdAt: tx.now,
        updatedAt: tx.now,
      },
    });
    for (const { id } of tx.environments) tx.items.put(id, 'tenant', key, tenantItem(row));
    const view = tenantView(row);
    tx.audit({ action: 'tenant.create', tenant: key, after: view, comment });
    return view;
  },
});
