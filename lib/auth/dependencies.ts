import { runtime } from '@/lib/runtime';
import type { Dependencies } from './context';
import { siteOf } from './site';

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
    outbound: own.outbound,
    mayMoveClock: own.env.allowTestClock,
    jobs: {
      known: own.jobs.known,
      ticker: own.jobs.isTicking(),
      cron: own.env.cronSecret !== undefined,
      run: (name) => own.jobs.run(name, 'person'),
    },
  };
}
