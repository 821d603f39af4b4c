import { Prisma } from '@/lib/db/generated/client';

// Instants are stored as `toISOString` writes them, so that they compare as texts.
export const STARTS = Prisma.sql`(i.body->>'startsAt') COLLATE "C"`;
export const ENDS = Prisma.sql`(i.body->>'endsAt') COLLATE "C"`;
export const FLAG = Prisma.sql`split_part(i.key, '/', 1)`;
export const ID = Prisma.sql`substr(i.key, strpos(i.key, '/') + 1)`;

/** Memberships in force of an environment, as `item i`. */
export const inForce = (environmentId: string): Prisma.Sql =>
  Prisma.sql`i.environment_id = ${environmentId} AND i.kind = 'membership' AND i.to_number IS NULL`;

/**
 * The same, told so that no index of memberships in force counts as an answer. Before the database has statistics it
 * takes each of them for one that leaves a single row, and would read a million to find one key.
 */
export const inForceByKey = (environmentId: string): Prisma.Sql =>
  Prisma.sql`i.environment_id = ${environmentId} AND i.kind = 'membership' AND num_nulls(i.to_number) = 1`;

type Place = { id: string; projectId: string };

/**
 * Started, not ended, and of a flag that is not archived. Hours of weekdays do not count. With `IS TRUE` flags are
 * hashed once, however few memberships the planner expects.
 */
function isRunning({ projectId }: Place, now: Date): Prisma.Sql {
  const at = now.toISOString();
  return Prisma.sql`${STARTS} <= ${at} AND ${ENDS} > ${at}
    AND (${FLAG} IN (SELECT f.key FROM flag f WHERE f.project_id = ${projectId} AND f.archived_at IS NULL)) IS TRUE`;
}

/** Those that belong to a group. */
export const inGroup = (place: Place, now: Date): Prisma.Sql =>
  Prisma.sql`${inForce(place.id)} AND ${isRunning(place, now)}`;

/** The same of a few keys, for `WITH … AS MATERIALIZED`. Each is looked up by its key, once. */
export const inGroupOf = (place: Place, now: Date, keys: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT i.key, i.body FROM (
    SELECT found.key, found.body FROM unnest(${[...keys]}::text[]) AS k(key)
    CROSS JOIN LATERAL (
      SELECT i.key, i.body FROM item i WHERE ${inForceByKey(place.id)} AND i.key = k.key OFFSET 0
    ) AS found
    OFFSET 0
  ) AS i WHERE ${isRunning(place, now)}`;
