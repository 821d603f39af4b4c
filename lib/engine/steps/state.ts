import type { Step } from '../model';
import { overrideInForce } from '../overrides';
import type { TraceMessageId } from '../trace';
import { type FlagSource, verdictFor } from '../verdicts';
import { message, notReached } from './plain';

/** Row 3: off, unless an override for the context's tenant is in force. */
export function stateStep(source: FlagSource): Step {
  const { state, offVariant } = source.configuration;
  if (state !== 'on' && state !== 'off' && state !== 'default') throw new TypeError('A state cannot be read.');
  const verdict = state === 'off' ? verdictFor(source, offVariant, 'DISABLED', 'off') : null;
  return {
    name: 'state',
    isIdle: () => state !== 'off',
    decide(scope, entry, trace) {
      const isOverridden = verdict !== null && overrideInForce(scope, entry) !== null;
      const answer = isOverridden ? null : verdict;
      if (trace !== null) {
        const id: TraceMessageId = isOverridden ? 'state.offButOverridden' : `state.${state}`;
        trace.push({ step: 'state', verdict: answer === null ? 'passed' : 'answered', message: message(id), state });
      }
      return answer;
    },
    skip: notReached('state'),
  };
}
