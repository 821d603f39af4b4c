import { footprintOf } from '@/lib/changes/footprint';
import { isMember } from '@/lib/permissions/allows';
import { scheduleCreateSchema } from '@/lib/schemas/schedule';
import { storeInstructions } from '@/lib/schemas/stored-change';
import { findSubject } from '../configurations/find-subject';
import type { ProjectScope, ServiceContext } from '../context';
import { defineVerb } from '../define-verb';
import { asServiceError, serviceError } from '../errors';
import { findFlag } from '../flags/flag-row';
import { jsonOf } from '../json-of';
import { allowanceOf, authorOfSchedule } from './author';
import { momentOf } from './moment';
import { WITH_LAST_RUN } from './schedule-row';
import { isEmergency, permissionFor, tryInstructions } from './try-instructions';
import type { ScheduleView } from './types';
import { auditedSchedule, scheduleView } from './view';

const create = defineVerb({
  verbName: 'schedules.create',
  input: scheduleCreateSchema,
  permission: 'config.edit',
  permissionOf: ({ instructions }) => permissionFor(instructions),
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ comment }) => comment,
  isCommentFree: ({ instructions }) => isEmergency(instructions),
  bindsLater: () => true,
  run: async (tx, { instructions: drafts, baseVersion, ...asked }): Promise<ScheduleView> => {
    const { missedAfter, description, enabled, comment } = asked;
    const subject = await findSubject(tx.db, tx.scope.projectId, asked);
    const moment = momentOf(asked, tx.now);
    const isRepeated = moment.cron !== null;
    const instructions = await tryInstructions(tx, subject, { instructions: drafts, baseVersion, isRepeated });
    const row = await tx.db.schedule.create({
      data: {
        id: tx.newId(),
        projectId: tx.scope.projectId,
        environmentId: subject.environment.id,
        flagId: subject.row.id,
        flag: subject.row.key,
        instructions: jsonOf(storeInstructions(instructions)),
        footprint: footprintOf(instructions),
        baseVersion: subject.configuration.version,
        ...moment,
        missedAfter: missedAfter === undefined || missedAfter === null ? null : BigInt(missedAfter),
        description,
        comment,
        status: enabled ? 'waiting' : 'paused',
        ...(await authorOfSchedule(tx)),
        requestId: allowanceOf(tx, subject.environment),
        createdAt: tx.now,
        updatedAt: tx.now,
      },
      include: WITH_LAST_RUN,
    });
    const view = await scheduleView(tx.db, row);
    const after = auditedSchedule(view);
    tx.audit({ action: 'schedule.create', flag: view.flag, environment: view.environment, after, comment });
    return view;
  },
});

/** What the body names and is not there is something wrong with the body: 422 instead of 404. */
async function absentOf(ctx: ServiceContext<ProjectScope>, raw: unknown, thrown: unknown): Promise<unknown> {
  const { projectId } = ctx.scope;
  const asked = scheduleCreateSchema.safeParse(raw);
  if (asServiceError(thrown)?.kind !== 'not_found' || !asked.success) return thrown;
  if (!isMember(ctx.actor.grants, projectId)) return thrown;
  const { flag, environment } = asked.data;
  if ((await ctx.db.environment.count({ where: { projectId, key: environment } })) === 0) {
    const issue = { path: 'environment', code: 'unknown_environment', message: 'There is no such environment.' };
    return serviceError('refused', 'unknown_environment', { issues: [issue] });
  }
  const found = await findFlag(ctx.db, projectId, flag).catch(() => null);
  const issue = { path: 'flag', code: 'flag_absent', message: 'There is no flag with this key.' };
  return found ? thrown : serviceError('refused', 'unknown_flag', { issues: [issue] });
}

/** Schedules a change of a configuration: at an instant, or by a cron expression. It is tried first. */
export const createSchedule = Object.assign(
  async (ctx: ServiceContext<ProjectScope>, raw: unknown): Promise<ScheduleView> => {
    try {
      return await create(ctx, raw);
    } catch (thrown) {
      throw await absentOf(ctx, raw, thrown);
    }
  },
  create,
);
