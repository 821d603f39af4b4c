import type { Condition, ConditionGroup } from '../engine/types';

/**
 * How many conditions a group has, those of groups within included, and how deep it is nested. Counts without
 * recursion, so that nothing sent can exhaust the stack.
 */
export function measureGroup(group: ConditionGroup): { leaves: number; depth: number } {
  const open: { condition: Condition; depth: number }[] = [{ condition: group, depth: 0 }];
  let [leaves, depth] = [0, 0];
  for (let next = open.pop(); next; next = open.pop()) {
    const { condition } = next;
    if (!('conditions' in condition)) {
      leaves += 1;
      continue;
    }
    depth = Math.max(depth, next.depth);
    for (const child of condition.conditions) open.push({ condition: child, depth: next.depth + 1 });
  }
  return { leaves, depth };
}
