import type { Prisma } from '@/lib/db/generated/client';
import type { Issue } from '../errors';
import { jsonOf } from '../json-of';
import type { WriteContext } from '../transaction';
import type { ScheduleRow } from './schedule-row';
import type { RunOutcome } from './types';

/** From then on a run is late. */
const LATE_MS = 60_000;

export interface Settled {
  /** The instant it was meant for. */
  plannedAt: Date;
  outcome: RunOutcome;
  error?: { code: string; issues?: Issue[] };
  configVersion?: number;
  /** Whether it was a person who ran it: then it is not late. */
  byHand?: boolean;
  /** What else becomes of the schedule. */
  data: Prisma.ScheduleUncheckedUpdateInput;
  attempts: number;
}

/** Whether something that was meant for an instant is late by now. */
const isLate = (plannedAt: Date, now: Date): boolean => now.getTime() - plannedAt.getTime() > LATE_MS;

/**
 * Writes down what a run did, in the transaction that did it; the schedule's row is locked. There is one run for each
 * planned instant: a failed attempt becomes another outcome, and every other stays what it is.
 */
export async function settle(tx: WriteContext, row: ScheduleRow, settled: Settled): Promise<void> {
  const { plannedAt, outcome, attempts, error, configVersion = null, byHand = false } = settled;
  const { id: scheduleId } = row;
  const late = !byHand && isLate(plannedAt, tx.now);
  const data = {
    at: tx.now,
    outcome,
    late,
    attempts,
    configVersion,
    error: jsonOf(error ?? {}),
  };
  const { count } = await tx.db.scheduleRun.updateMany({ where: { scheduleId, plannedAt, outcome: 'failed' }, data });
  if (count === 0) await tx.db.scheduleRun.create({ data: { ...data, scheduleId, plannedAt } });
  await tx.db.schedule.update({ where: { id: scheduleId }, data: { ...settled.data, updatedAt: tx.now } });
  // An attempt that will be made again is no news yet.
  if (outcome === 'failed' && settled.data.status !== 'failed') return;
  const said = {
    id: scheduleId,
    flag: row.flag,
    environment: row.environment.key,
    plannedAt: plannedAt.toISOString(),
    outcome,
    late,
    ...(error && { error: error.code }),
    ...(configVersion !== null && { configVersion }),
  };
  tx.event(`schedule.${outcome}`, row.environmentId, said);
  const { flag, environment, ...after } = said;
  tx.audit({ action: 'schedule.run', flag, environment, after });
}
