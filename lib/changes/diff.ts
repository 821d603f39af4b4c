import type { Configuration } from '../engine/types';
import { diffRules } from './diff-rules';
import { normalise, pinsOf, targetLists } from './normalise';
import { same } from './same';
import { stateInstructions } from './state';
import type { ChangeSubject, Instruction } from './types';

/**
 * The instructions that make `target` of the subject, `version` left aside: as few and as telling as they get. Both
 * sides are normalised first. Whoever saves a person's configuration uses `replace`, which also refuses to kill.
 */
export function diff(subject: ChangeSubject, target: Configuration): Instruction[] {
  const from = normalise(subject.definition, subject.configuration);
  const to = normalise(subject.definition, target);
  const changed = <K extends keyof Configuration>(field: K): boolean => !same(from[field], to[field]);
  return [
    ...stateInstructions(from, to),
    ...(changed('offVariant') ? [{ kind: 'setOffVariant' as const, variant: to.offVariant }] : []),
    ...(changed('prerequisites') ? [{ kind: 'setPrerequisites' as const, prerequisites: to.prerequisites }] : []),
    ...diffTargets(subject.definition, from, to),
    ...diffRules(from.rules, to.rules),
    ...(changed('default') ? [{ kind: 'setDefault' as const, default: to.default }] : []),
  ];
}

function diffTargets(definition: ChangeSubject['definition'], from: Configuration, to: Configuration): Instruction[] {
  const [old, next] = [pinsOf(from.targets), pinsOf(to.targets)];
  const removed = [...old.keys()].filter((subject) => !next.has(subject)).sort();
  const pinned = new Map([...next].filter(([subject, variant]) => old.get(subject) !== variant));
  return [
    ...(removed.length > 0 ? [{ kind: 'removeTargets' as const, subjects: removed }] : []),
    ...targetLists(definition, pinned).map((list) => ({ kind: 'addTargets' as const, ...list })),
  ];
}
