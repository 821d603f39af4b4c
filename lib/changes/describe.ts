import type { Configuration, Rule } from '../engine/types';
import { applyOne } from './apply';
import { describeCondition, describeGroup } from './describe-condition';
import { describeOutcome, describeRule } from './describe-rule';
import { describeRollout, describeServe, describeWindow } from './describe-serve';
import { normalise } from './normalise';
import { same } from './same';
import { type Sentence, sentence } from './sentence';
import type { ChangeSubject, Instruction } from './types';

const SHOWN = 5;

/**
 * What a change does, as sentences in its order; each instruction gives at least one. Instructions that cannot be
 * applied any more (a history that is looked at from elsewhere) are described without what they would have met.
 */
export function describe(subject: ChangeSubject, instructions: readonly Instruction[]): Sentence[] {
  let configuration = normalise(subject.definition, subject.configuration);
  return instructions.flatMap((instruction) => {
    const sentences = describeInstruction(configuration, instruction);
    configuration = attempt({ ...subject, configuration }, instruction);
    return sentences;
  });
}

/** What one instruction does to a configuration. */
export function describeInstruction(configuration: Configuration, instruction: Instruction): Sentence[] {
  switch (instruction.kind) {
    case 'turnOn':
    case 'turnOff':
    case 'followDefault':
    case 'kill':
    case 'revive':
      return [sentence(`instruction.${instruction.kind}`)];
    case 'setOffVariant':
      return [sentence('instruction.setOffVariant', { served: describeServe({ variant: instruction.variant }) })];
    case 'setDefault':
      return [sentence('instruction.setDefault', { served: describeServe(instruction.default) })];
    case 'setCodeDefault':
      return [sentence('instruction.setCodeDefault', { variant: instruction.variant })];
    case 'addTargets':
      return [sentence('instruction.addTargets', { ...people(instruction.subjects), variant: instruction.variant })];
    case 'removeTargets':
      return [sentence('instruction.removeTargets', people(instruction.subjects))];
    case 'setPrerequisites':
      return [describePrerequisites(instruction.prerequisites)];
    default:
      return describeRuleInstruction(configuration.rules, instruction);
  }
}

type RuleInstruction = Extract<
  Instruction,
  { kind: 'addRule' | 'updateRule' | 'removeRule' | 'moveRule' | 'setRuleEnabled' | 'setRollout' }
>;

function describeRuleInstruction(rules: Rule[], instruction: RuleInstruction): Sentence[] {
  const nameOf = (id: string): Sentence => labelOf(rules.find((rule) => rule.id === id));
  switch (instruction.kind) {
    case 'addRule': {
      const params = { rule: labelOf(instruction.rule), sentence: describeRule(instruction.rule) };
      if (instruction.before === undefined || instruction.before === null)
        return [sentence('instruction.addRule', params)];
      return [sentence('instruction.addRuleBefore', { ...params, before: nameOf(instruction.before) })];
    }
    case 'updateRule':
      return describeUpdate(
        rules.find(({ id }) => id === instruction.id),
        instruction.rule,
      );
    case 'removeRule':
      return [sentence('instruction.removeRule', { rule: nameOf(instruction.id) })];
    case 'moveRule': {
      const { id, before } = instruction;
      if (before === undefined || before === null) return [sentence('instruction.moveRuleLast', { rule: nameOf(id) })];
      return [sentence('instruction.moveRule', { rule: nameOf(id), before: nameOf(before) })];
    }
    case 'setRuleEnabled':
      return [
        sentence(`instruction.${instruction.enabled ? 'enableRule' : 'disableRule'}`, { rule: nameOf(instruction.id) }),
      ];
    case 'setRollout':
      return [
        describeSetRollout(
          rules.find(({ id }) => id === instruction.id),
          instruction,
        ),
      ];
  }
}

/** One sentence for each part of a rule that differs. */
function describeUpdate(from: Rule | undefined, to: Rule): Sentence[] {
  const rule = labelOf(from ?? to);
  if (!from) return [sentence('instruction.updateRule', { rule, sentence: describeRule(to) })];
  const window = to.window && describeWindow(to.window);
  const parts: (Sentence | null)[] = [
    from.name === to.name ? null : describeName(rule, to.name),
    from.description === to.description ? null : sentence('update.description', { rule }),
    from.enabled === to.enabled ? null : sentence(`instruction.${to.enabled ? 'enableRule' : 'disableRule'}`, { rule }),
    same([from.operator, from.conditions], [to.operator, to.conditions])
      ? null
      : sentence('update.conditions', { rule, condition: describeGroup(to) }),
    same([from.serve, from.rollout], [to.serve, to.rollout])
      ? null
      : sentence('update.outcome', { rule, outcome: describeOutcome(to) }),
    same(from.window, to.window)
      ? null
      : window
        ? sentence('update.window', { rule, window })
        : sentence('update.noWindow', { rule }),
  ];
  const found = parts.filter((part) => part !== null);
  return found.length > 0 ? found : [sentence('update.nothing', { rule })];
}

function describeName(rule: Sentence, name: string): Sentence {
  return name.trim() === '' ? sentence('update.noName', { rule }) : sentence('update.name', { rule, name });
}

function describeSetRollout(rule: Rule | undefined, { rollout }: { rollout: Rule['rollout'] | null }): Sentence {
  const label = labelOf(rule);
  if (!rollout) return sentence('instruction.removeRollout', { rule: label });
  const to = describeRollout(rollout);
  if (!rule?.rollout) return sentence('instruction.setRollout', { rule: label, to });
  return sentence('instruction.changeRollout', { rule: label, from: describeRollout(rule.rollout), to });
}

function describePrerequisites(prerequisites: Configuration['prerequisites']): Sentence {
  if (prerequisites.length === 0) return sentence('instruction.clearPrerequisites');
  const items = prerequisites.map(({ flag, variants }) =>
    sentence('prerequisite.serves', { flag, variants: { join: 'or', items: variants } }),
  );
  return sentence('instruction.setPrerequisites', { list: { join: 'and', items } });
}

/** A rule by its name, else by what it asks for. */
function labelOf(rule: Rule | undefined): Sentence {
  if (!rule) return sentence('rule.gone');
  if (rule.name.trim() !== '') return sentence('rule.named', { name: rule.name });
  const [first] = rule.conditions;
  return first ? sentence('rule.unnamed', { condition: describeCondition(first) }) : sentence('rule.forEverybody');
}

function people(subjects: string[]): Sentence['params'] {
  const list = { join: 'comma', items: subjects.slice(0, SHOWN) } as const;
  const shown = subjects.length > SHOWN ? sentence('list.more', { list, count: subjects.length - SHOWN }) : list;
  return { count: subjects.length, subjects: shown };
}

function attempt(subject: ChangeSubject, instruction: Instruction): Configuration {
  try {
    return applyOne(subject, instruction);
  } catch {
    return subject.configuration;
  }
}
