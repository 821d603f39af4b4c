import type { Configuration, FlagDefinition, Prerequisite, Rule, TargetList } from '../engine/types';
import { checkGroup, checkGroupSize, type ConditionRefs } from './check-conditions';
import { checkRollout, checkWindow } from './check-rollout';
import { checkServe, checkVariant } from './check-serve';
import { at, type ChangeIssue, issue } from './issue';
import { LIMITS, type Limits } from './limits';

type Definition = Pick<FlagDefinition, 'type' | 'variants'>;

/** What exists around a configuration. */
export interface ConfigurationRefs extends ConditionRefs {
  flags: (key: string) => Definition | undefined;
}

/**
 * What a configuration means wrongly: absent variants, flags and segments, weights, constants, orders, limits.
 * Empty if nothing. Cycles need the other flags: see `cycles`.
 */
export function validateConfiguration(
  definition: Definition,
  configuration: Configuration,
  refs: ConfigurationRefs,
  limits: Limits = LIMITS,
): ChangeIssue[] {
  const { rules, prerequisites } = configuration;
  const isReadable = (rule: Rule): boolean => checkGroupSize(rule, '', limits).length === 0;
  return [
    ...checkConfiguration(definition, configuration, limits),
    ...checkPrerequisites(prerequisites, refs),
    ...rules.flatMap((rule, index) =>
      isReadable(rule) ? checkGroup(rule, refs, at('rules', index), 'rule', limits) : [],
    ),
  ];
}

/** The part of `validateConfiguration` that needs nothing but the flag. */
export function checkConfiguration(
  definition: Definition,
  configuration: Configuration,
  limits: Limits = LIMITS,
): ChangeIssue[] {
  const { rules, targets } = configuration;
  return [
    ...checkVariant(definition, configuration.offVariant, 'offVariant', true),
    ...checkServe(definition, configuration.default, 'default', true),
    ...targets.flatMap((list, index) => checkVariant(definition, list.variant, at('targets', index, 'variant'), false)),
    ...checkSubjects(targets),
    ...checkPrerequisitesOnce(configuration.prerequisites),
    ...checkIds(rules),
    ...rules.flatMap((rule, index) => checkRule(definition, rule, at('rules', index), limits)),
    ...checkLimits(configuration, limits),
  ];
}

/** What is wrong with one rule in itself; what it refers to is left aside. */
export function checkRule(definition: Definition, rule: Rule, path: string, limits: Limits): ChangeIssue[] {
  return [
    ...checkGroupSize(rule, path, limits),
    ...checkServe(definition, rule.serve, at(path, 'serve'), false),
    ...(rule.rollout ? checkRollout(rule.rollout, at(path, 'rollout'), limits) : []),
    ...(rule.window ? checkWindow(rule.window, at(path, 'window')) : []),
  ];
}

/** How many and how much. */
export function checkLimits(configuration: Configuration, limits: Limits): ChangeIssue[] {
  const targets = configuration.targets.reduce((count, { subjects }) => count + subjects.length, 0);
  const bytes = new TextEncoder().encode(JSON.stringify(configuration)).length;
  return [
    ...(configuration.rules.length > limits.rules ? [issue('rules', 'rules_limit', { limit: limits.rules })] : []),
    ...(targets > limits.targets ? [issue('targets', 'targets_limit', { limit: limits.targets })] : []),
    ...(bytes > limits.bytes ? [issue('', 'size_limit', { limit: limits.bytes })] : []),
  ];
}

function checkIds(rules: Rule[]): ChangeIssue[] {
  const seen = new Set<string>();
  return rules.flatMap(({ id }, index) => {
    if (seen.has(id)) return [issue(at('rules', index, 'id'), 'rule_duplicate')];
    seen.add(id);
    return [];
  });
}

function checkSubjects(targets: TargetList[]): ChangeIssue[] {
  const pinned = new Map<string, string>();
  return targets.flatMap(({ variant, subjects }, list) =>
    subjects.flatMap((subject, index) => {
      const other = pinned.get(subject) ?? variant;
      pinned.set(subject, variant);
      return other === variant ? [] : [issue(at('targets', list, 'subjects', index), 'subject_duplicate')];
    }),
  );
}

function checkPrerequisitesOnce(prerequisites: Prerequisite[]): ChangeIssue[] {
  const seen = new Set<string>();
  return prerequisites.flatMap(({ flag }, index) => {
    const twice = seen.has(flag);
    seen.add(flag);
    return twice ? [issue(at('prerequisites', index, 'flag'), 'prerequisite_duplicate')] : [];
  });
}

function checkPrerequisites(prerequisites: Prerequisite[], refs: ConfigurationRefs): ChangeIssue[] {
  return prerequisites.flatMap(({ flag, variants }, index) => {
    const path = at('prerequisites', index);
    const found = refs.flags(flag);
    if (!found) return [issue(at(path, 'flag'), 'flag_absent')];
    return variants.flatMap((variant, place) => {
      const known = found.variants.some(({ key }) => key === variant);
      return known ? [] : [issue(at(path, 'variants', place), 'prerequisite_variant_absent')];
    });
  });
}
