import { overridePlaceSchema } from '@/lib/schemas/override';
import type { TenantScope } from '../context';
import { defineRead } from '../define-verb';
import { flagStateView } from './flag-view';
import { readFlagState } from './read-states';
import { assertShown, findSeenFlag, findTenantEnvironment } from './tenant-place';
import type { TenantFlagView } from './types';

/** What one shown flag gives the tenant in an environment. */
export const getTenantFlag = defineRead<typeof overridePlaceSchema, TenantFlagView, TenantScope>({
  verbName: 'overrides.getTenantFlag',
  input: overridePlaceSchema,
  permission: 'flag.view',
  run: async (ctx, { flag, environment }) => {
    const { id } = await findTenantEnvironment(ctx, environment);
    const row = await findSeenFlag(ctx, flag);
    await assertShown(ctx.db, row, id);
    return flagStateView(await readFlagState(ctx.db, id, row, ctx.scope.tenantKey), ctx.now);
  },
});
