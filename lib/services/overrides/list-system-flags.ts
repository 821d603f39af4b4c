import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { tenantFlagListSchema } from '@/lib/schemas/override';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import { countsByFlag } from './counts';
import { flagStateView } from './flag-view';
import { pageOfFlags } from './list-flags';
import { readFlagStates } from './read-states';
import type { SystemFlagView } from './types';

const countsSchema = z.array(z.object({ key: z.string(), count: z.int() }));

/** What each shown flag gives everybody in an environment, by key. */
export const listSystemFlags = defineRead({
  verbName: 'overrides.listSystemFlags',
  input: tenantFlagListSchema,
  permission: 'flag.view',
  run: async ({ db, now, scope }, { environment, q, overridden, ...paging }): Promise<Page<SystemFlagView>> => {
    const { projectId } = scope;
    const { id } = await findEnvironment(db, projectId, environment);
    const asked = { projectId, environmentId: id, now, q, overridden, tenant: null, seen: Prisma.sql`TRUE` };
    const page = await pageOfFlags(db, asked, paging);
    const keys = page.items.map(({ key }) => key);
    const counted = await db.$queryRaw`${countsByFlag({ projectId, environmentIds: [id], now }, keys)}`;
    const overrides = new Map(countsSchema.parse(counted).map(({ key, count }) => [key, count]));
    const states = await readFlagStates(db, id, page.items, null);
    const items = states.map((state) => ({
      ...flagStateView(state, now),
      overrides: overrides.get(state.row.key) ?? 0,
    }));
    return { ...page, items };
  },
});
