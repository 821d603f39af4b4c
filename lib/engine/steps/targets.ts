import type { Step } from '../model';
import type { Verdict } from '../types';
import { type FlagSource, verdictFor } from '../verdicts';
import { message, notReached, outcome } from './plain';

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
    decides: [({ subject }) => (subject === null ? null : (verdicts.get(subject) ?? null))],
    describe({ subject }, _entry, verdict) {
      const id = subject === null ? 'targets.noSubject' : verdict === null ? 'targets.none' : 'targets.found';
      return [
        {
          step: 'targets',
          verdict: outcome(verdict),
          message: message(id, { subject: subject ?? '', variant: verdict?.variant ?? '' }),
          ...(subject !== null && { subject }),
          ...(verdict?.variant && { variant: verdict.variant }),
        },
      ];
    },
    skip: notReached('targets'),
  };
}
