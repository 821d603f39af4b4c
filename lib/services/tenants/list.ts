import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { tenantListSchema } from '@/lib/schemas/tenant';
import { cutPage, decodeCursor } from '../cursor';
import { defineRead } from '../define-verb';
import { environmentsOf } from '../flags/states';
import { countsByTenant } from '../overrides/counts';
import type { Page } from '../page';
import { matchingText } from '../overrides/matching-text';
import { tenantView } from './tenant-row';
import type { TenantListItem } from './types';

const positionSchema = z.tuple([z.int(), z.string().max(200)]);
const rowsSchema = z.array(z.object({ id: z.string(), overrides: z.int(), key_folded: z.string() }));

/** The project's tenants by key, or those with the most overrides first; `q` looks into key and name. */
export const listTenants = defineRead({
  verbName: 'tenants.list',
  input: tenantListSchema,
  permission: 'flag.view',
  run: async ({ db, scope, now }, { limit, cursor, q, environment, withOverrides, sort }) => {
    const environments = await environmentsOf(db, scope.projectId);
    const shown = environments.filter(({ key }) => environment === undefined || key === environment);
    const place = { projectId: scope.projectId, environmentIds: shown.map(({ id }) => id), now };
    const counted = Prisma.sql`
      FROM tenant t LEFT JOIN (${countsByTenant(place)}) o ON o.tenant = t.key
      WHERE t.project_id = ${scope.projectId} ${matchingText(q, [Prisma.sql`t.key`, Prisma.sql`t.name`])}
        ${withOverrides ? Prisma.sql`AND o.count > 0` : Prisma.empty}`;
    const rank = sort === 'overrides' ? Prisma.sql`-coalesce(o.count, 0)` : Prisma.sql`coalesce(o.count, 0) * 0`;
    const [most, after] = cursor === undefined ? [] : decodeCursor(positionSchema, cursor);
    const beyond =
      most === undefined ? Prisma.empty : Prisma.sql`AND (${rank}, t.key_folded) > (${most}::int, ${after ?? ''})`;
    const found = rowsSchema.parse(
      await db.$queryRaw`
        SELECT t.id, t.key_folded, coalesce(o.count, 0)::int AS overrides ${counted} ${beyond}
        ORDER BY ${rank}, t.key_folded LIMIT ${limit + 1}`,
    );
    const [{ total }] = z
      .tuple([z.object({ total: z.int() })])
      .parse(await db.$queryRaw`SELECT count(*)::int AS total ${counted}`);
    const ids = found.slice(0, limit).map(({ id }) => id);
    const rows = await db.tenant.findMany({
      where: { id: { in: ids } },
      include: { _count: { select: { admins: true } } },
    });
    const items = new Map(rows.map((row) => [row.id, { ...tenantView(row), admins: row._count.admins }]));
    const page = cutPage(
      found,
      limit,
      ({ id, overrides }): TenantListItem[] =>
        [items.get(id)].flatMap((item) => (item ? [{ ...item, overrides }] : [])),
      ({ overrides, key_folded }) => [sort === 'overrides' ? -overrides : 0, key_folded],
    );
    const view: Page<TenantListItem> = { ...page, items: page.items.flat(), total };
    return view;
  },
});
