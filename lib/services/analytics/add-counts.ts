import type { PrismaClient } from '@/lib/db/generated/client';
import type { CountBatch } from '@/lib/delivery/counter';

/**
 * Adds a batch to the hourly counts, once however often it is tried: the batch's id is stored by the same statement.
 * Rows go in in one order, so that two instances adding the same counters do not wait for each other.
 */
export async function addCounts(db: PrismaClient, { id, rows }: CountBatch, now: Date): Promise<void> {
  const columns = {
    environments: rows.map((row) => row.environmentId),
    flags: rows.map((row) => row.flag),
    variants: rows.map((row) => row.variant),
    sdks: rows.map((row) => row.sdk),
    hours: rows.map((row) => new Date(row.hour)),
    counts: rows.map((row) => row.count),
    lastAts: rows.map((row) => new Date(row.lastAt)),
  };
  await db.$executeRaw`
    WITH fresh AS (
      INSERT INTO count_batch (id, at) VALUES (${id}, ${now}) ON CONFLICT DO NOTHING RETURNING id
    )
    INSERT INTO evaluation_count (environment_id, flag, variant, sdk, hour, count, last_at)
    SELECT t.environment_id, t.flag, t.variant, t.sdk, t.hour, t.count, t.last_at
    FROM unnest(
      ${columns.environments}::text[], ${columns.flags}::text[], ${columns.variants}::text[], ${columns.sdks}::text[],
      ${columns.hours}::timestamptz[], ${columns.counts}::bigint[], ${columns.lastAts}::timestamptz[]
    ) AS t (environment_id, flag, variant, sdk, hour, count, last_at)
    WHERE EXISTS (SELECT 1 FROM fresh)
    ORDER BY t.environment_id, t.flag, t.variant, t.sdk, t.hour
    ON CONFLICT (environment_id, flag, variant, sdk, hour) DO UPDATE
    SET count = evaluation_count.count + excluded.count,
        last_at = greatest(evaluation_count.last_at, excluded.last_at)`;
}
