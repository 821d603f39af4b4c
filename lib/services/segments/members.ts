import { z } from 'zod';
import { likeLiteral } from '../like';
import type { EnvironmentRow, TransactionClient } from '../transaction';

/** The key of a member's item; neither a segment's key nor a prefix of one holds a slash. */
export const memberKey = (segment: string, subject: string): string => `${segment}/${subject}`;

/** Selects the members in force of one segment. */
const membersWhere = (environmentId: string, segment: string) => ({
  environmentId,
  kind: 'member',
  key: { startsWith: likeLiteral(memberKey(segment, '')) },
  toNumber: null,
});

export const countMembers = (db: TransactionClient, environmentId: string, segment: string): Promise<number> =>
  db.item.count({ where: membersWhere(environmentId, segment) });

const countRows = z.array(z.object({ environment_id: z.string(), segment: z.string(), count: z.int() }));

/** Members of several segments, by segment key and then environment key; none is absent. */
export async function countAllMembers(
  db: TransactionClient,
  environments: readonly EnvironmentRow[],
  segments: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  const rows = await db.$queryRaw`
    SELECT environment_id, split_part(key, '/', 1) AS segment, count(*)::int AS count FROM item
    WHERE environment_id = ANY(${environments.map(({ id }) => id)}) AND kind = 'member' AND to_number IS NULL
      AND split_part(key, '/', 1) = ANY(${[...segments]})
    GROUP BY 1, 2`;
  const counted = new Map(countRows.parse(rows).map((row) => [`${row.environment_id} ${row.segment}`, row.count]));
  const ofSegment = (segment: string): Record<string, number> =>
    Object.fromEntries(environments.map(({ id, key }) => [key, counted.get(`${id} ${segment}`) ?? 0]));
  return new Map(segments.map((segment) => [segment, ofSegment(segment)]));
}
