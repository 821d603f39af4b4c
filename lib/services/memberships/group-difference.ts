import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import type { EnvironmentRow, TransactionClient } from '../transaction-client';
import { ENDS, FLAG, ID, inForce, inGroup, STARTS } from './group-sql';

const rowsSchema = z.array(z.object({ key: z.string() }));
const keysOf = (rows: unknown): string[] => rowsSchema.parse(rows).map(({ key }) => key);

/** So many are looked at in one round; what is left over comes in the next. */
export const ROUND = 50_000;

/** Keys of memberships that a group has and should not, lacks, or holds with another window, in order. */
export async function wholeDifference(
  db: TransactionClient,
  environment: EnvironmentRow,
  now: Date,
  flag?: string,
): Promise<string[]> {
  const ofItems = flag === undefined ? Prisma.empty : Prisma.sql`AND ${FLAG} = ${flag}`;
  const ofGroup = flag === undefined ? Prisma.empty : Prisma.sql`AND flag = ${flag}`;
  return keysOf(
    await db.$queryRaw`
      WITH wanted AS (
        SELECT i.key, ${FLAG} AS flag, ${ID} AS membership, (${STARTS})::timestamptz AS starts,
          (${ENDS})::timestamptz AS ends, i.body->>'variant' AS variant
        FROM item i WHERE ${inGroup(environment, now)} ${ofItems}
      ), held AS (
        SELECT * FROM group_member WHERE environment_id = ${environment.id} ${ofGroup}
      )
      SELECT coalesce(w.key, h.flag || '/' || h.membership) AS key
      FROM wanted w FULL JOIN held h ON h.flag = w.flag AND h.membership = w.membership
      WHERE w.key IS NULL OR h.membership IS NULL OR h.starts_at <> w.starts OR h.ends_at <> w.ends
        OR h.variant IS DISTINCT FROM w.variant
      ORDER BY 1 LIMIT ${ROUND}`,
  );
}

/** Flags whose definition was written after a number: one may have been archived, restored or removed. */
export async function flagsSince(db: TransactionClient, environmentId: string, number: number): Promise<string[]> {
  return keysOf(
    await db.$queryRaw`
      SELECT key FROM item WHERE environment_id = ${environmentId} AND kind = 'flag' AND from_number > ${number}
      UNION SELECT key FROM item WHERE environment_id = ${environmentId} AND kind = 'flag' AND to_number > ${number}
      ORDER BY key`,
  );
}

/** Told so that only indexes of numbers answer: by kind, all memberships would be read where statistics lack. */
const OF_MEMBERSHIP = Prisma.sql`i.kind || '' = 'membership'`;

/** Keys of memberships that were written, began or ended since; at most one more than a round. */
export async function changedSince(
  db: TransactionClient,
  environment: EnvironmentRow,
  mark: { number: number; at: Date },
  now: Date,
): Promise<string[]> {
  const { id } = environment;
  return keysOf(
    await db.$queryRaw`
      SELECT i.key FROM item i WHERE i.environment_id = ${id} AND ${OF_MEMBERSHIP} AND i.from_number > ${mark.number}
      UNION SELECT i.key FROM item i
        WHERE i.environment_id = ${id} AND ${OF_MEMBERSHIP} AND i.to_number > ${mark.number}
      UNION SELECT i.key FROM item i
        WHERE ${inForce(id)} AND ${STARTS} > ${mark.at.toISOString()} AND ${STARTS} <= ${now.toISOString()}
      UNION SELECT flag || '/' || membership FROM group_member WHERE environment_id = ${id} AND ends_at <= ${now}
      ORDER BY 1 LIMIT ${ROUND + 1}`,
  );
}
