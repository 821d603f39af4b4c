import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { overrideGridSchema } from '@/lib/schemas/override';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import { definitionOf } from '../flags/definition-of';
import { readItem } from '../items/read';
import type { TransactionClient } from '../transaction';
import { flagStateView, type FlagState, isEnabling } from './flag-view';
import { isFlagShown, isOverrideInForce } from './in-force';
import { matchingText } from './matching-text';
import { splitOverrideKey } from './override-key';
import { readFlagStates } from './read-states';
import type { GridFlag, GridTenant, GridView, OverrideCell } from './types';

interface Window {
  limit: number;
  offset: number;
}
interface Place {
  projectId: string;
  environmentId: string;
  now: Date;
}

const tenantsSchema = z.array(z.object({ key: z.string(), name: z.string() }));
const flagsSchema = z.array(z.object({ id: z.string() }));
const cellsSchema = z.array(z.object({ kind: z.string(), key: z.string(), body: z.unknown() }));
const totalSchema = z.tuple([z.object({ total: z.int() })]);

async function windowOf<T>(
  db: TransactionClient,
  schema: z.ZodType<T[]>,
  from: Prisma.Sql,
  part: Prisma.Sql,
  at: Window,
) {
  const { limit, offset } = at;
  const rows = await db.$queryRaw`SELECT ${part} ${from} ORDER BY 1 LIMIT ${limit} OFFSET ${offset}`;
  const [{ total }] = totalSchema.parse(await db.$queryRaw`SELECT count(*)::int AS total ${from}`);
  return { rows: schema.parse(rows), total };
}

const tenantsFrom = (
  { projectId, environmentId, now }: Place,
  q: string | undefined,
  withOverrides: boolean,
) => Prisma.sql`
  FROM tenant t WHERE t.project_id = ${projectId} ${matchingText(q, [Prisma.sql`t.key`, Prisma.sql`t.name`])}
  ${
    withOverrides
      ? Prisma.sql`AND t.key IN (
          SELECT split_part(i.key, '/', 2) FROM item i
          JOIN flag f ON f.project_id = ${projectId} AND f.key = split_part(i.key, '/', 1)
          WHERE i.environment_id = ${environmentId} AND ${isOverrideInForce(now)}
            AND ${isFlagShown(Prisma.sql`i.environment_id`)})`
      : Prisma.empty
  }`;

const flagsFrom = ({ projectId, environmentId }: Place, q: string | undefined) => Prisma.sql`
  FROM flag f WHERE f.project_id = ${projectId} AND ${isFlagShown(Prisma.sql`${environmentId}`)}
  ${matchingText(q, [Prisma.sql`f.key`, Prisma.sql`f.name`])}`;

/** The overrides in force where these tenants and flags meet. */
async function cellsOf(
  db: TransactionClient,
  { environmentId, now }: Place,
  tenants: readonly GridTenant[],
  states: readonly FlagState[],
): Promise<OverrideCell[]> {
  const flags = new Map(states.map((state) => [state.row.key, state]));
  const found = await db.$queryRaw`
    SELECT i.kind, i.key, i.body FROM item i
    WHERE i.environment_id = ${environmentId} AND ${isOverrideInForce(now)}
      AND split_part(i.key, '/', 2) = ANY(${tenants.map(({ key }) => key)})
      AND split_part(i.key, '/', 1) = ANY(${[...flags.keys()]})`;
  return cellsSchema.parse(found).flatMap((row): OverrideCell[] => {
    const item = readItem(row);
    const place = splitOverrideKey(row.key);
    const state = flags.get(place.flag);
    if (item.kind !== 'override' || !state) return [];
    const { variant, expiresAt = null } = item.body;
    return [
      { ...place, variant, enabled: isEnabling(definitionOf(state.row), state.configuration, variant), expiresAt },
    ];
  });
}

function gridFlag(state: FlagState, now: Date): GridFlag {
  const { key, name, type, enabled, variant, systemEnabled, from, killed, tenantManaged, variants } = flagStateView(
    state,
    now,
  );
  return { key, name, type, enabled, variant, systemEnabled, from, killed, tenantManaged, variants };
}

/** A window of the grid of tenants and flags: rows and columns from an offset on, by key, and what differs in it. */
export const gridOfOverrides = defineRead({
  verbName: 'overrides.grid',
  input: overrideGridSchema,
  permission: 'flag.view',
  run: async ({ db, scope, now }, asked): Promise<GridView> => {
    const { projectId } = scope;
    const { id: environmentId } = await findEnvironment(db, projectId, asked.environment);
    const place = { projectId, environmentId, now };
    const tenants = await windowOf(
      db,
      tenantsSchema,
      tenantsFrom(place, asked.q, asked.withOverrides),
      Prisma.sql`t.key_folded, t.key, t.name`,
      { limit: asked.tenantLimit, offset: asked.tenantOffset },
    );
    const columns = await windowOf(db, flagsSchema, flagsFrom(place, asked.flags), Prisma.sql`f.key_folded, f.id`, {
      limit: asked.flagLimit,
      offset: asked.flagOffset,
    });
    const ids = columns.rows.map(({ id }) => id);
    const flags = await db.flag.findMany({ where: { id: { in: ids } }, orderBy: { keyFolded: 'asc' } });
    const states = await readFlagStates(db, environmentId, flags, null);
    return {
      tenants: tenants.rows,
      tenantTotal: tenants.total,
      flags: states.map((state) => gridFlag(state, now)),
      flagTotal: columns.total,
      cells: await cellsOf(db, place, tenants.rows, states),
    };
  },
});
