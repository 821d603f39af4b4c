import { asServiceError, serviceError } from '@/lib/services/errors';
import { recordAbandoned, recordRun } from '@/lib/services/job-runs/record';
import type { RunOutcome } from '@/lib/services/job-runs/types';
import { releaseLease, renewLease, takeLease } from '@/lib/services/leases/lease';
import type { Job, JobContext, JobReport, StartedBy } from './types';

/** Long enough for a batch; who dies holding it is followed by another after so long. */
const LEASE_MS = 30_000;

export interface JobHost extends Pick<JobContext, 'db' | 'inProject' | 'asAuthor' | 'warn'> {
  /** Of this process. */
  holder: string;
  /** The database's clock, moved by the test clock. */
  now(): Promise<Date>;
  /** Whether the process is about to end: a run stops at its next batch. */
  isStopping?(): boolean;
}

/** What came of asking for a run: `busy` is another instance at work on the same, `stopped` one that has to end. */
export type RunAnswer = { outcome: 'busy' } | { outcome: 'ok' | 'partly' | 'stopped'; report: JobReport };

const codeOf = (thrown: unknown): string => asServiceError(thrown)?.code ?? 'internal';

/** Runs a job under its lease, and notes what it did. Throws what the job threw. */
export async function runJob(job: Job, host: JobHost, startedBy: StartedBy): Promise<RunAnswer> {
  const { db, holder } = host;
  const startedAt = await host.now();
  const lease = await takeLease(db, job.name, holder, LEASE_MS, { startedAt, startedBy });
  if (!lease) return { outcome: 'busy' };
  const keep = async (): Promise<void> => {
    if (host.isStopping?.()) throw serviceError('unavailable', 'run_stopped');
    if (!(await renewLease(db, lease, LEASE_MS))) throw serviceError('conflict', 'lease_lost');
  };
  const finish = async (outcome: RunOutcome, report: JobReport, error?: string): Promise<void> => {
    await recordRun(db, { lease, startedAt, finishedAt: await host.now(), outcome, report, startedBy, error });
    await releaseLease(db, lease);
  };
  try {
    await recordAbandoned(db, lease);
    const { inProject, asAuthor, warn } = host;
    const report = await job.run({ db, now: startedAt, lease, keep, inProject, asAuthor, warn });
    const outcome = (report.failed ?? 0) > 0 ? 'partly' : 'ok';
    await finish(outcome, report);
    return { outcome, report };
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === 'run_stopped') {
      await finish('stopped', {});
      return { outcome: 'stopped', report: {} };
    }
    // Whoever took over goes on with it.
    if (code !== 'lease_lost') await finish('failed', { failed: 1 }, code).catch(() => {});
    throw thrown;
  }
}
