import { asServiceError } from '@/lib/services/errors';
import { syncSince } from '@/lib/services/memberships/sync-environment';
import type { Job } from './types';

const MINUTE = 60_000;
/** Another took over, or the process has to end: the rest is for the next run. */
const ENDING = ['lease_lost', 'run_stopped'];

/** Keeps the copies of flags' groups up to date: who began, who ended, and what was changed. */
export const syncMemberships: Job = {
  name: 'sync-memberships',
  everyMs: MINUTE,
  async run({ db, lease, keep, inProject, warn }) {
    const report = { added: 0, removed: 0, failed: 0 };
    const environments = await db.environment.findMany({ orderBy: [{ projectId: 'asc' }, { key: 'asc' }] });
    for (const environment of environments) {
      try {
        const ctx = await inProject(environment.projectId);
        for (const { added, removed } of await syncSince(ctx, environment, { lease, keep })) {
          report.added += added;
          report.removed += removed;
        }
      } catch (thrown) {
        if (ENDING.includes(asServiceError(thrown)?.code ?? '')) throw thrown;
        report.failed += 1;
        warn({ err: thrown, environment: environment.id }, 'the groups of an environment were not synchronised');
      }
    }
    return report;
  },
};
