import { tenantFlagListSchema } from '@/lib/schemas/override';
import type { TenantScope } from '../context';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import { flagStateView } from './flag-view';
import { pageOfFlags } from './list-flags';
import { readFlagStates } from './read-states';
import { findTenantEnvironment, isSeen } from './tenant-place';
import type { TenantFlagView } from './types';

/** What each shown flag gives the tenant in an environment, by key. */
export const listTenantFlags = defineRead<typeof tenantFlagListSchema, Page<TenantFlagView>, TenantScope>({
  verbName: 'overrides.listTenantFlags',
  input: tenantFlagListSchema,
  permission: 'flag.view',
  run: async (ctx, { environment, q, overridden, ...paging }) => {
    const { db, now, scope } = ctx;
    const { id } = await findTenantEnvironment(ctx, environment);
    const tenant = scope.tenantKey;
    const asked = { projectId: scope.projectId, environmentId: id, now, q, overridden, tenant, seen: isSeen(ctx) };
    const page = await pageOfFlags(db, asked, paging);
    const states = await readFlagStates(db, id, page.items, tenant);
    return { ...page, items: states.map((state) => flagStateView(state, now)) };
  },
});
