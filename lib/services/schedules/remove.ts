import { scheduleRemoveSchema } from '@/lib/schemas/schedule';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { requireVersion } from '../require-version';
import { findSchedule, lockSchedule } from './schedule-row';
import { isClosed } from './status';
import { auditedSchedule, scheduleView } from './view';

/** Cancels a schedule. It stays in the list with its runs, and does nothing any more. */
export const cancelSchedule = defineVerb({
  verbName: 'schedules.cancel',
  input: scheduleRemoveSchema,
  permission: 'config.edit',
  locks: () => ({}),
  reaches: async (tx, { id }) => [(await findSchedule(tx.db, tx.scope.projectId, id)).environment],
  // That something will not happen needs no reason.
  isCommentFree: () => true,
  comment: ({ comment }) => comment,
  run: async (tx, { id, version, comment }): Promise<void> => {
    const row = await lockSchedule(tx.db, tx.scope.projectId, id);
    const before = await scheduleView(tx.db, row);
    requireVersion(version, row.version, before);
    if (isClosed(row)) throw serviceError('refused', 'schedule_closed');
    await tx.db.schedule.update({
      where: { id },
      data: { status: 'cancelled', nextRunAt: null, retryAt: null, version: { increment: 1 }, updatedAt: tx.now },
    });
    const { flag, environment } = before;
    tx.audit({ action: 'schedule.cancel', flag, environment, before: auditedSchedule(before), comment });
  },
});
