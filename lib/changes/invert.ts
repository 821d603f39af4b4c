import type { Configuration, Rule } from '../engine/types';
import { applyOne } from './apply';
import { ruleAt } from './apply-rules';
import { normalise, pinsOf, targetLists } from './normalise';
import { stateInstructions } from './state';
import type { ChangeSubject, Instruction } from './types';

/**
 * The instructions that undo others: applied to what `instructions` make of the subject, they give the subject
 * back, normalised. Throws what `applyInstructions` throws if the instructions cannot be applied.
 */
export function invert(subject: ChangeSubject, instructions: readonly Instruction[]): Instruction[] {
  let configuration = normalise(subject.definition, subject.configuration);
  const inverses = instructions.map((instruction, index) => {
    const before: ChangeSubject = { ...subject, configuration };
    configuration = applyOne(before, instruction, `instructions.${index}`);
    return invertOne(before, instruction, configuration);
  });
  return inverses.reverse().flat();
}

function invertOne(before: ChangeSubject, instruction: Instruction, after: Configuration): Instruction[] {
  const { configuration } = before;
  switch (instruction.kind) {
    case 'turnOn':
    case 'turnOff':
    case 'followDefault':
    case 'kill':
    case 'revive':
      return stateInstructions(after, configuration);
    case 'setOffVariant':
      return [{ kind: 'setOffVariant', variant: configuration.offVariant }];
    case 'setDefault':
      return [{ kind: 'setDefault', default: configuration.default }];
    case 'setCodeDefault':
      return [];
    case 'setPrerequisites':
      return [{ kind: 'setPrerequisites', prerequisites: configuration.prerequisites }];
    case 'addTargets':
    case 'removeTargets':
      return invertTargets(before, instruction.subjects);
    case 'addRule':
      return [{ kind: 'removeRule', id: instruction.rule.id }];
    default:
      return invertRule(configuration.rules, instruction);
  }
}

type ExistingRule = Extract<
  Instruction,
  { kind: 'updateRule' | 'removeRule' | 'moveRule' | 'setRuleEnabled' | 'setRollout' }
>;

function invertRule(rules: Rule[], instruction: ExistingRule): Instruction[] {
  const { id } = instruction;
  const rule = ruleAt(rules, id, '');
  const follower = rules[rules.indexOf(rule) + 1]?.id;
  switch (instruction.kind) {
    case 'updateRule':
      return [{ kind: 'updateRule', id, rule }];
    case 'removeRule':
      return [{ kind: 'addRule', rule, ...(follower !== undefined && { before: follower }) }];
    case 'moveRule':
      return [{ kind: 'moveRule', id, ...(follower !== undefined && { before: follower }) }];
    case 'setRuleEnabled':
      return [{ kind: 'setRuleEnabled', id, enabled: rule.enabled }];
    case 'setRollout':
      return [{ kind: 'setRollout', id, rollout: rule.rollout ?? null }];
  }
}

function invertTargets({ definition, configuration }: ChangeSubject, subjects: string[]): Instruction[] {
  const pins = pinsOf(configuration.targets);
  const free = [...new Set(subjects)].filter((subject) => !pins.has(subject));
  const pinned = new Map(
    subjects.flatMap((subject) => {
      const variant = pins.get(subject);
      return variant === undefined ? [] : [[subject, variant] as const];
    }),
  );
  return [
    ...(free.length > 0 ? [{ kind: 'removeTargets' as const, subjects: free }] : []),
    ...targetLists(definition, pinned).map((list) => ({ kind: 'addTargets' as const, ...list })),
  ];
}
