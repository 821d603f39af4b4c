import { Prisma } from '@/lib/db/generated/client';

// Instants are stored as `toISOString` writes them, so that they compare as texts.
export const STARTS = Prisma.sql`(i.body->>'startsAt') COLLATE "C"`;
export const ENDS = Prisma.sql`(i.body->>'endsAt') COLLATE "C"`;
export const FLAG = Prisma.sql`split_part(i.key, '/', 1)`;
export const ID = Prisma.sql`substr(i.key, strpos(i.key, '/') + 1)`;

/** Memberships in force of an environment, as `item i`. */
export const inForce = (environmentId: string): Prisma.Sql =>
  Prisma.sql`i.environment_id = ${environmentId} AND i.kind = 'membership' AND i.to_number IS NULL`;

type Place = { id: string; projectId: string };

/** Started, not ended, and of a flag that is not archived. Hours of weekdays do not count. */
function isRunning({ projectId }: Place, now: Date): Prisma.Sql {
  const at = now.toISOString();
  return Prisma.sql`${STARTS} <= ${at} AND ${ENDS} > ${at}
    AND ${FLAG} IN (SELECT f.key FROM flag f WHERE f.project_id = ${projectId} AND f.archived_at IS NULL)`;
}

/** Those that belong to a group. */
export const inGroup = (place: Place, now: Date): Prisma.Sql =>
  Prisma.sql`${inForce(place.id)} AND ${isRunning(place, now)}`;

/**
 * The same of a few keys, for `WITH … AS MATERIALIZED`. Each is looked up by its key, once: the planner thinks that few
 * have begun, and would read all that have.
 */
export const inGroupOf = (place: Place, now: Date, keys: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT i.key, i.body FROM (
    SELECT found.key, found.body FROM unnest(${[...keys]}::text[]) AS k(key)
    CROSS JOIN LATERAL (SELECT i.key, i.body FROM item i WHERE ${inForce(place.id)} AND i.key = k.key OFFSET 0) AS found
    OFFSET 0
  ) AS i WHERE ${isRunning(place, now)}`;
