import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { type Asked, type Found, found } from './found';
import type { CalendarKind, CalendarWhat } from './types';

const rowsSchema = z.array(
  z.object({ environmentId: z.string(), flag: z.string(), at: z.date(), last: z.date(), count: z.int() }),
);
/** Memberships begin and end in thousands: the database adds up what falls into one quarter of an hour. */
const STEP_S = 900;
const MOST = 20_000;

interface Edge {
  kind: CalendarKind & ('membership' | 'override');
  what: CalendarWhat & ('starts' | 'ends');
  field: Prisma.Sql;
}

// Instants are stored as `toISOString` writes them, so that they compare as texts, by an index where there is one.
const EDGES: readonly Edge[] = [
  { kind: 'membership', what: 'starts', field: Prisma.sql`(i.body->>'startsAt') COLLATE "C"` },
  { kind: 'membership', what: 'ends', field: Prisma.sql`(i.body->>'endsAt') COLLATE "C"` },
  { kind: 'override', what: 'ends', field: Prisma.sql`(i.body->>'expiresAt') COLLATE "C"` },
];

async function readEdge({ db, projectId, environments, flag, from, to }: Asked, { kind, field }: Edge) {
  const rows = await db.$queryRaw`
    SELECT i.environment_id AS "environmentId", split_part(i.key, '/', 1) AS flag, count(*)::int AS count,
      min((${field})::timestamptz) AS at, max((${field})::timestamptz) AS last
    FROM item i JOIN flag f ON f.project_id = ${projectId} AND f.key = split_part(i.key, '/', 1) AND f.archived_at IS NULL
    WHERE i.environment_id = ANY(${[...environments.keys()]}) AND i.kind = ${kind} AND i.to_number IS NULL
      AND ${field} >= ${new Date(from).toISOString()} AND ${field} < ${new Date(to).toISOString()}
      ${flag === undefined ? Prisma.empty : Prisma.sql`AND split_part(i.key, '/', 1) = ${flag}`}
    GROUP BY 1, 2, floor(extract(epoch FROM (${field})::timestamptz) / ${STEP_S}) ORDER BY 4 LIMIT ${MOST}`;
  return rowsSchema.parse(rows);
}

/** Where memberships begin and end, and overrides end: those of one flag and day are one entry. */
export async function readItems(asked: Asked): Promise<Found[]> {
  const read = await Promise.all(EDGES.map(async (edge) => ({ edge, rows: await readEdge(asked, edge) })));
  return read.flatMap(({ edge: { kind, what }, rows }) => {
    const byDay = new Map<string, Found>();
    for (const { environmentId, flag, at, last, count } of rows) {
      const environment = environments(asked, environmentId);
      const id = JSON.stringify([environment, flag, asked.days.of(at.getTime())]);
      const known = byDay.get(id);
      if (known) {
        known.count += count;
        known.until = last.toISOString();
        continue;
      }
      const until = last > at ? last.toISOString() : null;
      byDay.set(id, found({ kind, what, environment, flag, from: at.getTime(), until, count }));
    }
    return [...byDay.values()];
  });
}

const environments = ({ environments: known }: Asked, id: string): string => known.get(id) ?? '';
