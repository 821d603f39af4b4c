import { z } from 'zod';
import type { TransactionClient } from '../transaction';

const DAY = 86_400_000;
const DAYS = 7;

const seenRows = z.array(z.object({ environment_id: z.string(), flag: z.string(), at: z.date() }));
const dayRows = z.array(z.object({ flag: z.string(), day: z.date(), count: z.coerce.number() }));

/** When flags were last evaluated, by `<environment id> <flag key>`. */
export async function lastSeen(
  db: TransactionClient,
  environmentIds: readonly string[],
  flags: readonly string[],
): Promise<Map<string, Date>> {
  const rows = await db.$queryRaw`
    SELECT environment_id, flag, max(last_at) AS at FROM evaluation_count
    WHERE environment_id = ANY(${[...environmentIds]}) AND flag = ANY(${[...flags]})
    GROUP BY environment_id, flag`;
  return new Map(seenRows.parse(rows).map((row) => [`${row.environment_id} ${row.flag}`, row.at]));
}

/** Evaluations per UTC day of the last seven, today included, oldest first, by flag key. */
export async function evaluationsByDay(
  db: TransactionClient,
  environmentIds: readonly string[],
  flags: readonly string[],
  now: Date,
): Promise<Map<string, number[]>> {
  const today = Math.floor(now.getTime() / DAY);
  const first = new Date((today - DAYS + 1) * DAY);
  const rows = await db.$queryRaw`
    SELECT flag, date_trunc('day', hour, 'UTC') AS day, sum(count)::float8 AS count FROM evaluation_count
    WHERE environment_id = ANY(${[...environmentIds]}) AND flag = ANY(${[...flags]}) AND hour >= ${first}
    GROUP BY 1, 2`;
  const days = new Map(flags.map((flag) => [flag, Array.from({ length: DAYS }, () => 0)]));
  for (const { flag, day, count } of dayRows.parse(rows)) {
    const index = Math.floor(day.getTime() / DAY) - (today - DAYS + 1);
    const counts = days.get(flag);
    if (counts && index >= 0 && index < DAYS) counts[index] = count;
  }
  return days;
}
