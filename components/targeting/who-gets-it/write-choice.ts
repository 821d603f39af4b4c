import { same } from '@/lib/changes/same';
import type { ChangeSubject } from '@/lib/changes/types';
import type { Rule } from '@/lib/engine/types';
import type { Draft } from '../draft';
import { pinTo } from '../pin-to';
import { newRule } from '../rule-list';
import { type Choice, namesSomebody } from './choice';

export interface NewRule {
  id: string;
  name: string;
}

/**
 * A draft with a choice written into it, as ordinary targets, an ordinary rule behind the others, or the default.
 * What says the same already is not written again; tenants are left to overrides, and the state to its switch.
 */
export function writeChoice(
  definition: ChangeSubject['definition'],
  draft: Draft,
  choice: Choice,
  rule: NewRule,
): Draft {
  const { audience, variant, rest } = choice;
  if (audience === 'everyone') return { ...draft, default: { variant } };
  if (!namesSomebody(choice)) return draft;
  return {
    ...draft,
    targets: targetsWith(definition, draft, choice),
    rules: rulesWith(definition, draft, choice, rule),
    ...(rest !== null && { default: { variant: rest } }),
  };
}

function targetsWith({ variants }: ChangeSubject['definition'], { targets }: Draft, { variant, subjects }: Choice) {
  if (subjects.length === 0) return targets;
  const pinned = targets.find((list) => list.variant === variant)?.subjects ?? [];
  const order = variants.map(({ key }) => key);
  return pinTo(targets, order, variant, [...new Set([...pinned, ...subjects])]);
}

function rulesWith(
  definition: ChangeSubject['definition'],
  { rules }: Draft,
  { role, variant }: Choice,
  { id, name }: NewRule,
): Rule[] {
  if (role === null || rules.some((rule) => servesFrom(rule, role, variant))) return rules;
  const conditions = [conditionOf(role)];
  return [...rules, { ...newRule(definition, id), name, conditions, serve: { variant } }];
}

/** "The role is at least this one": the list holds every role that the subject's own reaches. */
const conditionOf = (role: string) => ({ attribute: 'roleAtLeast', operator: 'contains' as const, value: role });

function servesFrom(rule: Rule, role: string, variant: string): boolean {
  const isWhole = rule.enabled && rule.rollout === undefined && rule.window === undefined && rule.operator !== 'NOT';
  return isWhole && same(rule.serve, { variant }) && same(rule.conditions, [conditionOf(role)]);
}
