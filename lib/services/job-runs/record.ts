import type { PrismaClient } from '@/lib/db/generated/client';
import { jsonOf } from '../json-of';
import type { Lease, TakenLease } from '../leases/lease';
import type { RunOutcome } from './types';

/** How many runs of a job are kept that found something to do. */
const KEPT = 200;

export interface FinishedRun {
  lease: Lease;
  startedAt: Date;
  finishedAt: Date;
  outcome: RunOutcome;
  report: Record<string, number>;
  startedBy: string;
  /** Why it failed: a code. */
  error?: string;
}

/** Forgets the oldest runs of a job, now and then. */
async function prune(db: PrismaClient, job: string, id: bigint): Promise<void> {
  // Ids are shared by all jobs: every tenth is often enough for each of them to come by.
  if (id % 10n !== 0n) return;
  const [oldest] = await db.jobRun.findMany({ where: { job }, orderBy: { id: 'desc' }, skip: KEPT, take: 1 });
  if (oldest) await db.jobRun.deleteMany({ where: { job, id: { lte: oldest.id } } });
}

/** Notes a run: always that it was, and what it did if that was anything. */
export async function recordRun(db: PrismaClient, run: FinishedRun): Promise<void> {
  const { lease, startedAt, finishedAt, outcome, report, startedBy, error } = run;
  await db.lease.updateMany({
    where: { name: lease.name, token: lease.token },
    data: { lastStartedAt: startedAt, lastFinishedAt: finishedAt, lastOutcome: outcome, lastStartedBy: startedBy },
  });
  const isIdle = outcome === 'ok' && Object.values(report).every((count) => count === 0);
  if (isIdle && startedBy !== 'person') return;
  const { name: job, holder } = lease;
  const { id } = await db.jobRun.create({
    data: { job, startedAt, finishedAt, outcome, report: jsonOf(report), startedBy, holder, error },
    select: { id: true },
  });
  await prune(db, job, id);
}

/** Notes the run that the last holder of a lease left behind without ending it. */
export async function recordAbandoned(db: PrismaClient, { name, abandoned }: TakenLease): Promise<void> {
  if (!abandoned) return;
  const { id } = await db.jobRun.create({
    data: { job: name, outcome: 'died', report: {}, ...abandoned },
    select: { id: true },
  });
  await prune(db, name, id);
}
