import type { CheckTrace, ConditionTrace, TraceStep } from '@/lib/engine/trace';
import type { Stage } from '@/lib/services/onboarding/types';
import type { SubjectView } from '@/lib/services/subjects/types';

/** The move that let a rule match, and the milestone behind it if there was one. */
export interface Unlocked {
  stage: string;
  at: string;
  milestone: string | null;
}

/**
 * What a flag's deciding rule owes to onboarding: the move into the stage that its conditions ask for. Null where no
 * rule decided, or none of its conditions is about stages.
 */
export function unlockedBy(
  trace: readonly TraceStep[],
  { moves }: Pick<SubjectView, 'moves'>,
  stages: readonly Stage[],
): Unlocked | null {
  const keys = stages.map(({ key }) => key);
  const rule = trace.find((step) => step.step === 'rule' && step.verdict === 'answered');
  if (rule?.step !== 'rule' || !rule.conditions) return null;
  const needed = passing(rule.conditions)
    .map((condition) => leastStage(condition, keys))
    .filter((index) => index !== null);
  if (needed.length === 0) return null;
  const least = Math.max(...needed);
  // Stages may be skipped, so that the first move at or beyond the one asked for is what opened it.
  const move = moves.find(({ to }) => keys.indexOf(to) >= least);
  return move ? { stage: move.to, at: move.at, milestone: move.why.milestone ?? null } : null;
}

function passing(check: CheckTrace): ConditionTrace[] {
  if (check.verdict === 'fail' || check.kind === 'segment') return [];
  if (check.kind === 'condition') return [check];
  // Of a negated group nothing holds, so that nothing in it opened anything.
  return check.operator === 'NOT' ? [] : check.conditions.flatMap(passing);
}

/** The place of the first stage in which a condition about stages holds; null for one that is not about them. */
function leastStage({ attribute, operator, expected }: ConditionTrace, keys: readonly string[]): number | null {
  if (attribute === 'stageIndex' && typeof expected === 'number') {
    if (operator === 'greaterOrEqual' || operator === 'equals') return positive(Math.ceil(expected));
    return operator === 'greaterThan' ? positive(Math.floor(expected) + 1) : null;
  }
  if (attribute !== 'stage') return null;
  const named = operator === 'equals' ? [expected] : operator === 'in' && Array.isArray(expected) ? expected : [];
  const places = named.map((key) => keys.indexOf(String(key))).filter((place) => place >= 0);
  return places.length > 0 ? positive(Math.min(...places)) : null;
}

/** Everybody is in the first stage from the start, which unlocks nothing. */
const positive = (place: number): number | null => (place > 0 ? place : null);
