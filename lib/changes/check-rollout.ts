import type { Rollout, TimeWindow } from '../engine/types';
import { checkRecurrence } from './check-recurrence';
import { isShare } from './check-serve';
import { parseInstant } from './instant';
import { at, type ChangeIssue, issue } from './issue';
import { LIMITS, type Limits } from './limits';
import { zoneClock } from './zone';

/** What is wrong with a rollout. A ramp may lead down as well as up. */
export function checkRollout(rollout: Rollout, path: string, limits: Limits = LIMITS): ChangeIssue[] {
  const { percentage, ramp } = rollout;
  if ((percentage === undefined) === (ramp === undefined)) return [issue(path, 'rollout_form')];
  if (percentage !== undefined) return isShare(percentage) ? [] : [issue(at(path, 'percentage'), 'percentage_range')];
  if (!ramp) return [];
  const issues: ChangeIssue[] = [];
  for (const edge of ['from', 'to'] as const) {
    if (!isShare(ramp[edge])) issues.push(issue(at(path, 'ramp', edge), 'percentage_range'));
  }
  const { steps = 1 } = ramp;
  if (!Number.isInteger(steps) || steps < 1 || steps > limits.rampSteps) {
    issues.push(issue(at(path, 'ramp', 'steps'), 'ramp_steps', { limit: limits.rampSteps }));
  }
  return [...issues, ...checkOrder(ramp, at(path, 'ramp'), 'ramp_order')];
}

/** What is wrong with a stored window: its instants and their order, its zone. */
export function checkWindow(window: TimeWindow, path: string): ChangeIssue[] {
  const zone = window.timezone === undefined || zoneClock(window.timezone);
  return [
    ...(zone ? [] : [issue(at(path, 'timezone'), 'timezone_unknown')]),
    ...checkOrder(window, path, 'window_order'),
    ...(window.recurring ? checkRecurrence(window.recurring, at(path, 'recurring')) : []),
  ];
}

function checkOrder(
  edges: { startsAt?: string; endsAt?: string },
  path: string,
  code: 'ramp_order' | 'window_order',
): ChangeIssue[] {
  const issues: ChangeIssue[] = [];
  const read = (name: 'startsAt' | 'endsAt'): number | null => {
    const text = edges[name];
    const instant = text === undefined ? null : parseInstant(text);
    if (text !== undefined && instant === null) issues.push(issue(at(path, name), 'instant_unreadable'));
    return instant;
  };
  const [start, end] = [read('startsAt'), read('endsAt')];
  if (start !== null && end !== null && start >= end) issues.push(issue(at(path, 'endsAt'), code));
  return issues;
}
