import type { PrismaClient } from '@/lib/db/generated/client';

/** For so long the log of a webhook is kept, and what waits for nobody. */
const DELIVERIES_MS = 14 * 86_400_000;
const EVENTS_MS = 7 * 86_400_000;
/** Rows of one statement, and statements of one run: what is left is for the next hour. */
const BATCH = 5_000;
const MOST_BATCHES = 40;

async function inBatches(remove: () => Promise<number>): Promise<number> {
  let removed = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const count = await remove();
    removed += count;
    if (count < BATCH) break;
  }
  return removed;
}

/** Removes events that were turned into deliveries a week ago, and deliveries of two weeks ago; answers how many. */
export async function pruneOutbox(db: PrismaClient, now: Date): Promise<number> {
  const before = new Date(now.getTime() - EVENTS_MS);
  const logged = new Date(now.getTime() - DELIVERIES_MS);
  const events = await inBatches(
    () => db.$executeRaw`
      DELETE FROM outbox WHERE id IN (
        SELECT id FROM outbox WHERE delivered_at < ${before} ORDER BY delivered_at, id LIMIT ${BATCH})`,
  );
  const deliveries = await inBatches(
    () => db.$executeRaw`
      DELETE FROM webhook_delivery WHERE id IN (
        SELECT id FROM webhook_delivery WHERE created_at < ${logged} AND status <> 'waiting' LIMIT ${BATCH})`,
  );
  return events + deliveries;
}
