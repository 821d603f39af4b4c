import type { FlagEntry, Scope, Step } from '../model';
import type { PrerequisiteTrace, TraceMessageId } from '../trace';
import type { Prerequisite, Verdict } from '../types';
import { type FlagSource, verdictFor } from '../verdicts';
import { walk } from '../walk';
import { message, notReached } from './plain';

/** A chain of prerequisites deeper than this is not met, which also ends a cycle. */
export const DEEPEST_PREREQUISITE = 20;

/** Row 4: a flag it depends on does not serve what it needs. */
export function prerequisitesStep(source: FlagSource): Step {
  const { prerequisites, offVariant } = source.configuration;
  const required = prerequisites.map(({ flag, variants }) => ({ flag, variants: [...variants] }));
  const verdict = required.length > 0 ? verdictFor(source, offVariant, 'DEFAULT', 'prerequisite') : null;
  return {
    name: 'prerequisites',
    isIdle: () => verdict === null,
    decide(scope, _entry, trace) {
      const seen: PrerequisiteTrace[] | null = trace && [];
      const isMet = required.every((prerequisite) => isPrerequisiteMet(prerequisite, scope, seen));
      if (trace !== null) {
        const id = verdict === null ? 'prerequisites.none' : isMet ? 'prerequisites.met' : 'prerequisites.notMet';
        const outcome = isMet ? 'passed' : 'answered';
        trace.push({ step: 'prerequisites', verdict: outcome, message: message(id), prerequisites: seen ?? [] });
      }
      return isMet ? null : verdict;
    },
    skip: notReached('prerequisites'),
  };
}

function isPrerequisiteMet(required: Prerequisite, scope: Scope, seen: PrerequisiteTrace[] | null): boolean {
  const entry = scope.ruleset.flags.get(required.flag);
  const isTooDeep = scope.depth >= DEEPEST_PREREQUISITE;
  const served = entry === undefined || isTooDeep ? null : ask(entry, scope);
  const id = isTooDeep ? 'prerequisite.tooDeep' : whyNotMet(served, required);
  const isMet = id === 'prerequisite.met';
  seen?.push({
    flag: required.flag,
    required: required.variants,
    verdict: isMet ? 'pass' : 'fail',
    served: served && { variant: served.variant, reason: served.reason, cause: served.cause },
    message: message(id, { flag: required.flag, variant: served?.variant ?? '' }),
  });
  return isMet;
}

function ask(entry: FlagEntry, scope: Scope): Verdict {
  if (entry.constant !== null) return entry.constant;
  scope.prerequisites ??= [];
  const known = scope.prerequisites[scope.depth] ?? new Map<string, Verdict>();
  scope.prerequisites[scope.depth] = known;
  const before = known.get(entry.key);
  if (before !== undefined) return before;
  const { problem } = scope;
  scope.problem = null;
  scope.depth += 1;
  const verdict = walk(entry, scope, null);
  scope.depth -= 1;
  scope.problem = problem;
  known.set(entry.key, verdict);
  return verdict;
}

/** Not serving by its own doing is never enough, whatever the off variant is. */
function whyNotMet(served: Verdict | null, { variants }: Prerequisite): TraceMessageId {
  if (served === null || served.errorCode === 'FLAG_NOT_FOUND') return 'prerequisite.unknown';
  if (served.errorCode !== undefined) return 'prerequisite.failed';
  if (served.cause === 'killed') return 'prerequisite.killed';
  if (served.cause === 'off') return 'prerequisite.off';
  if (served.cause === 'prerequisite') return 'prerequisite.ownPrerequisite';
  const isServed = served.variant !== null && variants.includes(served.variant);
  return isServed ? 'prerequisite.met' : 'prerequisite.otherVariant';
}
