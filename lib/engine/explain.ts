import type { EvaluateOptions, Ruleset } from './model';
import { createScope } from './scope';
import type { TraceStep } from './trace';
import type { EvaluationContext, Verdict } from './types';
import { notFoundVerdict } from './verdicts';
import { walkAloud } from './walk';

export interface Explanation {
  verdict: Verdict;
  /** One entry per step and rule, in the order of evaluation. */
  trace: TraceStep[];
}

/** What `evaluate` answers, and what each step had to say on the way. */
export function explain(
  ruleset: Ruleset,
  key: string,
  context: EvaluationContext,
  now: number,
  options?: EvaluateOptions,
): Explanation {
  const entry = ruleset.flags.get(key);
  if (entry === undefined || entry.compiled === null) {
    const message = { id: 'found.unknown', params: {} } as const;
    return { verdict: notFoundVerdict(key), trace: [{ step: 'found', verdict: 'answered', message }] };
  }
  return walkAloud(entry, createScope(ruleset, context, now, options));
}
