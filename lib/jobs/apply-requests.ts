import type { ServiceContext } from '@/lib/services/context';
import { carryOut, isForPeople } from '@/lib/services/approvals/carry-out';
import { dueRequests, noteAttempt } from '@/lib/services/approvals/due-requests';
import { asServiceError } from '@/lib/services/errors';
import { assertLease } from '@/lib/services/leases/lease';
import type { Job, JobContext } from './types';

type Outcome = 'applied' | 'failed' | 'waiting';

/** Applies one, together with the check that no other instance does. */
async function applyOne(job: JobContext, ctx: ServiceContext, id: string): Promise<Outcome> {
  try {
    await carryOut(ctx, id, (tx) => assertLease(tx.db, job.lease));
    return 'applied';
  } catch (thrown) {
    const refusal = asServiceError(thrown);
    if (refusal?.code === 'lease_lost') throw thrown;
    // It waits for approvals, or was applied or put away meanwhile.
    if (refusal?.code === 'approvals_missing' || refusal?.code === 'request_closed') return 'waiting';
    job.warn({ err: thrown, changeRequest: id }, 'a change request could not be applied');
    if (!refusal || !isForPeople(refusal)) await noteAttempt(ctx, id, job.lease);
    return 'failed';
  }
}

/** Applies change requests that are approved and whose time has come. */
export const applyRequests: Job = {
  name: 'apply-requests',
  everyMs: 5_000,
  async run(job) {
    const counts = { applied: 0, failed: 0 };
    for (const { id, projectId } of await dueRequests(job.db, job.now)) {
      await job.keep();
      const outcome = await applyOne(job, await job.inProject(projectId), id);
      if (outcome !== 'waiting') counts[outcome] += 1;
    }
    return counts;
  },
};
