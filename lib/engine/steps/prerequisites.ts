import type { Decide, FlagEntry, Scope, Step } from '../model';
import { memoryOf } from '../scope';
import type { PrerequisiteTrace, TraceMessageId } from '../trace';
import type { Prerequisite, Verdict } from '../types';
import { type FlagSource, verdictFor } from '../verdicts';
import { walk } from '../walk';
import { message, notReached, outcome } from './plain';

/** A chain of prerequisites deeper than this is not met, which also ends a cycle. */
export const DEEPEST_PREREQUISITE = 20;

/** Row 4: a flag it depends on does not serve what it needs. */
export function prerequisitesStep(source: FlagSource): Step {
  const { prerequisites, offVariant } = source.configuration;
  const required = prerequisites.map(({ flag, variants }) => ({ flag, variants: [...variants] }));
  const notMet = required.length > 0 ? verdictFor(source, offVariant, 'DEFAULT', 'prerequisite') : null;
  const decide: Decide = (scope) => {
    for (const one of required) if (judge(one, ask(one, scope)) !== 'prerequisite.met') return notMet;
    return null;
  };
  return {
    name: 'prerequisites',
    isIdle: () => notMet === null,
    decides: [decide],
    describe(scope, _entry, verdict) {
      const seen = required.map((prerequisite) => describe(prerequisite, scope));
      const failed = seen.findIndex((one) => one.verdict === 'fail');
      const id = notMet === null ? 'prerequisites.none' : failed < 0 ? 'prerequisites.met' : 'prerequisites.notMet';
      const shown = failed < 0 ? seen : seen.slice(0, failed + 1);
      return [{ step: 'prerequisites', verdict: outcome(verdict), message: message(id), prerequisites: shown }];
    },
    skip: notReached('prerequisites'),
  };
}

/** What the prerequisite serves, by its whole list of steps; null when it is unknown or too deep. */
function ask({ flag }: Prerequisite, scope: Scope): Verdict | null {
  const entry = scope.ruleset.flags.get(flag);
  if (entry === undefined || scope.depth >= DEEPEST_PREREQUISITE) return null;
  return entry.constant ?? known(entry, scope);
}

/** Asked once at each depth, so that flags which share prerequisites do not multiply the work. */
function known(entry: FlagEntry, scope: Scope): Verdict {
  const { prerequisites } = memoryOf(scope);
  const level = prerequisites[scope.depth] ?? new Map<string, Verdict>();
  prerequisites[scope.depth] = level;
  const before = level.get(entry.key);
  if (before !== undefined) return before;
  scope.depth += 1;
  const verdict = walk(entry, scope);
  scope.depth -= 1;
  level.set(entry.key, verdict);
  return verdict;
}

/** Not serving by its own doing is never enough, whatever the off variant is. */
function judge({ variants }: Prerequisite, served: Verdict | null): TraceMessageId {
  if (served === null || served.errorCode === 'FLAG_NOT_FOUND') return 'prerequisite.unknown';
  if (served.errorCode !== undefined) return 'prerequisite.failed';
  if (served.cause === 'killed') return 'prerequisite.killed';
  if (served.cause === 'off') return 'prerequisite.off';
  if (served.cause === 'prerequisite') return 'prerequisite.ownPrerequisite';
  const isServed = served.variant !== null && variants.includes(served.variant);
  return isServed ? 'prerequisite.met' : 'prerequisite.otherVariant';
}

function describe(required: Prerequisite, scope: Scope): PrerequisiteTrace {
  const served = ask(required, scope);
  const id = judge(required, served);
  return {
    flag: required.flag,
    required: required.variants,
    verdict: id === 'prerequisite.met' ? 'pass' : 'fail',
    served: served && { variant: served.variant, reason: served.reason, ...(served.cause && { cause: served.cause }) },
    message: message(id, { flag: required.flag, variant: served?.variant ?? '' }),
  };
}
