import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { commentSchema, versionSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { requireVersion } from '../require-version';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { saysAnything, tenantItem } from './tenant-item';
import { findTenant, tenantView, type TenantRow } from './tenant-row';

const input = z.strictObject({ tenant: keySchema, version: versionSchema, comment: commentSchema.optional() });
const rowsSchema = z.array(
  z.object({ environment_id: z.string(), kind: z.enum(['override', 'membership']), key: z.string() }),
);

/** Every override and membership of the tenant in the locked environments, expired and hidden ones too. */
async function ownItemsOf(tx: WriteContext, tenant: string): Promise<z.output<typeof rowsSchema>> {
  const found = await tx.db.$queryRaw`
    SELECT environment_id, kind, key FROM item
    WHERE environment_id = ANY(${tx.environments.map(({ id }) => id)}) AND to_number IS NULL
      AND ((kind = 'override' AND split_part(key, '/', 2) = ${tenant})
        OR (kind = 'membership' AND body->>'tenant' = ${tenant}))
    ORDER BY environment_id, kind, key`;
  return rowsSchema.parse(found);
}

async function reachedBy(tx: WriteContext, row: TenantRow): Promise<readonly EnvironmentRow[]> {
  if (saysAnything(tenantItem(row))) return tx.environments;
  const filled = new Set((await ownItemsOf(tx, row.key)).map(({ environment_id }) => environment_id));
  return tx.environments.filter(({ id }) => filled.has(id));
}

/** Deletes a tenant with its overrides, memberships and admins, everywhere at once. What subjects say of themselves stays. */
export const removeTenant = defineVerb({
  verbName: 'tenants.remove',
  input,
  permission: 'override.edit',
  locks: () => ({ environments: 'all' }),
  reaches: async (tx, { tenant }) => reachedBy(tx, await findTenant(tx.db, tx.scope.projectId, tenant)),
  comment: ({ comment }) => comment,
  run: async (tx, { tenant, version, comment }): Promise<void> => {
    const row = await findTenant(tx.db, tx.scope.projectId, tenant);
    const view = tenantView(row);
    requireVersion(version, row.version, view);
    const own = await ownItemsOf(tx, row.key);
    for (const { environment_id, kind, key } of own) tx.items.close(environment_id, kind, key);
    const overrides = own.filter(({ kind }) => kind === 'override');
    const memberships = own.length - overrides.length;
    for (const { id } of tx.environments) tx.items.close(id, 'tenant', row.key);
    await tx.db.tenant.delete({ where: { id: row.id } });
    const before = { ...view, overrides: overrides.length, ...(memberships > 0 && { memberships }) };
    tx.audit({ action: 'tenant.delete', tenant: row.key, before, comment });
  },
});
