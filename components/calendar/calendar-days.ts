import { type Day, parseDay, utc } from '@/lib/changes/instant';
import { instantOfLocal, zoneClock } from '@/lib/changes/zone';
import type { CalendarEntry } from '@/lib/services/calendar/types';

export const CALENDAR_VIEWS = ['day', 'week', 'month'] as const;
export type CalendarViewName = (typeof CALENDAR_VIEWS)[number];

const DAY = 86_400_000;

/** A day of a zone: `key` as `2026-03-01`, from its first instant to the next day's. */
export interface CalendarDay {
  key: string;
  start: number;
  end: number;
  /** Of a month's grid: it belongs to the month before or after. */
  isOutside: boolean;
}

const keyOf = (day: number): string => new Date(day).toISOString().slice(0, 10);
/** Days are counted as instants of UTC: calendars know no changes of clocks. */
const countOf = (day: Day): number => utc(day);

/** The day that clocks of a zone show at an instant. */
export function dayAt(instant: number, timezone: string): string {
  const fields = zoneClock(timezone)?.(instant);
  return fields ? `${fields.year}-${fields.month}-${fields.day}` : keyOf(instant);
}

const mondayOf = (day: number): number => day - ((new Date(day).getUTCDay() + 6) % 7) * DAY;

function spanOf(day: number, view: CalendarViewName): { first: number; count: number } {
  if (view === 'day') return { first: day, count: 1 };
  if (view === 'week') return { first: mondayOf(day), count: 7 };
  const date = new Date(day);
  const first = mondayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
  return { first, count: Math.ceil(((last - first) / DAY + 1) / 7) * 7 };
}

/** The days that a view shows around one; a text that is none shows those around `today`. */
export function daysShown(asked: string, today: string, view: CalendarViewName, timezone: string): CalendarDay[] {
  const shown = parseDay(asked) ?? parseDay(today);
  if (!shown) return [];
  const { first, count } = spanOf(countOf(shown), view);
  const startOf = (day: number): number => {
    const date = new Date(day);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
    return instantOfLocal({ year, month, day: date.getUTCDate() }, timezone) ?? day;
  };
  return Array.from({ length: count }, (_, index) => {
    const day = first + index * DAY;
    const isOutside = view === 'month' && new Date(day).getUTCMonth() + 1 !== shown.month;
    return { key: keyOf(day), start: startOf(day), end: startOf(day + DAY), isOutside };
  });
}

/** A day further on or back: by a day, a week or a month, whose end is not overrun. */
export function moved(asked: string, view: CalendarViewName, by: 1 | -1): string {
  const day = parseDay(asked);
  if (!day) return asked;
  if (view !== 'month') return keyOf(countOf(day) + by * (view === 'week' ? 7 : 1) * DAY);
  const last = new Date(Date.UTC(day.year, day.month - 1 + by + 1, 0)).getUTCDate();
  return keyOf(Date.UTC(day.year, day.month - 1 + by, Math.min(day.day, last)));
}

/** What of a band lies in a day: the whole of it, or from or until a time. */
export type PartOfDay = 'instant' | 'within' | 'begins' | 'ends' | 'whole';

export interface DayEntry {
  entry: CalendarEntry;
  part: PartOfDay;
}

const order: Record<PartOfDay, number> = { whole: 0, ends: 1, begins: 2, within: 2, instant: 2 };

/** The entries of a day: what lasts all day first, then by time. */
export function entriesOf(day: CalendarDay, entries: readonly CalendarEntry[]): DayEntry[] {
  const found = entries.flatMap((entry): DayEntry[] => {
    const at = Date.parse(entry.at);
    if (entry.what !== 'band') return at >= day.start && at < day.end ? [{ entry, part: 'instant' }] : [];
    const until = entry.until === null ? Number.POSITIVE_INFINITY : Date.parse(entry.until);
    if (at >= day.end || until <= day.start) return [];
    const [begins, ends] = [at > day.start, until < day.end];
    return [{ entry, part: begins ? (ends ? 'within' : 'begins') : ends ? 'ends' : 'whole' }];
  });
  return found.sort((a, b) => order[a.part] - order[b.part] || (a.entry.at < b.entry.at ? -1 : 1));
}
