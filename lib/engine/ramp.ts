import type { Ramp } from './types';
import { instantOf } from './window';

const MINUTE = 60_000;

export interface CompiledRamp {
  from: number;
  to: number;
  startsAt: number;
  endsAt: number;
  steps: number | null;
}

/** Throws a TypeError when a part of the ramp cannot be read. */
export function compileRamp(ramp: Ramp): CompiledRamp {
  const steps = ramp.steps ?? null;
  if (!Number.isInteger(ramp.from) || !Number.isInteger(ramp.to)) throw new TypeError('A ramp cannot be read.');
  if (steps !== null && (!Number.isInteger(steps) || steps < 1)) throw new TypeError('A ramp cannot be read.');
  const window = { startsAt: instantOf(ramp.startsAt), endsAt: instantOf(ramp.endsAt) };
  return { from: ramp.from, to: ramp.to, ...window, steps };
}

/** The share at `now`, in thousandths of a percent: `from` before, `to` from the end on, by whole minutes between. */
export function rampAt(ramp: CompiledRamp, now: number): number {
  if (now >= ramp.endsAt) return ramp.to;
  const elapsed = Math.floor(now / MINUTE) * MINUTE - ramp.startsAt;
  if (elapsed <= 0) return ramp.from;
  const duration = ramp.endsAt - ramp.startsAt;
  // Products of integers before the division: a fraction like 0.29 of 100,000 would floor to 28,999.
  if (ramp.steps === null) return ramp.from + Math.floor(((ramp.to - ramp.from) * elapsed) / duration);
  const step = Math.floor((ramp.steps * elapsed) / duration);
  return ramp.from + Math.floor(((ramp.to - ramp.from) * step) / ramp.steps);
}

/** The first instant after `now` at which the share is another one, or null. */
export function nextRampChange(ramp: CompiledRamp, now: number): number | null {
  const current = rampAt(ramp, now);
  if (now >= ramp.endsAt || current === ramp.to) return null;
  let low = Math.floor(Math.max(now, ramp.startsAt) / MINUTE) + 1;
  let high = Math.ceil(ramp.endsAt / MINUTE);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (rampAt(ramp, middle * MINUTE) === current) low = middle + 1;
    else high = middle;
  }
  return Math.min(low * MINUTE, ramp.endsAt);
}
