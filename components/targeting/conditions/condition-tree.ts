import type { Condition, ConditionGroup } from '@/lib/engine/types';

/** Where a condition stands: its position in each group on the way; empty for the rule's own group. */
export type ConditionPath = readonly number[];

/** A group with one of its conditions, however deep, replaced by what `change` makes of it; null removes it. */
export function changeCondition<G extends ConditionGroup>(
  group: G,
  path: ConditionPath,
  change: (condition: Condition) => Condition | null,
): G {
  const [index, ...rest] = path;
  if (index === undefined) return group;
  const conditions = group.conditions.flatMap((condition, place) => {
    if (place !== index) return [condition];
    const next = rest.length === 0 ? change(condition) : inGroup(condition, rest, change);
    return next === null ? [] : [next];
  });
  return { ...group, conditions };
}

function inGroup(
  condition: Condition,
  path: ConditionPath,
  change: (condition: Condition) => Condition | null,
): Condition {
  return 'conditions' in condition ? changeCondition(condition, path, change) : condition;
}

/** A condition moved one place within its group; unchanged at the ends. */
export function moveCondition<G extends ConditionGroup>(group: G, path: ConditionPath, by: -1 | 1): G {
  const [index, ...rest] = path;
  if (index === undefined) return group;
  if (rest.length > 0) {
    return changeCondition(group, [index], (child) => ('conditions' in child ? moveCondition(child, rest, by) : child));
  }
  const target = index + by;
  const moved = group.conditions[index];
  if (moved === undefined || target < 0 || target >= group.conditions.length) return group;
  return { ...group, conditions: group.conditions.toSpliced(index, 1).toSpliced(target, 0, moved) };
}

/** Groups within each other below a condition: 0 for a plain one. */
export function depthOf(condition: Condition): number {
  if (!('conditions' in condition)) return 0;
  return 1 + Math.max(0, ...condition.conditions.map(depthOf));
}
