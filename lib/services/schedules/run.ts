import { nextCronInstant } from '@/lib/schemas/cron';
import { scheduleRunSchema } from '@/lib/schemas/schedule';
import { parseStoredInstructions } from '@/lib/schemas/stored-change';
import { authorize } from '../authorize';
import { changeConfiguration } from '../configurations/change';
import { findSubject } from '../configurations/find-subject';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { requireVersion } from '../require-version';
import type { WriteContext } from '../transaction';
import { assertFlag } from './assert-flag';
import { authorOfSchedule } from './author';
import { findSchedule, lockSchedule, type ScheduleRow } from './schedule-row';
import { settle } from './settle';
import { isClosed, isStopped } from './status';
import { permissionFor } from './try-instructions';
import type { ScheduleView } from './types';
import { scheduleView } from './view';

/** Now, or just after it where a run is noted for now already. */
async function freeInstant({ db, now }: WriteContext, scheduleId: string): Promise<Date> {
  const { _max } = await db.scheduleRun.aggregate({
    where: { scheduleId, plannedAt: { lt: new Date(now.getTime() + 1_000) } },
    _max: { plannedAt: true },
  });
  return new Date(Math.max(now.getTime(), (_max.plannedAt?.getTime() ?? 0) + 1));
}

/** What becomes of a schedule that a person ran: once is enough for an instant, an expression goes on. */
async function afterwards(tx: WriteContext, row: ScheduleRow, baseVersion: number) {
  const rest = { baseVersion, reason: null, attempts: 0, retryAt: null, version: { increment: 1 } };
  if (row.cron === null) return { ...rest, status: 'done', nextRunAt: null };
  if (row.status === 'paused') return rest;
  const next = nextCronInstant(row.cron, row.timezone, tx.now);
  const goesOn = isStopped(row) ? { ...(await authorOfSchedule(tx)), nextRunAt: next } : {};
  return { ...rest, ...goesOn, status: 'waiting' };
}

/** Does at once what a schedule would do, on what is stored now: also what waits for somebody to look at it. */
export const runSchedule = defineVerb({
  verbName: 'schedules.run',
  input: scheduleRunSchema,
  permission: 'config.edit',
  // Which environment it is about is known only once it was read.
  locks: () => ({ environments: 'all' }),
  reaches: async (tx, { id }) => [(await findSchedule(tx.db, tx.scope.projectId, id)).environment],
  comment: ({ comment }) => comment,
  run: async (tx, { id, version, comment }): Promise<ScheduleView> => {
    const row = await lockSchedule(tx.db, tx.scope.projectId, id);
    if (version !== undefined) requireVersion(version, row.version, await scheduleView(tx.db, row));
    if (isClosed(row)) throw serviceError('refused', 'schedule_closed');
    await assertFlag(tx.db, row);
    const instructions = parseStoredInstructions(row.instructions);
    if (!instructions) throw serviceError('refused', 'stored_unreadable');
    if (!tx.approval) authorize(tx, permissionFor(instructions), [row.environment]);
    const place = { flag: row.flag, environment: row.environment.key };
    const { configuration } = await findSubject(tx.db, tx.scope.projectId, place);
    const why = comment ?? row.comment ?? (row.description || undefined);
    // Whether it has to wait for others is asked of this whole run.
    const stored = await changeConfiguration.within(
      { ...tx, approval: tx.approval ?? { id } },
      { ...place, version: configuration.version, instructions, ...(why !== undefined && { comment: why }) },
    );
    const { version: made } = 'configuration' in stored ? stored.configuration : stored;
    await settle(tx, row, {
      plannedAt: await freeInstant(tx, id),
      byHand: true,
      outcome: made === configuration.version ? 'unchanged' : 'applied',
      configVersion: made,
      attempts: 1,
      data: await afterwards(tx, row, made),
    });
    return scheduleView(tx.db, await findSchedule(tx.db, tx.scope.projectId, id));
  },
});
