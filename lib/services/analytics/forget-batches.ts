import type { PrismaClient } from '@/lib/db/generated/client';

const KEPT_MS = 2 * 86_400_000;

/** Removes the ids of batches that nobody will try again; answers how many. */
export async function forgetBatches(db: PrismaClient, now: Date): Promise<number> {
  const { count } = await db.countBatch.deleteMany({ where: { at: { lt: new Date(now.getTime() - KEPT_MS) } } });
  return count;
}
