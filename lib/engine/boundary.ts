import type { CompiledFlag, Ruleset } from './model';
import { nextRampChange } from './ramp';
import { nextEdge } from './window';

/**
 * The next instant after `now` (epoch milliseconds) at which time alone may change an answer: a window, an expiry, a
 * step or minute of a ramp, a condition on `now`. Null when there is none. Ramps move at whole minutes only.
 */
export function nextBoundary(ruleset: Ruleset, now: number): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (const { compiled, isVisible, instants, memberships } of ruleset.flags.values()) {
    next = Math.min(next, instants.next(now) ?? next);
    for (const [, membership] of memberships.recurring.entries())
      next = Math.min(next, nextEdge(membership, now) ?? next);
    if (compiled !== null && isVisible) next = Math.min(next, nextOf(compiled, now));
  }
  for (const { group } of ruleset.segments.values()) {
    for (const instant of group?.instants ?? []) if (instant > now) next = Math.min(next, instant);
  }
  return Number.isFinite(next) ? next : null;
}

function nextOf({ windows, ramps, instants }: CompiledFlag, now: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const window of windows) next = Math.min(next, nextEdge(window, now) ?? next);
  for (const instant of instants) if (instant > now) next = Math.min(next, instant);
  for (const ramp of ramps) next = Math.min(next, nextRampChange(ramp, now) ?? next);
  return next;
}
