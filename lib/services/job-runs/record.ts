import type { PrismaClient } from '@/lib/db/generated/client';
import { jsonOf } from '../json-of';
import type { Lease } from '../leases/lease';

/** How many runs of a job are kept that found something to do. */
const KEPT = 200;

export type RunOutcome = 'ok' | 'partly' | 'failed';

export interface FinishedRun {
  lease: Lease;
  startedAt: Date;
  finishedAt: Date;
  outcome: RunOutcome;
  report: Record<string, number>;
  startedBy: string;
}

/** Notes a run: always that it was, and what it did if that was anything. */
export async function recordRun(db: PrismaClient, run: FinishedRun): Promise<void> {
  const { lease, startedAt, finishedAt, outcome, report, startedBy } = run;
  await db.lease.updateMany({
    where: { name: lease.name, token: lease.token },
    data: { lastStartedAt: startedAt, lastFinishedAt: finishedAt, lastOutcome: outcome, lastStartedBy: startedBy },
  });
  const isIdle = outcome === 'ok' && Object.values(report).every((count) => count === 0);
  if (isIdle && startedBy !== 'person') return;
  const { name: job, holder } = lease;
  const { id } = await db.jobRun.create({
    data: { job, startedAt, finishedAt, outcome, report: jsonOf(report), startedBy, holder },
    select: { id: true },
  });
  if (id % 50n !== 0n) return;
  const [oldest] = await db.jobRun.findMany({ where: { job }, orderBy: { id: 'desc' }, skip: KEPT, take: 1 });
  if (oldest) await db.jobRun.deleteMany({ where: { job, id: { lte: oldest.id } } });
}
