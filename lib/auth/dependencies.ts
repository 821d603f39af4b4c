import type { ServiceContext } from '@/lib/services/context';
import { runtime } from '@/lib/runtime';

/** What contexts are made of, besides who asks: the process's own things, and the time it is. */
export type Dependencies = Pick<ServiceContext, 'db' | 'secrets' | 'now' | 'committed' | 'probe'>;

export async function dependencies(): Promise<Dependencies> {
  const own = runtime();
  const { prisma } = await own.database();
  return {
    db: prisma,
    secrets: own.secrets,
    now: own.now(),
    committed: (environmentIds) => own.committed(environmentIds),
    probe: (ms) => own.probe(ms),
  };
}
