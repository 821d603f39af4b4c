import { Prisma } from '@/lib/db/generated/client';

// Instants are stored as `toISOString` writes them, so that they compare as texts.
export const STARTS = Prisma.sql`(i.body->>'startsAt') COLLATE "C"`;
export const ENDS = Prisma.sql`(i.body->>'endsAt') COLLATE "C"`;
export const FLAG = Prisma.sql`split_part(i.key, '/', 1)`;
export const ID = Prisma.sql`substr(i.key, strpos(i.key, '/') + 1)`;

/** Memberships in force of an environment, as `item i`. */
export const inForce = (environmentId: string): Prisma.Sql =>
  Prisma.sql`i.environment_id = ${environmentId} AND i.kind = 'membership' AND i.to_number IS NULL`;

/** Those that belong to a group: started, not ended, of a flag that is not archived. Hours of weekdays do not count. */
export function inGroup({ id, projectId }: { id: string; projectId: string }, now: Date): Prisma.Sql {
  const at = now.toISOString();
  return Prisma.sql`${inForce(id)} AND ${STARTS} <= ${at} AND ${ENDS} > ${at}
    AND ${FLAG} IN (SELECT f.key FROM flag f WHERE f.project_id = ${projectId} AND f.archived_at IS NULL)`;
}
