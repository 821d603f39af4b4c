import type { Step } from '../model';
import { overrideInForce } from '../overrides';
import type { TraceMessageId } from '../trace';
import { type FlagSource, verdictFor } from '../verdicts';
import { message, notReached, outcome } from './plain';

/** Row 3: off, unless an override for the context's tenant is in force. */
export function stateStep(source: FlagSource): Step {
  const { state, offVariant } = source.configuration;
  if (state !== 'on' && state !== 'off' && state !== 'default') throw new TypeError('A state cannot be read.');
  const off = state === 'off' ? verdictFor(source, offVariant, 'DISABLED', 'off') : null;
  return {
    name: 'state',
    isIdle: () => state !== 'off',
    decides: [(scope, entry) => (off === null || overrideInForce(scope, entry) !== null ? null : off)],
    describe(_scope, _entry, verdict) {
      const isOverridden = off !== null && verdict === null;
      const id: TraceMessageId = isOverridden ? 'state.offButOverridden' : `state.${state}`;
      return [{ step: 'state', verdict: outcome(verdict), message: message(id), state }];
    },
    skip: notReached('state'),
  };
}
