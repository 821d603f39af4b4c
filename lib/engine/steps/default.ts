import type { Step } from '../model';
import { type CompiledServe, compileServe, decideServe } from '../serve';
import type { DefaultTrace, TraceMessageId } from '../trace';
import type { Verdict } from '../types';
import { type FlagSource, verdictFor } from '../verdicts';
import { message, notReached } from './plain';

/** Row 10: what everybody else gets. STATIC only where every context at every time gets this answer. */
export function defaultStep(source: FlagSource): Step {
  const { configuration } = source;
  const serve = compileServe(source, configuration.default, 'DEFAULT', 'default');
  const statically = isStatic(source) ? verdictFor(source, servedVariant(serve), 'STATIC', 'default') : null;
  const unitMissing = verdictFor(source, configuration.offVariant, 'DEFAULT', 'default');
  return {
    name: 'default',
    isIdle: () => false,
    decide(scope, entry, trace) {
      const note: DefaultTrace | null = trace && {
        step: 'default',
        verdict: 'answered',
        message: message('default.variant'),
      };
      const hasOthers = entry.overrides.size > 0 || entry.memberships.byId.size > 0;
      const served = statically !== null && !hasOthers ? statically : decideServe(serve, scope, false, note);
      const verdict = served ?? unitMissing;
      if (note !== null) note.message = message(messageId(serve, served), { variant: verdict.variant ?? '' });
      if (note !== null) trace?.push(note);
      return verdict;
    },
    skip: notReached('default'),
  };
}

function messageId(serve: CompiledServe, served: Verdict | null): TraceMessageId {
  if (served === null) return 'default.unitMissing';
  if (served.errorCode === 'TARGETING_KEY_MISSING') return 'default.targetingKeyMissing';
  if (served.errorCode !== undefined) return 'step.cannotRead';
  return serve.kind === 'split' ? 'default.split' : 'default.variant';
}

/** No rule, target, prerequisite or split, so that with neither override nor membership one answer fits all. */
export function isStatic({ configuration }: FlagSource): boolean {
  const { state, targets, prerequisites, rules } = configuration;
  const hasTarget = targets.some(({ subjects }) => subjects.length > 0);
  const isSplit = 'split' in configuration.default;
  return state === 'on' && !hasTarget && prerequisites.length === 0 && rules.length === 0 && !isSplit;
}

function servedVariant(serve: CompiledServe): string | null {
  return serve.kind === 'constant' ? serve.verdict.variant : null;
}
