import type { z } from 'zod';
import { footprintOf } from '@/lib/changes/footprint';
import type { Prisma } from '@/lib/db/generated/client';
import { schedulePatchSchema } from '@/lib/schemas/schedule';
import { storeInstructions } from '@/lib/schemas/stored-change';
import { authorize } from '../authorize';
import { findSubject } from '../configurations/find-subject';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { jsonOf } from '../json-of';
import { requireVersion } from '../require-version';
import type { WriteContext } from '../transaction';
import { allowanceOf, authorOfSchedule } from './author';
import { assertFlag } from './assert-flag';
import { momentOf } from './moment';
import { findSchedule, lockSchedule, type ScheduleRow, WITH_LAST_RUN } from './schedule-row';
import { isClosed, isStopped } from './status';
import { permissionFor, tryInstructions } from './try-instructions';
import type { ScheduleView } from './types';
import { auditedSchedule, scheduleView } from './view';

type Patch = z.output<typeof schedulePatchSchema>;
type Data = Prisma.ScheduleUncheckedUpdateInput;

const movesTime = ({ at, cron, timezone }: Patch): boolean => [at, cron, timezone].some((part) => part !== undefined);
const changesWhat = (patch: Patch): boolean => patch.instructions !== undefined;

/** Whether the clock will do something else, or do something again, after it. */
const binds = (patch: Patch): boolean =>
  movesTime(patch) || changesWhat(patch) || patch.enabled === true || patch.missedAfter !== undefined;

/** Whether somebody wants it to go on: after a look at it, after it failed, after a pause. */
const resumes = (row: ScheduleRow, patch: Patch): boolean =>
  patch.enabled === true
    ? row.status !== 'waiting'
    : patch.enabled === undefined && isStopped(row) && (movesTime(patch) || changesWhat(patch));

/** When it runs after this; an instant that has passed meanwhile has to be named anew. */
function timeOf(row: ScheduleRow, patch: Patch, now: Date): Data {
  const goesOn = resumes(row, patch);
  if (!movesTime(patch) && !goesOn) return {};
  const kept = row.cron === null ? { at: row.at ?? undefined } : { cron: row.cron };
  const { at, cron, timezone = row.timezone } = patch;
  const asked = at === undefined && cron === undefined ? kept : { at, cron };
  return { ...momentOf({ ...asked, timezone }, now), attempts: 0, retryAt: null };
}

async function instructionsOf(tx: WriteContext, row: ScheduleRow, patch: Patch): Promise<Data> {
  const takesOver = isStopped(row) && resumes(row, patch);
  if (!changesWhat(patch) && !takesOver) return {};
  const subject = await findSubject(tx.db, tx.scope.projectId, { flag: row.flag, environment: row.environment.key });
  const isRepeated = (patch.cron ?? (patch.at === undefined ? row.cron : null)) !== null;
  const asked = { baseVersion: undefined, isRepeated };
  const found =
    patch.instructions && (await tryInstructions(tx, subject, { ...asked, instructions: patch.instructions }));
  return {
    baseVersion: subject.configuration.version,
    ...(found && { instructions: jsonOf(storeInstructions(found)), footprint: footprintOf(found) }),
    // Whoever says what it does, or that it may go on, answers for it.
    ...(await authorOfSchedule(tx)),
  };
}

function statusOf(row: ScheduleRow, patch: Patch): Data {
  if (patch.enabled === false) return { status: 'paused', reason: null };
  return resumes(row, patch) ? { status: 'waiting', reason: null } : {};
}

/** What the audit calls it: pausing and going on are told apart from edits. */
function sayUpdated(tx: WriteContext, patch: Patch, before: ScheduleView, view: ScheduleView): void {
  const { flag, environment } = view;
  const { comment } = patch;
  const said = { flag, environment, before: auditedSchedule(before), after: auditedSchedule(view), comment };
  const isSwitch = !movesTime(patch) && !changesWhat(patch);
  if (isSwitch && patch.enabled === false) tx.audit({ action: 'schedule.pause', ...said });
  else if (isSwitch && patch.enabled === true) tx.audit({ action: 'schedule.resume', ...said });
  else tx.audit({ action: 'schedule.update', ...said });
}

/** Changes what a schedule does or when, pauses it, or lets it go on, on what is stored now. */
export const updateSchedule = defineVerb({
  verbName: 'schedules.update',
  input: schedulePatchSchema,
  permission: 'config.edit',
  locks: () => ({}),
  reaches: async (tx, { id }) => [(await findSchedule(tx.db, tx.scope.projectId, id)).environment],
  comment: ({ comment }) => comment,
  isCommentFree: (patch) => !binds(patch),
  bindsLater: binds,
  run: async (tx, patch): Promise<ScheduleView> => {
    const { id, version, missedAfter, description, comment } = patch;
    const row = await lockSchedule(tx.db, tx.scope.projectId, id);
    const before = await scheduleView(tx.db, row);
    requireVersion(version, row.version, before);
    if (isClosed(row)) throw serviceError('refused', 'schedule_closed');
    if (binds(patch)) await assertFlag(tx.db, row);
    const does = patch.instructions ?? before.instructions;
    if (!tx.approval) authorize(tx, permissionFor(does), [row.environment]);
    const next = await tx.db.schedule.update({
      where: { id },
      data: {
        ...timeOf(row, patch, tx.now),
        ...(await instructionsOf(tx, row, patch)),
        ...statusOf(row, patch),
        ...(missedAfter !== undefined && { missedAfter: missedAfter === null ? null : BigInt(missedAfter) }),
        ...(description !== undefined && { description }),
        ...(comment !== undefined && { comment }),
        ...(binds(patch) && { requestId: allowanceOf(tx, row.environment) }),
        version: { increment: 1 },
        updatedAt: tx.now,
      },
      include: WITH_LAST_RUN,
    });
    const view = await scheduleView(tx.db, next);
    sayUpdated(tx, patch, before, view);
    return view;
  },
});
