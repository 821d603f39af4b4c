import { runDue } from '@/lib/services/schedules/run-due';
import type { Job } from './types';

/** Makes the changes whose time has come. */
export const runSchedules: Job = { name: 'run-schedules', everyMs: 5_000, run: (ctx) => runDue(ctx) };
