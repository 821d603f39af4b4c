import { z } from 'zod';
import { scheduleRunListSchema } from '@/lib/schemas/schedule';
import { cutPage, decodeCursor, textPosition } from '../cursor';
import { defineRead } from '../define-verb';
import { serviceError } from '../errors';
import type { Page } from '../page';
import { findSchedule } from './schedule-row';
import type { ScheduleRunView } from './types';
import { runView } from './view';

const instant = z.iso.datetime();

/** What became of a schedule's runs, the newest planned instant first. */
export const listScheduleRuns = defineRead({
  verbName: 'schedules.listRuns',
  input: scheduleRunListSchema,
  permission: 'flag.view',
  run: async ({ db, scope }, { id, limit, cursor }): Promise<Page<ScheduleRunView>> => {
    const { id: scheduleId } = await findSchedule(db, scope.projectId, id);
    const [before] = cursor === undefined ? [] : decodeCursor(textPosition, cursor);
    if (before !== undefined && !instant.safeParse(before).success) throw serviceError('invalid', 'invalid_cursor');
    const rows = await db.scheduleRun.findMany({
      where: { scheduleId, ...(before !== undefined && { plannedAt: { lt: new Date(before) } }) },
      orderBy: { plannedAt: 'desc' },
      take: limit + 1,
    });
    const total = await db.scheduleRun.count({ where: { scheduleId } });
    return { ...cutPage(rows, limit, runView, ({ plannedAt }) => [plannedAt.toISOString()]), total };
  },
});
