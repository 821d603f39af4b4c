import { holds, type Moment, readingOf } from './judge';
import type { PlanStep } from './steps';
import type { PlanStepView } from './types';

type Rest = Pick<PlanStepView, 'from' | 'until' | 'state' | 'messages'> & { segments: ReadonlySet<string> };

/** A step as its page shows it, with what its gates and guardrails read at a moment. */
export function stepView(
  { gates, guardrails, ...step }: PlanStep,
  { now, since, watchFrom, newest }: Moment,
  { segments, ...rest }: Rest,
): PlanStepView {
  return {
    ...step,
    ...rest,
    segments: step.targetGroups.filter((key) => segments.has(key)),
    gates: gates.map((gate) => {
      const current = readingOf(newest, gate, { now, from: since });
      return { ...gate, current, met: holds(gate, current) };
    }),
    guardrails: guardrails.map((guardrail) => {
      const current = readingOf(newest, guardrail, { now, from: watchFrom });
      return { ...guardrail, current, breached: holds(guardrail, current) };
    }),
  };
}
