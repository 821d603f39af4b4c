import type { Step } from '../model';
import { type FlagSource, verdictFor } from '../verdicts';
import { message, notReached } from './plain';

/** Row 2: the emergency stop beats everything. */
export function killedStep(source: FlagSource): Step {
  const { killed, offVariant } = source.configuration;
  const verdict = killed ? verdictFor(source, offVariant, 'DISABLED', 'killed') : null;
  return {
    name: 'killed',
    isIdle: () => !killed,
    decide(_scope, _entry, trace) {
      const id = killed ? 'killed.yes' : 'killed.no';
      trace?.push({ step: 'killed', verdict: killed ? 'answered' : 'passed', message: message(id) });
      return verdict;
    },
    skip: notReached('killed'),
  };
}
