import { runtime } from '@/lib/runtime';
import type { ServiceContext } from '@/lib/services/context';
import { siteOf } from './site';

/** What contexts are made of, besides who asks: the process's own things, the time it is, and the site's address. */
export type Dependencies = Pick<
  ServiceContext,
  'db' | 'secrets' | 'now' | 'committed' | 'probe' | 'site' | 'mayMoveClock'
>;

/** For one request, by its headers. */
export async function dependencies(headers: Headers): Promise<Dependencies> {
  const own = runtime();
  const { prisma } = await own.database();
  return {
    db: prisma,
    secrets: own.secrets,
    now: own.now(),
    committed: own.committed,
    probe: own.probe,
    site: siteOf(headers).origin,
    mayMoveClock: own.env.allowTestClock,
  };
}
