import { advancePlans } from './advance-plans';
import { deliverWebhooks } from './deliver-webhooks';
import { applyRequests } from './apply-requests';
import { rollUp } from './roll-up';
import { runSchedules } from './run-schedules';
import { syncMemberships } from './sync-memberships';
import type { Job } from './types';

/** Everything that runs on a clock, by the name of its route. */
export const JOBS: readonly Job[] = [
  advancePlans,
  applyRequests,
  deliverWebhooks,
  rollUp,
  syncMemberships,
  runSchedules,
];
