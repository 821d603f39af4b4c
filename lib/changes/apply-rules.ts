import type { Rule } from '../engine/types';
import { at, changeError, issue } from './issue';

/** The rule with an id. Throws `rule_absent`. */
export function ruleAt(rules: Rule[], id: string, path: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw changeError(issue(at(path, 'id'), 'rule_absent'));
  return rule;
}

export function addRule(rules: Rule[], { rule, before }: { rule: Rule; before?: string | null }, path: string): Rule[] {
  const taken = rules.some(({ id }) => id === rule.id);
  if (taken) throw changeError(issue(at(path, 'rule.id'), 'rule_duplicate'));
  return insertBefore(rules, rule, before, path);
}

export function replaceRule(rules: Rule[], rule: Rule, path: string): Rule[] {
  ruleAt(rules, rule.id, path);
  return rules.map((candidate) => (candidate.id === rule.id ? rule : candidate));
}

export function removeRule(rules: Rule[], id: string, path: string): Rule[] {
  ruleAt(rules, id, path);
  return rules.filter((candidate) => candidate.id !== id);
}

/** To the end without `before`; before itself, it stays. */
export function moveRule(rules: Rule[], { id, before }: { id: string; before?: string | null }, path: string): Rule[] {
  const rule = ruleAt(rules, id, path);
  if (before === id) return rules;
  return insertBefore(removeRule(rules, id, path), rule, before, path);
}

function insertBefore(rules: Rule[], rule: Rule, before: string | null | undefined, path: string): Rule[] {
  if (before === undefined || before === null) return [...rules, rule];
  const index = rules.findIndex(({ id }) => id === before);
  if (index < 0) throw changeError(issue(at(path, 'before'), 'rule_absent'));
  return rules.toSpliced(index, 0, rule);
}
