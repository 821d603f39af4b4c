import type { Step } from '../model';
import { type FlagSource, verdictFor } from '../verdicts';
import { message, notReached, outcome } from './plain';

/** Row 2: the emergency stop beats everything. */
export function killedStep(source: FlagSource): Step {
  const { killed, offVariant } = source.configuration;
  const killedVerdict = killed ? verdictFor(source, offVariant, 'DISABLED', 'killed') : null;
  return {
    name: 'killed',
    isIdle: () => !killed,
    decides: [() => killedVerdict],
    describe: (_scope, _entry, verdict) => [
      { step: 'killed', verdict: outcome(verdict), message: message(killed ? 'killed.yes' : 'killed.no') },
    ],
    skip: notReached('killed'),
  };
}
