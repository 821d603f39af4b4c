import { describe, expect, it } from 'vitest';
import type { Condition, ConditionGroup } from '@/lib/engine/types';
import { depthOf, moveCondition } from './condition-tree';

const leaf = (attribute: string): Condition => ({ attribute, operator: 'exists' });
const tree: ConditionGroup = {
  operator: 'AND',
  conditions: [leaf('a'), { operator: 'OR', conditions: [leaf('b'), leaf('c')] }, leaf('d')],
};

describe('moveCondition', () => {
  it('moves among siblings, in groups too', () => {
    expect(moveCondition(tree, [2], -1).conditions).toEqual([leaf('a'), leaf('d'), tree.conditions[1]]);
    expect(moveCondition(tree, [1, 0], 1).conditions[1]).toEqual({
      operator: 'OR',
      conditions: [leaf('c'), leaf('b')],
    });
  });

  it('leaves the ends alone', () => {
    expect(moveCondition(tree, [0], -1)).toEqual(tree);
    expect(moveCondition(tree, [1, 1], 1)).toEqual(tree);
  });
});

it('measures how deep groups go', () => {
  expect([depthOf(leaf('a')), depthOf(tree), depthOf({ operator: 'NOT', conditions: [tree] })]).toEqual([0, 2, 3]);
});
