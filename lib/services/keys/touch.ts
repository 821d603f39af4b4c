import type { PrismaClient } from '@/lib/db/generated/client';

const EVERY_MS = 60_000;

/** Notes when keys were last used, at most once a minute each. Bookkeeping: that it fails is no one's error. */
export async function touchKeys(db: PrismaClient, ids: readonly string[], now: Date): Promise<void> {
  const before = new Date(now.getTime() - EVERY_MS);
  const due = { OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] };
  await db.apiKey.updateMany({ where: { id: { in: [...ids] }, ...due }, data: { lastUsedAt: now } }).catch(() => null);
}
