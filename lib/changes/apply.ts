import type { Configuration, FlagDefinition, Prerequisite } from '../engine/types';
import { addRule, moveRule, removeRule, replaceRule, ruleAt } from './apply-rules';
import { addTargets, removeTargets } from './apply-targets';
import { checkRollout } from './check-rollout';
import { checkServe, checkVariant } from './check-serve';
import { at, changeError, issue, refuse } from './issue';
import { LIMITS, type Limits } from './limits';
import { normalise } from './normalise';
import type { ChangeSubject, Instruction } from './types';
import { checkLimits, checkRule } from './validate';

/**
 * Applies instructions in order and returns the next configuration, normalised, its version unchanged.
 * Throws a ChangeError whose path begins with `instructions.<n>` for what cannot be done, and one with the path in
 * the configuration for a limit that the result exceeds. Referenced flags and segments are `validateConfiguration`'s.
 */
export function applyInstructions(
  subject: ChangeSubject,
  instructions: readonly Instruction[],
  limits: Limits = LIMITS,
): Configuration {
  const start = normalise(subject.definition, subject.configuration);
  const result = instructions.reduce(
    (configuration, instruction, index) =>
      applyOne({ ...subject, configuration }, instruction, at('instructions', index), limits),
    start,
  );
  // Only what this change made larger: a lowered limit must not forbid edits of what is already over it.
  if (JSON.stringify(result).length > JSON.stringify(start).length) refuse(checkLimits(result, limits));
  return result;
}

/** One step of `applyInstructions`; limits of the whole are not looked at. */
export function applyOne(
  { definition, configuration }: ChangeSubject,
  instruction: Instruction,
  path = '',
  limits: Limits = LIMITS,
): Configuration {
  switch (instruction.kind) {
    case 'turnOn':
      if (configuration.killed) throw changeError(issue(path, 'flag_killed'));
      return { ...configuration, state: 'on' };
    case 'turnOff':
      return { ...configuration, state: 'off' };
    case 'followDefault':
      return { ...configuration, state: 'default' };
    case 'kill':
      return { ...configuration, killed: true };
    case 'revive':
      return { ...configuration, killed: false };
    case 'setOffVariant':
      refuse(checkVariant(definition, instruction.variant, at(path, 'variant'), true));
      return { ...configuration, offVariant: instruction.variant };
    case 'setDefault':
      refuse(checkServe(definition, instruction.default, at(path, 'default'), true));
      return normalise(definition, { ...configuration, default: instruction.default });
    case 'setCodeDefault':
      return configuration;
    case 'setPrerequisites':
      return setPrerequisites(definition, configuration, instruction.prerequisites, path);
    case 'addTargets':
      return addTargets(definition, configuration, instruction, path);
    case 'removeTargets':
      return removeTargets(definition, configuration, instruction);
    default:
      return applyToRules({ definition, configuration }, instruction, path, limits);
  }
}

type RuleInstruction = Extract<
  Instruction,
  { kind: 'addRule' | 'updateRule' | 'removeRule' | 'moveRule' | 'setRuleEnabled' | 'setRollout' }
>;

function applyToRules(
  { definition, configuration }: ChangeSubject,
  instruction: RuleInstruction,
  path: string,
  limits: Limits,
): Configuration {
  if (instruction.kind === 'addRule' || instruction.kind === 'updateRule') {
    const place = at(path, 'rule');
    const { rule } = instruction;
    refuse(checkRule(definition, rule, place, limits));
  }
  const { rules } = configuration;
  switch (instruction.kind) {
    case 'addRule':
      return normalise(definition, { ...configuration, rules: addRule(rules, instruction, path) });
    case 'updateRule':
      if (instruction.rule.id !== instruction.id) throw changeError(issue(at(path, 'rule.id'), 'rule_id_differs'));
      return normalise(definition, { ...configuration, rules: replaceRule(rules, instruction.rule, path) });
    case 'removeRule':
      return { ...configuration, rules: removeRule(rules, instruction.id, path) };
    case 'moveRule':
      return { ...configuration, rules: moveRule(rules, instruction, path) };
    case 'setRuleEnabled': {
      const rule = { ...ruleAt(rules, instruction.id, path), enabled: instruction.enabled };
      return { ...configuration, rules: replaceRule(rules, rule, path) };
    }
    case 'setRollout': {
      const { rollout: _, ...rule } = ruleAt(rules, instruction.id, path);
      if (!instruction.rollout) return { ...configuration, rules: replaceRule(rules, rule, path) };
      refuse(checkRollout(instruction.rollout, at(path, 'rollout'), limits));
      const next = { ...rule, rollout: instruction.rollout };
      return normalise(definition, { ...configuration, rules: replaceRule(rules, next, path) });
    }
  }
}

function setPrerequisites(
  definition: Pick<FlagDefinition, 'variants'>,
  configuration: Configuration,
  prerequisites: Prerequisite[],
  path: string,
): Configuration {
  const twice = new Set(prerequisites.map(({ flag }) => flag)).size < prerequisites.length;
  if (twice) throw changeError(issue(at(path, 'prerequisites'), 'prerequisite_duplicate'));
  return normalise(definition, { ...configuration, prerequisites });
}
