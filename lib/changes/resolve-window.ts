import type { TimeWindow } from '../engine/types';
import { formatInstant, parseDay, parseInstant } from './instant';
import { at, changeError, issue } from './issue';
import { instantOfLocal, zoneClock } from './zone';

const DEFAULT_ZONE = 'UTC';

/**
 * Turns a window as people write it into one as it is stored: instants in UTC, and beside them the dates if whole
 * days were meant. A bare date in `startsAt` or `endsAt` is such a date; both days are included.
 * Throws a ChangeError for what it cannot read, a zone that does not exist, or a date and an instant that disagree.
 */
export function resolveWindow(draft: TimeWindow, path = 'window'): TimeWindow {
  const timezone = draft.timezone ?? DEFAULT_ZONE;
  if (!zoneClock(timezone)) throw changeError(issue(at(path, 'timezone'), 'timezone_unknown'));
  const start = resolveEdge(draft.startsAt, draft.startDate, timezone, 0, at(path, 'startsAt'));
  const end = resolveEdge(draft.endsAt, draft.endDate, timezone, 1, at(path, 'endsAt'));
  return {
    ...(start && { startsAt: start.instant }),
    ...(end && { endsAt: end.instant }),
    ...(start?.date && { startDate: start.date }),
    ...(end?.date && { endDate: end.date }),
    ...(draft.timezone !== undefined && { timezone: draft.timezone }),
    ...(draft.recurring && { recurring: draft.recurring }),
  };
}

interface Edge {
  instant: string;
  date?: string;
}

function resolveEdge(
  given: string | undefined,
  givenDate: string | undefined,
  timezone: string,
  daysAfter: 0 | 1,
  path: string,
): Edge | null {
  const bare = given !== undefined && parseDay(given) ? given : undefined;
  const date = givenDate ?? bare;
  if (date === undefined) return given === undefined ? null : { instant: readInstant(given, path) };
  const instant = startOfDay(date, timezone, daysAfter, path);
  const other = bare === undefined ? given && readInstant(given, path) : startOfDay(bare, timezone, daysAfter, path);
  if (other !== undefined && other !== instant) throw changeError(issue(path, 'window_differs'));
  return { instant, date };
}

function readInstant(text: string, path: string): string {
  return stored(parseInstant(text), path);
}

function startOfDay(date: string, timezone: string, daysAfter: number, path: string): string {
  const day = parseDay(date);
  return stored(day && instantOfLocal({ ...day, day: day.day + daysAfter }, timezone), path);
}

function stored(instant: number | null, path: string): string {
  const text = instant === null ? null : formatInstant(instant);
  if (text === null) throw changeError(issue(path, 'date_unreadable'));
  return text;
}
