import { readLocal, writeLocal } from '@/components/shared/local-date-time';
import type { Recurrence, TimeWindow } from '@/lib/engine/types';

export type WindowMode = 'always' | 'times' | 'days';

/** How a window's ends are written: with instants, or with whole days of its zone; one of hours alone has none. */
export function windowMode(window: TimeWindow | undefined): WindowMode {
  if (!window) return 'always';
  const { startDate, endDate, startsAt, endsAt, recurring } = window;
  if (startDate !== undefined || endDate !== undefined) return 'days';
  return recurring !== undefined && startsAt === undefined && endsAt === undefined ? 'always' : 'times';
}

/** The same window without ends, which is none where it has no hours. */
export const withoutEnds = ({ timezone, recurring }: TimeWindow): TimeWindow | undefined =>
  recurring && { timezone, recurring };

/** The same window within other hours; without hours and ends it is none. */
export function withHours(window: TimeWindow, recurring: Recurrence | undefined): TimeWindow | undefined {
  const { recurring: _, ...ends } = window;
  if (recurring !== undefined) return { ...ends, recurring };
  return windowMode(window) === 'always' ? undefined : ends;
}

/** The same window in whole days: those on which it starts and ends. One without edges starts with an empty day. */
export function toDays({ startsAt, endsAt, startDate, endDate, timezone = 'UTC', recurring }: TimeWindow): TimeWindow {
  const dayOf = (instant: string | undefined): string | undefined =>
    instant === undefined ? undefined : writeLocal(instant, timezone).slice(0, 10) || undefined;
  const first = startDate ?? dayOf(startsAt);
  const last = endDate ?? dayOf(endsAt);
  const days = { startDate: first ?? (last === undefined ? '' : undefined), endDate: last };
  return { timezone, ...days, ...(recurring && { recurring }) };
}

/** The same window in instants: from the start of its first day to the end of its last. */
export function toInstants({
  startsAt,
  endsAt,
  startDate,
  endDate,
  timezone = 'UTC',
  recurring,
}: TimeWindow): TimeWindow {
  const startOf = (day: string | undefined): string | undefined =>
    day === undefined ? undefined : readLocal(`${day}T00:00`, timezone)?.instant;
  return {
    timezone,
    startsAt: startsAt ?? startOf(startDate),
    endsAt: endsAt ?? startOf(endDate === undefined ? undefined : dayAfter(endDate)),
    ...(recurring && { recurring }),
  };
}

function dayAfter(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : new Date(at + 86_400_000).toISOString().slice(0, 10);
}
