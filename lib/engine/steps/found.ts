import type { Step } from '../model';
import { type FlagSource, notFoundVerdict } from '../verdicts';
import { message, notReached } from './plain';

/** Row 1: archived, or not visible to this kind of key. A prerequisite need not be visible. */
export function foundStep({ key, definition }: FlagSource): Step {
  if (definition.v !== 1) throw new TypeError('A definition cannot be read.');
  const notFound = notFoundVerdict(key);
  return {
    name: 'found',
    isIdle: () => !definition.archived && definition.clientVisible,
    decide(scope, _entry, trace) {
      const isHidden = scope.audience === 'client' && scope.depth === 0 && !definition.clientVisible;
      const id = definition.archived ? 'found.archived' : isHidden ? 'found.notVisible' : 'found.yes';
      const isFound = id === 'found.yes';
      trace?.push({ step: 'found', verdict: isFound ? 'passed' : 'answered', message: message(id) });
      return isFound ? null : notFound;
    },
    skip: notReached('found'),
  };
}
