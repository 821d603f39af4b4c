import { expect, it } from 'vitest';
import { BOOLEAN, rule } from '@/lib/changes/testing/build';
import { duplicateRule, moveRuleTo, newRule, newRuleId } from './rule-list';

const rules = ['a', 'b', 'c'].map((id) => rule({ id, name: id }));

it('begins a rule with what a flag of its type serves', () => {
  expect(newRule(BOOLEAN, 'x').serve).toEqual({ variant: 'on' });
  const text = { type: 'string' as const, variants: [{ key: 'red', value: 'r' }] };
  expect(newRule(text, 'x')).toMatchObject({ id: 'x', serve: { variant: 'red' }, conditions: [], enabled: true });
});

it('puts a copy right behind its original', () => {
  expect(duplicateRule(rules, 'b', 'd', 'b (copy)').map(({ id, name }) => `${id}:${name}`)).toEqual([
    'a:a',
    'b:b',
    'd:b (copy)',
    'c:c',
  ]);
});

it('moves within the list alone', () => {
  expect(moveRuleTo(rules, 0, 2).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  expect(moveRuleTo(rules, 2, 3).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(moveRuleTo(rules, 0, -1).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

it('gives every rule an identity of its own', () => {
  expect(new Set(Array.from({ length: 100 }, newRuleId)).size).toBe(100);
});
