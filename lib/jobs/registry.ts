import { deliverWebhooks } from './deliver-webhooks';
import { rollUp } from './roll-up';
import { runSchedules } from './run-schedules';
import { syncMemberships } from './sync-memberships';
import type { Job } from './types';

/** Everything that runs on a clock, by the name of its route. */
export const JOBS: readonly Job[] = [deliverWebhooks, rollUp, syncMemberships, runSchedules];
