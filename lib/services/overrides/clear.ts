import { overrideClearSchema } from '@/lib/schemas/override';
import type { TenantScope } from '../context';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { findTenantById } from '../tenants/tenant-row';
import { overrideKey } from './override-key';
import { overrideValue } from './override-value';
import { readFlagState } from './read-states';
import { findOwnFlag } from './tenant-place';

/** Takes a tenant's override away, of a hidden flag too. Throws `not_found` where there is none. */
export const clearOverride = defineVerb<typeof overrideClearSchema, void, TenantScope>({
  verbName: 'overrides.clear',
  input: overrideClearSchema,
  permission: 'override.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ comment }) => comment,
  run: async (tx, { flag, environment, comment }) => {
    const { id } = tx.environment(environment);
    const { key: tenant } = await findTenantById(tx.db, tx.scope.tenantId);
    const row = await findOwnFlag(tx, flag, tx.environment(environment));
    const state = await readFlagState(tx.db, id, row, tenant);
    if (!state.override) throw serviceError('not_found');
    tx.items.close(id, 'override', overrideKey(row.key, tenant));
    const before = overrideValue(state, state.override.body);
    tx.audit({ action: 'override.clear', flag: row.key, environment, tenant, before, comment });
  },
});
