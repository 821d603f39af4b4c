import { resolveWindow } from '@/lib/changes/resolve-window';
import { writeLocal } from '@/components/shared/local-date-time';
import type { TimeWindow } from '@/lib/engine/types';

export const DURATIONS = [1, 7, 30, 90] as const;
const DAY_MS = 86_400_000;

/** What a membership's dialog holds: it starts now or on a day, and ends after some days or on one. */
export interface WindowDraft {
  start: 'now' | 'date';
  startDate: string;
  /** Days from the start, or `date`. */
  end: `${number}` | 'date';
  endDate: string;
  timezone: string;
}

/** The last of so many whole days. */
function lastDay(startDate: string, days: number): string {
  const first = Date.parse(`${startDate}T00:00:00Z`);
  return Number.isNaN(first) ? '' : new Date(first + (days - 1) * DAY_MS).toISOString().slice(0, 10);
}

/** The day that an instant falls on in a zone, as `2026-03-01`. */
export const dayOf = (now: number, timezone: string): string =>
  writeLocal(new Date(now).toISOString(), timezone).slice(0, 10);

/**
 * The window that is asked for. From now on, days are periods of 24 hours; from a date on, whole days of the zone, the
 * first and the last included.
 */
export function draftWindow(draft: WindowDraft, now: number): TimeWindow {
  const { start, startDate, end, endDate, timezone } = draft;
  const starts = start === 'now' ? { startsAt: new Date(now).toISOString() } : { startDate };
  if (end === 'date') return { ...starts, endDate, timezone };
  const days = Number(end);
  const ends =
    start === 'now' ? { endsAt: new Date(now + days * DAY_MS).toISOString() } : { endDate: lastDay(startDate, days) };
  return { ...starts, ...ends, timezone };
}

/** Both instants of a window as the server would store them; null while a part of it cannot be read. */
export function instantsOf(window: TimeWindow): { startsAt: string; endsAt: string } | null {
  try {
    const { startsAt, endsAt } = resolveWindow(window, '');
    return startsAt === undefined || endsAt === undefined ? null : { startsAt, endsAt };
  } catch {
    return null;
  }
}

/** What is wrong with a window: a message id, or null. */
export function windowProblem(window: TimeWindow, now: number): 'incomplete' | 'order' | 'past' | null {
  const instants = instantsOf(window);
  if (instants === null) return 'incomplete';
  if (instants.endsAt <= instants.startsAt) return 'order';
  return Date.parse(instants.endsAt) <= now ? 'past' : null;
}
