import { readLocal, writeLocal } from '@/components/shared/local-date-time';
import type { TimeWindow } from '@/lib/engine/types';

export type WindowMode = 'always' | 'times' | 'days';

/** How a window is written: with instants, or with whole days of its zone. */
export function windowMode(window: TimeWindow | undefined): WindowMode {
  if (!window) return 'always';
  return window.startDate !== undefined || window.endDate !== undefined ? 'days' : 'times';
}

/** The same window in whole days: those on which it starts and ends. One without edges starts with an empty day. */
export function toDays({ startsAt, endsAt, startDate, endDate, timezone = 'UTC' }: TimeWindow): TimeWindow {
  const dayOf = (instant: string | undefined): string | undefined =>
    instant === undefined ? undefined : writeLocal(instant, timezone).slice(0, 10) || undefined;
  const first = startDate ?? dayOf(startsAt);
  const last = endDate ?? dayOf(endsAt);
  return { timezone, startDate: first ?? (last === undefined ? '' : undefined), endDate: last };
}

/** The same window in instants: from the start of its first day to the end of its last. */
export function toInstants({ startsAt, endsAt, startDate, endDate, timezone = 'UTC' }: TimeWindow): TimeWindow {
  const startOf = (day: string | undefined): string | undefined =>
    day === undefined ? undefined : readLocal(`${day}T00:00`, timezone)?.instant;
  return {
    timezone,
    startsAt: startsAt ?? startOf(startDate),
    endsAt: endsAt ?? startOf(endDate === undefined ? undefined : dayAfter(endDate)),
  };
}

function dayAfter(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : new Date(at + 86_400_000).toISOString().slice(0, 10);
}
