import { schedulePlaceSchema } from '@/lib/schemas/schedule';
import { defineRead } from '../define-verb';
import { findSchedule } from './schedule-row';
import type { ScheduleView } from './types';
import { scheduleView } from './view';

export const getSchedule = defineRead({
  verbName: 'schedules.get',
  input: schedulePlaceSchema,
  permission: 'flag.view',
  run: async ({ db, scope }, { id }): Promise<ScheduleView> =>
    scheduleView(db, await findSchedule(db, scope.projectId, id)),
});
