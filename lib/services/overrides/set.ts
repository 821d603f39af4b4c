import { same } from '@/lib/changes/same';
import { overridePutSchema } from '@/lib/schemas/override';
import type { TenantScope } from '../context';
import { defineVerb } from '../define-verb';
import { findTenantById } from '../tenants/tenant-row';
import { flagStateView } from './flag-view';
import { overrideKey } from './override-key';
import { overrideBody, overrideValue } from './override-value';
import { readFlagState } from './read-states';
import { assertShown, findOwnFlag } from './tenant-place';
import type { TenantFlagView } from './types';

/** Gives the tenant its own variant of a flag in an environment. Idempotent: the same once more changes nothing. */
export const setOverride = defineVerb<typeof overridePutSchema, TenantFlagView, TenantScope>({
  verbName: 'overrides.set',
  input: overridePutSchema,
  permission: 'override.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ comment, note }) => comment ?? note,
  run: async (tx, { flag, environment, comment, ...asked }) => {
    const { id } = tx.environment(environment);
    const { key: tenant } = await findTenantById(tx.db, tx.scope.tenantId);
    const row = await findOwnFlag(tx, flag, tx.environment(environment));
    await assertShown(tx.db, row, id);
    const state = await readFlagState(tx.db, id, row, tenant);
    const body = overrideBody(state, asked, tx.now);
    const { override } = state;
    if (override && same(override.body, body)) return flagStateView(state, tx.now);
    tx.items.put(id, 'override', overrideKey(row.key, tenant), body);
    tx.audit({
      action: 'override.set',
      flag: row.key,
      environment,
      tenant,
      before: override && overrideValue(state, override.body),
      after: overrideValue(state, body),
      comment,
    });
    return flagStateView({ ...state, override: { body, setAt: tx.now } }, tx.now);
  },
});
