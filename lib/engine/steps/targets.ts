import type { Step } from '../model';
import type { Verdict } from '../types';
import { type FlagSource, verdictFor } from '../verdicts';
import { message, notReached } from './plain';

/** Row 7: the subject is pinned to a variant. Of several pins the first counts. */
export function targetsStep(source: FlagSource): Step {
  const verdicts = new Map<string, Verdict>();
  for (const { variant, subjects } of source.configuration.targets) {
    const verdict = verdictFor(source, variant, 'TARGETING_MATCH', 'target');
    for (const subject of subjects) if (!verdicts.has(subject)) verdicts.set(subject, verdict);
  }
  return {
    name: 'targets',
    isIdle: () => verdicts.size === 0,
    decide({ subject }, _entry, trace) {
      const verdict = subject === null ? null : (verdicts.get(subject) ?? null);
      if (trace !== null) {
        const id = subject === null ? 'targets.noSubject' : verdict === null ? 'targets.none' : 'targets.found';
        trace.push({
          step: 'targets',
          verdict: verdict === null ? 'passed' : 'answered',
          message: message(id, { subject: subject ?? '', variant: verdict?.variant ?? '' }),
          ...(subject !== null && { subject }),
          ...(verdict?.variant && { variant: verdict.variant }),
        });
      }
      return verdict;
    },
    skip: notReached('targets'),
  };
}
