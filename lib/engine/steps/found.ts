import type { Scope, Step } from '../model';
import { type FlagSource, notFoundVerdict } from '../verdicts';
import { message, notReached, outcome } from './plain';

/** Row 1: archived, or not visible to this kind of key. A prerequisite need not be visible. */
export function foundStep({ key, definition }: FlagSource): Step {
  if (definition.v !== 1) throw new TypeError('A definition cannot be read.');
  const { archived, clientVisible } = definition;
  const notFound = notFoundVerdict(key);
  const isHidden = (scope: Scope): boolean => scope.audience === 'client' && scope.depth === 0 && !clientVisible;
  return {
    name: 'found',
    isIdle: () => !archived && clientVisible,
    decides: [(scope) => (archived || isHidden(scope) ? notFound : null)],
    describe(scope, _entry, verdict) {
      const id = archived ? 'found.archived' : isHidden(scope) ? 'found.notVisible' : 'found.yes';
      return [{ step: 'found', verdict: outcome(verdict), message: message(id) }];
    },
    skip: notReached('found'),
  };
}
