import { applyInstructions } from '@/lib/changes/apply';
import { describe } from '@/lib/changes/describe';
import { asChangeError } from '@/lib/changes/issue';
import type { Sentence } from '@/lib/changes/sentence';
import { planDurationMs } from '@/lib/schemas/plan-duration';
import { type PlanGround, type PlanMaking, stepInstructions } from './step-instructions';
import type { PlanStep } from './steps';

/**
 * What each step from `from` on would change, on top of those before it, by its index. `grounds` are the environments
 * as they are now; a step that could not be applied has no sentences.
 */
export function foreseeSteps(
  plan: PlanMaking,
  grounds: ReadonlyMap<string, PlanGround>,
  from: number,
): Map<number, Sentence[]> {
  const current = new Map(grounds);
  const seen = new Map<number, Sentence[]>();
  for (const { index, environment } of plan.steps.slice(from)) {
    const ground = current.get(environment);
    if (!ground) continue;
    try {
      const instructions = stepInstructions(plan, ground, index);
      const configuration = applyInstructions(ground, instructions);
      seen.set(index, describe(ground, instructions));
      current.set(environment, { ...ground, configuration });
    } catch (thrown) {
      if (!asChangeError(thrown)) throw thrown;
    }
  }
  return seen;
}

/** When steps begin and end at the earliest, one after the other from an instant. */
export function datesOf(steps: readonly PlanStep[], start: number): { from: number; until: number }[] {
  let at = start;
  return steps.map(({ duration }) => {
    const from = at;
    at += duration === null ? 0 : (planDurationMs(duration) ?? 0);
    return { from, until: at };
  });
}
