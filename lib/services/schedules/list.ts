import { scheduleListSchema } from '@/lib/schemas/schedule';
import { findEnvironment } from '../configurations/find-subject';
import { cutPage, decodeCursor, textPosition } from '../cursor';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import { WITH_LAST_RUN } from './schedule-row';
import type { ScheduleView } from './types';
import { scheduleView } from './view';

const OPEN = ['waiting', 'paused', 'review', 'failed'];

const containing = (text: string) => ({ contains: text, mode: 'insensitive' as const });

/** A project's schedules, the newest first. */
export const listSchedules = defineRead({
  verbName: 'schedules.list',
  input: scheduleListSchema,
  permission: 'flag.view',
  run: async ({ db, scope }, { limit, cursor, q, flag, environment, status }): Promise<Page<ScheduleView>> => {
    const { projectId } = scope;
    const place = environment === undefined ? null : await findEnvironment(db, projectId, environment);
    const where = {
      projectId,
      ...(flag !== undefined && { flag }),
      ...(place && { environmentId: place.id }),
      ...(q && { OR: [{ description: containing(q) }, { flag: containing(q) }] }),
      ...(status !== undefined && { status: status === 'open' ? { in: OPEN } : status }),
    };
    const [below] = cursor === undefined ? [] : decodeCursor(textPosition, cursor);
    const rows = await db.schedule.findMany({
      where: below === undefined ? where : { ...where, id: { lt: below } },
      include: WITH_LAST_RUN,
      orderBy: { id: 'desc' },
      take: limit + 1,
    });
    const page = cutPage(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
    const items: ScheduleView[] = [];
    for (const row of page.items) items.push(await scheduleView(db, row));
    return { ...page, items, total: await db.schedule.count({ where }) };
  },
});
