import { z } from 'zod';
import type { JobRunView, JobView } from './types';
import { RUN_OUTCOMES } from './types';

const outcomeSchema = z.enum(RUN_OUTCOMES);
const starterSchema = z.enum(['cron', 'ticker', 'person']);
const reportSchema = z.record(z.string(), z.number());

/** Processes are told apart by the start of their ids, as in the log. */
export const shortHolder = (holder: string): string => holder.slice(0, 8);

interface RunRow {
  id: bigint;
  startedAt: Date;
  finishedAt: Date | null;
  outcome: string | null;
  error: string | null;
  report: unknown;
  startedBy: string;
  holder: string;
}

export const runView = (row: RunRow): JobRunView => ({
  id: String(row.id),
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  outcome: outcomeSchema.parse(row.outcome ?? 'died'),
  report: reportSchema.parse(row.report ?? {}),
  startedBy: starterSchema.parse(row.startedBy),
  holder: shortHolder(row.holder),
  error: row.error,
});

/** A lease as it is stored; `held` by the database's clock. */
export const leaseRowSchema = z.object({
  name: z.string(),
  holder: z.string(),
  held: z.boolean(),
  begun: z.date().nullable(),
  begunBy: z.string().nullable(),
  lastStartedAt: z.date().nullable(),
  lastFinishedAt: z.date().nullable(),
  lastOutcome: z.string().nullable(),
  lastStartedBy: z.string().nullable(),
});
export type LeaseRow = z.output<typeof leaseRowSchema>;

export function lastOf(lease: LeaseRow | undefined): JobView['last'] {
  if (!lease?.lastStartedAt || !lease.lastFinishedAt) return null;
  return {
    startedAt: lease.lastStartedAt.toISOString(),
    finishedAt: lease.lastFinishedAt.toISOString(),
    outcome: outcomeSchema.parse(lease.lastOutcome),
    startedBy: starterSchema.parse(lease.lastStartedBy),
  };
}

export function runningOf(lease: LeaseRow | undefined): JobView['running'] {
  if (!lease?.begun) return null;
  const startedBy = starterSchema.parse(lease.begunBy);
  return { startedAt: lease.begun.toISOString(), startedBy, holder: shortHolder(lease.holder), died: !lease.held };
}
