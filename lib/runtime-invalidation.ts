import type { Database } from '@/lib/db/open';
import { inProcessInvalidation, type Invalidation } from '@/lib/delivery/invalidation';
import { postgresInvalidation } from '@/lib/delivery/postgres-invalidation';
import { redisInvalidation } from '@/lib/delivery/redis-invalidation';

/** Redis where configured, else PostgreSQL itself; the embedded database has one process only. */
export function chooseInvalidation(database: Database, redisUrl: string | undefined, instance: string): Invalidation {
  if (redisUrl !== undefined) return redisInvalidation(redisUrl, instance);
  if (database.kind === 'embedded') return inProcessInvalidation();
  const notify = (channel: string, payload: string): Promise<unknown> =>
    database.prisma.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
  return postgresInvalidation({ connect: database.connect, notify }, instance);
}
