import { asServiceError, serviceError } from '@/lib/services/errors';
import { recordRun } from '@/lib/services/job-runs/record';
import { releaseLease, renewLease, takeLease } from '@/lib/services/leases/lease';
import type { Job, JobContext, JobReport, StartedBy } from './types';

/** Long enough for a batch; who dies holding it is followed by another after so long. */
const LEASE_MS = 30_000;

export interface JobHost extends Pick<JobContext, 'db' | 'inProject' | 'asAuthor' | 'warn'> {
  /** Of this process. */
  holder: string;
  /** The database's clock, moved by the test clock. */
  now(): Promise<Date>;
}

/** What came of asking for a run: `busy` is another instance at work on the same. */
export type RunAnswer = { outcome: 'busy' } | { outcome: 'ok' | 'partly'; report: JobReport };

/** Runs a job under its lease, and notes what it did. Throws what the job threw. */
export async function runJob(job: Job, host: JobHost, startedBy: StartedBy): Promise<RunAnswer> {
  const { db, holder } = host;
  const lease = await takeLease(db, job.name, holder, LEASE_MS);
  if (!lease) return { outcome: 'busy' };
  const startedAt = await host.now();
  const keep = async (): Promise<void> => {
    if (!(await renewLease(db, lease, LEASE_MS))) throw serviceError('conflict', 'lease_lost');
  };
  const finish = async (outcome: 'ok' | 'partly' | 'failed', report: JobReport): Promise<void> => {
    await recordRun(db, { lease, startedAt, finishedAt: await host.now(), outcome, report, startedBy });
    await releaseLease(db, lease);
  };
  try {
    const { inProject, asAuthor, warn } = host;
    const report = await job.run({ db, now: startedAt, lease, keep, inProject, asAuthor, warn });
    const outcome = (report.failed ?? 0) > 0 ? 'partly' : 'ok';
    await finish(outcome, report);
    return { outcome, report };
  } catch (thrown) {
    // Whoever took over goes on with it.
    if (asServiceError(thrown)?.code !== 'lease_lost') await finish('failed', { failed: 1 }).catch(() => {});
    throw thrown;
  }
}
