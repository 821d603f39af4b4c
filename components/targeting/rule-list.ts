import { completeRule } from '@/lib/changes/complete';
import { asChangeError } from '@/lib/changes/issue';
import type { ChangeSubject } from '@/lib/changes/types';
import type { Rule } from '@/lib/engine/types';

/** A rule to start from: for everybody, serving `on` or the first variant. */
export function newRule(definition: ChangeSubject['definition'], id: string): Rule {
  const blank = { id, name: '', description: '', enabled: true, operator: 'AND' as const, conditions: [] };
  try {
    return completeRule(definition, blank, () => id);
  } catch (thrown) {
    if (!asChangeError(thrown)) throw thrown;
    return { ...blank, serve: { variant: definition.variants[0]?.key ?? '' } };
  }
}

/** A rule's copy right behind it. */
export function duplicateRule(rules: readonly Rule[], id: string, newId: string, name: string): Rule[] {
  return rules.flatMap((rule) => (rule.id === id ? [rule, { ...rule, id: newId, name }] : [rule]));
}

/** A rule moved to another's place. */
export function moveRuleTo(rules: readonly Rule[], from: number, to: number): Rule[] {
  const moved = rules[from];
  if (moved === undefined || to < 0 || to >= rules.length) return [...rules];
  return rules.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** A random identity; `crypto.randomUUID` is missing on plain http, where many people run this. */
export function newRuleId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `rule-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
