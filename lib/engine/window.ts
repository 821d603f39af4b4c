import { parseInstant } from './instant';

/** startsAt ≤ now < endsAt, in epoch milliseconds; an open end is infinite. */
export interface CompiledWindow {
  startsAt: number;
  endsAt: number;
}

/** Throws a TypeError for an instant that cannot be read. */
export function compileWindow(window: { startsAt?: string; endsAt?: string }): CompiledWindow {
  return {
    startsAt: window.startsAt === undefined ? Number.NEGATIVE_INFINITY : instantOf(window.startsAt),
    endsAt: window.endsAt === undefined ? Number.POSITIVE_INFINITY : instantOf(window.endsAt),
  };
}

export function isOpen(window: CompiledWindow, now: number): boolean {
  return window.startsAt <= now && now < window.endsAt;
}

/** Epoch milliseconds of a stored instant. Throws a TypeError when it cannot be read. */
export function instantOf(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) throw new TypeError('An instant cannot be read.');
  return instant;
}
