import { parseInstant } from './instant';
import { type CompiledRecurrence, compileRecurrence, isWithin, nextRecurrence } from './recurrence';
import type { TimeWindow } from './types';

/** startsAt ≤ now < endsAt, in epoch milliseconds; an open end is infinite. */
export interface CompiledWindow {
  startsAt: number;
  endsAt: number;
  /** The hours it is open within. */
  recurrence: CompiledRecurrence | null;
}

type Window = Pick<TimeWindow, 'startsAt' | 'endsAt' | 'timezone' | 'recurring'>;

/** Throws a TypeError for an instant, a zone or hours that cannot be read. */
export function compileWindow({ startsAt, endsAt, timezone = 'UTC', recurring }: Window): CompiledWindow {
  return {
    startsAt: startsAt === undefined ? Number.NEGATIVE_INFINITY : instantOf(startsAt),
    endsAt: endsAt === undefined ? Number.POSITIVE_INFINITY : instantOf(endsAt),
    recurrence: recurring === undefined ? null : compileRecurrence(recurring, timezone),
  };
}

export function isOpen({ startsAt, endsAt, recurrence }: CompiledWindow, now: number): boolean {
  return startsAt <= now && now < endsAt && (recurrence === null || isWithin(recurrence, now));
}

/** The first instant after `now` at which it opens or closes, or null. */
export function nextEdge(window: CompiledWindow, now: number): number | null {
  const { startsAt, endsAt, recurrence } = window;
  if (now >= endsAt) return null;
  if (recurrence === null) return startsAt > now ? startsAt : Number.isFinite(endsAt) ? endsAt : null;
  if (startsAt > now && isWithin(recurrence, startsAt)) return startsAt;
  const next = nextRecurrence(recurrence, Math.max(now, startsAt));
  if (next !== null && next < endsAt) return next;
  return Number.isFinite(endsAt) && isOpen(window, endsAt - 1) ? endsAt : null;
}

/** Epoch milliseconds of a stored instant. Throws a TypeError when it cannot be read. */
export function instantOf(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) throw new TypeError('An instant cannot be read.');
  return instant;
}
