import { forgetBatches } from '@/lib/services/analytics/forget-batches';
import { pruneOutbox } from '@/lib/services/outbox/prune';
import { pruneAttempts } from '@/lib/services/attempts/prune';
import { pruneSignals } from '@/lib/services/signals/prune';
import type { Job } from './types';

const HOUR = 3_600_000;

/** Keeps what only grows within its bounds. */
export const rollUp: Job = {
  name: 'roll-up',
  everyMs: HOUR,
  async run({ db, now }) {
    await pruneAttempts(db, now);
    await pruneSignals(db, now);
    return { batches: await forgetBatches(db, now), events: await pruneOutbox(db, now) };
  },
};
