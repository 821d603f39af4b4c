import { calendarSchema } from '@/lib/schemas/calendar';
import { defineRead } from '../define-verb';
import { serviceError } from '../errors';
import { markCollisions } from './collisions';
import { type Days, daysOf } from './days';
import type { Asked } from './found';
import { readItems } from './read-items';
import { readPlans } from './read-plans';
import { readRequests } from './read-requests';
import { readRules } from './read-rules';
import { readSchedules } from './read-schedules';
import type { CalendarEntry, CalendarView } from './types';

/** Entries of one day that are listed; changes come before what they reach. */
const PER_DAY = 60;

/** Takes so many of each day, collisions first, and counts the rest. */
function bounded(entries: readonly CalendarEntry[], days: Days, from: number): Pick<CalendarView, 'items' | 'more'> {
  const byDay = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    const day = days.of(Math.max(Date.parse(entry.at), from));
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  const more: CalendarView['more'] = [];
  const items = [...byDay].flatMap(([day, found]) => {
    const ranked = found.toSorted((a, b) => Number(b.collides.length > 0) - Number(a.collides.length > 0));
    if (ranked.length > PER_DAY) more.push({ day, count: ranked.length - PER_DAY });
    return ranked.slice(0, PER_DAY);
  });
  return {
    items: items.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1)),
    more: more.sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

/** Everything that happens by the clock in a period, across flags: what will be, and runs of schedules that were. */
export const listCalendar = defineRead({
  verbName: 'calendar.list',
  input: calendarSchema,
  permission: 'flag.view',
  run: async ({ db, scope, now }, { from, to, timezone, environment, flag }): Promise<CalendarView> => {
    const { projectId } = scope;
    const rows = await db.environment.findMany({
      where: { projectId, key: environment },
      select: { id: true, key: true },
    });
    if (rows.length === 0) throw serviceError('not_found');
    const days = daysOf(timezone);
    const asked: Asked = {
      ...{ db, projectId, flag, days, now: now.getTime(), from: from.getTime(), to: to.getTime() },
      environments: new Map(rows.map(({ id, key }) => [id, key])),
    };
    const reads = [readSchedules, readPlans, readRequests, readRules, readItems];
    const found = (await Promise.all(reads.map((read) => read(asked)))).flat();
    const view = bounded(markCollisions(found), days, asked.from);
    return { from: from.toISOString(), to: to.toISOString(), timezone, ...view };
  },
});
