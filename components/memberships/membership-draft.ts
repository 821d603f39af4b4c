import { writeLocal } from '@/components/shared/local-date-time';
import { checkRecurrence } from '@/lib/changes/check-recurrence';
import { resolveWindow } from '@/lib/changes/resolve-window';
import type { Recurrence, TimeWindow } from '@/lib/engine/types';
import { openingOf } from '@/lib/schemas/opening-of';

/** Days from the start that are offered at once. */
export const PRESETS = [7, 14, 30, 90] as const;
export const UNITS = ['hour', 'day', 'week'] as const;
export type DurationUnit = (typeof UNITS)[number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const UNIT_MS: Record<DurationUnit, number> = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS };
/** As many of a unit as a duration may have. */
const MOST = 10_000;

/** What a membership's dialog holds. */
export interface WindowDraft {
  start: 'now' | 'day' | 'time';
  startDate: string;
  startsAt: string | null;
  /** So many days, another duration, through a day, or until an instant. */
  end: 'preset' | 'duration' | 'day' | 'time';
  days: number;
  amount: string;
  unit: DurationUnit;
  endDate: string;
  endsAt: string | null;
  timezone: string;
  recurring?: Recurrence;
}

/** The day that an instant falls on in a zone, as `2026-03-01`. */
export const dayOf = (now: number, timezone: string): string =>
  writeLocal(new Date(now).toISOString(), timezone).slice(0, 10);

/** A week from now on. */
export function newDraft(now: number, timezone: string): WindowDraft {
  const today = dayOf(now, timezone);
  const edges = { startDate: today, startsAt: new Date(now).toISOString(), endDate: today, endsAt: null };
  return { ...edges, start: 'now', end: 'preset', days: 7, amount: '1', unit: 'week', timezone };
}

interface StoredWindow {
  startsAt: string;
  endsAt: string;
  startDate: string | null;
  endDate: string | null;
  timezone: string;
  recurring: Recurrence | null;
}

/** What is stored, as the form shows it. */
export function draftOf({ startsAt, endsAt, startDate, endDate, timezone, recurring }: StoredWindow): WindowDraft {
  return {
    ...newDraft(Date.parse(startsAt), timezone),
    start: startDate === null ? 'time' : 'day',
    startDate: startDate ?? dayOf(Date.parse(startsAt), timezone),
    startsAt,
    end: endDate === null ? 'time' : 'day',
    endDate: endDate ?? dayOf(Date.parse(endsAt), timezone),
    endsAt,
    ...(recurring && { recurring }),
  };
}

/** The duration in one of its units, or null while it cannot be read. */
function durationOf({ end, days, amount, unit }: WindowDraft): { count: number; unit: DurationUnit } | null {
  if (end === 'preset') return { count: days, unit: 'day' };
  const count = Number(amount);
  return amount.trim() !== '' && Number.isInteger(count) && count >= 1 && count <= MOST ? { count, unit } : null;
}

/** The last of so many whole days. */
function lastDay(startDate: string, days: number): string {
  const first = Date.parse(`${startDate}T00:00:00Z`);
  return Number.isNaN(first) ? '' : new Date(first + (days - 1) * DAY_MS).toISOString().slice(0, 10);
}

/** Its end, some time after its start. */
function endAfter(draft: WindowDraft, starts: TimeWindow): TimeWindow {
  const duration = durationOf(draft);
  if (duration === null) return {};
  const { count, unit } = duration;
  if (starts.startDate !== undefined && unit !== 'hour') {
    return { endDate: lastDay(starts.startDate, count * (unit === 'week' ? 7 : 1)) };
  }
  const start = Date.parse(startOf({ ...starts, timezone: draft.timezone }) ?? '');
  return Number.isNaN(start) ? {} : { endsAt: new Date(start + count * UNIT_MS[unit]).toISOString() };
}

function startOf(window: TimeWindow): string | undefined {
  try {
    return resolveWindow(window, '').startsAt;
  } catch {
    return undefined;
  }
}

/**
 * The window that is asked for. From an instant on, days are periods of 24 hours; from a date on, whole days of the
 * zone, the first and the last included.
 */
export function draftWindow(draft: WindowDraft, now: number): TimeWindow {
  const { start, startDate, startsAt, end, endDate, endsAt, timezone, recurring } = draft;
  const starts: TimeWindow =
    start === 'now'
      ? { startsAt: new Date(now).toISOString() }
      : start === 'day'
        ? { startDate }
        : { ...(startsAt !== null && { startsAt }) };
  const ends: TimeWindow =
    end === 'day' ? { endDate } : end === 'time' ? { ...(endsAt !== null && { endsAt }) } : endAfter(draft, starts);
  return { ...starts, ...ends, timezone, ...(recurring && { recurring }) };
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

export type WindowProblem = 'incomplete' | 'order' | 'past' | 'hours' | 'neverOpen';

/** What is wrong with a window: a message id, or null. */
export function windowProblem(window: TimeWindow, now: number): WindowProblem | null {
  const instants = instantsOf(window);
  if (instants === null) return 'incomplete';
  if (instants.endsAt <= instants.startsAt) return 'order';
  if (Date.parse(instants.endsAt) <= now) return 'past';
  if (window.recurring === undefined) return null;
  if (checkRecurrence(window.recurring, '').length > 0) return 'hours';
  const from = Math.max(now, Date.parse(instants.startsAt));
  const opening = openingOf(window);
  return opening?.isOpenAt(from) || (opening?.nextAfter(from) ?? null) !== null ? null : 'neverOpen';
}
