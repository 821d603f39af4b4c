import type { Decide, Scope, Step } from '../model';
import { type CompiledServe, compileServe, describeSplit } from '../serve';
import type { DefaultTrace, TraceMessageId } from '../trace';
import type { Verdict } from '../types';
import { type FlagSource, verdictFor } from '../verdicts';
import { message, notReached } from './plain';

/** Row 10: what everybody else gets. STATIC only where every context at every time gets this answer. */
export function defaultStep(source: FlagSource): Step {
  const { configuration } = source;
  const serve = compileServe(source, configuration.default, 'DEFAULT', 'default');
  const isAlone = isStatic(source) && serve.constant !== null;
  const statically = isAlone ? verdictFor(source, serve.constant?.variant ?? null, 'STATIC', 'default') : null;
  const unitMissing = verdictFor(source, configuration.offVariant, 'DEFAULT', 'default');
  const { constant } = serve;
  const decide: Decide = constant === null ? (scope) => serve.decide(scope) ?? unitMissing : () => constant;
  const decideAlone: Decide = (_scope, { overrides, memberships }) =>
    overrides.size === 0 && memberships.byId.size === 0 ? statically : constant;
  return {
    name: 'default',
    isIdle: () => false,
    decides: [statically === null ? decide : decideAlone],
    describe: (scope, _entry, verdict) => [describe(serve, scope, verdict)],
    skip: notReached('default'),
  };
}

/** No rule, target, prerequisite or split, so that with neither override nor membership one answer fits all. */
export function isStatic({ configuration }: FlagSource): boolean {
  const { state, targets, prerequisites, rules } = configuration;
  const hasTarget = targets.some(({ subjects }) => subjects.length > 0);
  const isSplit = 'split' in configuration.default;
  return state === 'on' && !hasTarget && prerequisites.length === 0 && rules.length === 0 && !isSplit;
}

function describe(serve: CompiledServe, scope: Scope, verdict: Verdict | null): DefaultTrace {
  const id = messageId(serve, scope, verdict);
  const split = describeSplit(serve, scope);
  const params = { variant: verdict?.variant ?? '' };
  return { step: 'default', verdict: 'answered', message: message(id, params), ...(split && { split }) };
}

function messageId(serve: CompiledServe, scope: Scope, verdict: Verdict | null): TraceMessageId {
  if (verdict?.errorCode === 'TARGETING_KEY_MISSING') return 'default.targetingKeyMissing';
  if (verdict?.errorCode !== undefined) return 'step.cannotRead';
  if (serve.constant !== null) return 'default.variant';
  return serve.decide(scope) === null ? 'default.unitMissing' : 'default.split';
}
