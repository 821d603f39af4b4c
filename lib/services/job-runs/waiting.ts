import { z } from 'zod';
import type { PrismaClient } from '@/lib/db/generated/client';

/** What is due, and what became of the jobs that see to it. */
export interface Waiting {
  /** Due now and not done, by what it is. */
  due: { schedules: number; plans: number; requests: number; deliveries: number };
  /** Events of projects of which no deliveries were made yet. */
  outbox: number;
  jobs: { name: string; lastFinishedAt: Date | null; isRunning: boolean }[];
}

const count = z.int();
const rowsSchema = z.tuple([
  z.object({ schedules: count, plans: count, requests: count, deliveries: count, outbox: count }),
]);
const leasesSchema = z.array(
  z.object({ name: z.string(), lastFinishedAt: z.date().nullable(), isRunning: z.boolean() }),
);

/** Counts what waits at an instant, for monitoring. */
export async function readWaiting(db: Pick<PrismaClient, '$queryRaw'>, now: Date): Promise<Waiting> {
  const counted = await db.$queryRaw`
    SELECT
      (SELECT count(*)::int FROM schedule WHERE status = 'waiting' AND next_run_at <= ${now}::timestamptz) AS schedules,
      (SELECT count(*)::int FROM plan WHERE status IN ('running', 'holding') AND due_at <= ${now}::timestamptz) AS plans,
      (SELECT count(*)::int FROM change_request
        WHERE status = 'scheduled' AND apply_at <= ${now}::timestamptz) AS requests,
      (SELECT count(*)::int FROM webhook_delivery
        WHERE status = 'waiting' AND next_at <= ${now}::timestamptz) AS deliveries,
      (SELECT count(*)::int FROM outbox WHERE delivered_at IS NULL AND project_id IS NOT NULL) AS outbox`;
  const [{ outbox, ...due }] = rowsSchema.parse(counted);
  const leases = await db.$queryRaw`
    SELECT name, last_finished_at AS "lastFinishedAt", until > clock_timestamp() AS "isRunning" FROM lease`;
  return { due, outbox, jobs: leasesSchema.parse(leases) };
}
