import type { PrismaClient } from '@/lib/db/generated/client';

const KEPT_MS = 30 * 86_400_000;

/** Forgets signals older than 30 days, but for the newest of each name: what was posted once stays known. */
export const pruneSignals = (db: Pick<PrismaClient, '$executeRaw'>, now: Date): Promise<number> =>
  db.$executeRaw`
    DELETE FROM signal AS old WHERE old.at < ${new Date(now.getTime() - KEPT_MS)} AND EXISTS (
      SELECT 1 FROM signal AS newer
      WHERE newer.environment_id = old.environment_id AND newer.name = old.name
        AND newer.flag IS NOT DISTINCT FROM old.flag
        AND (newer.at > old.at OR (newer.at = old.at AND newer.id > old.id)))`;
