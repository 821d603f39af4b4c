import type { Comparison } from '@/lib/schemas/plan';
import { planDurationMs } from '@/lib/schemas/plan-duration';
import type { PlanGate, PlanGuardrail, PlanStep } from './steps';
import type { PlanReason, SignalReading } from './types';

/** The newest values of signals: those of the plan's flag, and those of the whole environment. */
export interface Newest {
  name: string;
  isOfFlag: boolean;
  value: number;
  at: Date;
}

const HOLDS: Record<Comparison, (value: number, threshold: number) => boolean> = {
  lessThan: (value, threshold) => value < threshold,
  lessOrEqual: (value, threshold) => value <= threshold,
  greaterThan: (value, threshold) => value > threshold,
  greaterOrEqual: (value, threshold) => value >= threshold,
  equals: (value, threshold) => value === threshold,
};

/** What a gate or guardrail is judged by: the newest value within its window and not before `from`; the flag's own first. */
export function readingOf(
  newest: readonly Newest[],
  { signal, window }: Pick<PlanGate, 'signal' | 'window'>,
  { now, from }: { now: Date; from: Date },
): SignalReading | null {
  const since = Math.max(from.getTime(), now.getTime() - (planDurationMs(window) ?? 0));
  const within = newest.filter(({ name, at }) => name === signal && at.getTime() >= since && at <= now);
  const found = within.find(({ isOfFlag }) => isOfFlag) ?? within[0];
  return found ? { value: found.value, at: found.at.toISOString() } : null;
}

/** Whether a comparison holds; null without a value. */
export const holds = ({ operator, value }: Omit<PlanGate, 'window'>, reading: SignalReading | null): boolean | null =>
  reading && HOLDS[operator](reading.value, value);

/** What a plan's state says of its step in force. */
export interface Moment {
  now: Date;
  /** When the step was applied. */
  since: Date;
  /** Guardrails look at values since then. */
  watchFrom: Date;
  newest: readonly Newest[];
}

/** The first gate that is not met, as a reason to hold; null when all are. */
export function openGate({ gates }: Pick<PlanStep, 'gates'>, { now, since, newest }: Moment): PlanReason | null {
  for (const gate of gates) {
    const reading = readingOf(newest, gate, { now, from: since });
    const met = holds(gate, reading);
    if (met === true) continue;
    const { signal, operator, value: threshold } = gate;
    if (!reading) return { code: 'gate_without_value', params: { signal, operator, threshold } };
    return { code: 'gate_unmet', params: { signal, operator, threshold, value: reading.value } };
  }
  return null;
}

/** The first guardrail that is breached. */
export function breach(
  { guardrails }: Pick<PlanStep, 'guardrails'>,
  { now, watchFrom, newest }: Moment,
): { guardrail: PlanGuardrail; reason: PlanReason } | null {
  for (const guardrail of guardrails) {
    const reading = readingOf(newest, guardrail, { now, from: watchFrom });
    if (!reading || holds(guardrail, reading) !== true) continue;
    const { signal, operator, value: threshold } = guardrail;
    const params = { signal, operator, threshold, value: reading.value };
    return { guardrail, reason: { code: 'guardrail_breached', params } };
  }
  return null;
}
