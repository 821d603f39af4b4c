import type { EvaluateOptions, Ruleset, Scope } from './model';
import { createScope } from './scope';
import type { EvaluationContext, Verdict } from './types';
import { notFoundVerdict } from './verdicts';
import { walk } from './walk';

/**
 * One flag's answer for a context at an instant (epoch milliseconds), by the precedence list. Never throws. A verdict
 * is frozen, and the same object each time the same part of the flag answers.
 */
export function evaluate(
  ruleset: Ruleset,
  key: string,
  context: EvaluationContext,
  now: number,
  options?: EvaluateOptions,
): Verdict {
  const entry = ruleset.flags.get(key);
  if (entry === undefined) return notFoundVerdict(key);
  const isVisible = options?.audience === 'client' ? entry.isClientVisible : entry.isVisible;
  if (!isVisible) return entry.compiled?.notFound ?? notFoundVerdict(key);
  return entry.constant ?? walk(entry, createScope(ruleset, context, now, options));
}

/** `evaluate` for many flags of one scope: the context is looked at once. */
export function evaluateIn(scope: Scope, key: string): Verdict {
  const entry = scope.ruleset.flags.get(key);
  if (entry === undefined) return notFoundVerdict(key);
  const isVisible = scope.audience === 'client' ? entry.isClientVisible : entry.isVisible;
  if (!isVisible) return entry.compiled?.notFound ?? notFoundVerdict(key);
  return entry.constant ?? walk(entry, scope);
}
