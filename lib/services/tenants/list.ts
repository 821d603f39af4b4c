import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { tenantListSchema } from '@/lib/schemas/tenant';
import { cutPage, decodeCursor } from '../cursor';
import { defineRead } from '../define-verb';
import { environmentsOf } from '../flags/states';
import { countsByTenant } from '../overrides/counts';
import { matchingText } from '../overrides/matching-text';
import type { Page } from '../page';
import type { TransactionClient } from '../transaction';
import { tenantView } from './tenant-row';
import type { TenantListItem } from './types';

type Place = Parameters<typeof countsByTenant>[0];
interface Selected {
  id: string;
  key: string;
  key_folded: string;
  rank: number;
}

const positionSchema = z.tuple([z.int(), z.string().max(200)]);
const rowsSchema = z.array(z.object({ id: z.string(), key: z.string(), key_folded: z.string(), rank: z.int() }));
const countsSchema = z.array(z.object({ key: z.string(), count: z.int() }));
const totalSchema = z.tuple([z.object({ total: z.int() })]);

/** `FROM tenant t …`, with the overrides `o` of each where they decide who is listed or in which order. */
function tenantsFrom(place: Place, q: string | undefined, { isCounted, withOverrides }: Record<string, boolean>) {
  return Prisma.sql`
    FROM tenant t ${isCounted ? Prisma.sql`LEFT JOIN (${countsByTenant(place)}) o ON o.key = t.key` : Prisma.empty}
    WHERE t.project_id = ${place.projectId} ${matchingText(q, [Prisma.sql`t.key`, Prisma.sql`t.name`])}
      ${withOverrides ? Prisma.sql`AND o.count > 0` : Prisma.empty}`;
}

/** Tenants as rows of the list, in their order, with their overrides counted. */
async function listItems(
  db: TransactionClient,
  place: Place,
  selected: readonly Selected[],
): Promise<TenantListItem[]> {
  const keys = selected.map(({ key }) => key);
  const counted = countsSchema.parse(await db.$queryRaw`${countsByTenant(place, keys)}`);
  const overrides = new Map(counted.map(({ key, count }) => [key, count]));
  const rows = await db.tenant.findMany({
    where: { id: { in: selected.map(({ id }) => id) } },
    include: { _count: { select: { admins: true } } },
  });
  const items = rows.map((row): [string, TenantListItem] => [
    row.id,
    { ...tenantView(row), overrides: overrides.get(row.key) ?? 0, admins: row._count.admins },
  ]);
  const byId = new Map(items);
  return selected.flatMap(({ id }) => byId.get(id) ?? []);
}

/** The project's tenants by key, or those with the most overrides first; `q` looks into key and name. */
export const listTenants = defineRead({
  verbName: 'tenants.list',
  input: tenantListSchema,
  permission: 'flag.view',
  run: async ({ db, scope, now }, asked): Promise<Page<TenantListItem>> => {
    const { limit, cursor, q, environment, withOverrides, sort } = asked;
    const environments = await environmentsOf(db, scope.projectId);
    const shown = environments.filter(({ key }) => environment === undefined || key === environment);
    const place = { projectId: scope.projectId, environmentIds: shown.map(({ id }) => id), now };
    const isRanked = sort === 'overrides';
    const from = tenantsFrom(place, q, { isCounted: isRanked || withOverrides, withOverrides });
    const rank = isRanked ? Prisma.sql`(-coalesce(o.count, 0))` : Prisma.sql`(0 * t.version)`;
    const [most, after] = cursor === undefined ? [] : decodeCursor(positionSchema, cursor);
    const beyond =
      most === undefined ? Prisma.empty : Prisma.sql`AND (${rank}, t.key_folded) > (${most}::int, ${after ?? ''})`;
    const found = rowsSchema.parse(
      await db.$queryRaw`
        SELECT t.id, t.key, t.key_folded, ${rank}::int AS rank ${from} ${beyond}
        ORDER BY rank, t.key_folded LIMIT ${limit + 1}`,
    );
    const [{ total }] = totalSchema.parse(await db.$queryRaw`SELECT count(*)::int AS total ${from}`);
    const page = cutPage(
      found,
      limit,
      (row) => row,
      (row) => [row.rank, row.key_folded],
    );
    return { ...page, items: await listItems(db, place, page.items), total };
  },
});
