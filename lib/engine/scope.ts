import type { EvaluateOptions, Ruleset, Scope } from './model';
import type { EvaluationContext } from './types';
import { unitOf } from './unit';

const NO_CONTEXT: EvaluationContext = {};

/** One context at one instant, for any number of flags. Not to be kept: it remembers what it has met. */
export function createScope(
  ruleset: Ruleset,
  context: EvaluationContext,
  now: number,
  options?: EvaluateOptions,
): Scope {
  // What is not an object says nothing about anybody; callers that parse JSON refuse it earlier.
  const said = typeof context === 'object' && context !== null ? context : NO_CONTEXT;
  const tenant = Object.hasOwn(said, 'tenant') ? said.tenant : undefined;
  return {
    ruleset,
    context: said,
    now,
    audience: options?.audience ?? 'server',
    reserved: options?.reserved ? { ...options.reserved } : null,
    subject: unitOf(Object.hasOwn(said, 'targetingKey') ? said.targetingKey : undefined),
    tenant: typeof tenant === 'string' && tenant !== '' ? tenant : null,
    depth: 0,
    segmentDepth: 0,
    problem: null,
    prerequisites: null,
    nestedSegments: null,
    tracedSegments: null,
  };
}
