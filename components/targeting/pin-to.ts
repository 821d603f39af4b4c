import type { TargetList } from '@/lib/engine/types';

/** Target lists in which a variant has exactly these subjects; whoever was pinned to another moves. */
export function pinTo(
  targets: readonly TargetList[],
  order: readonly string[],
  variant: string,
  subjects: readonly string[],
): TargetList[] {
  const chosen = new Set(subjects);
  const others = targets
    .filter((list) => list.variant !== variant)
    .map((list) => ({ ...list, subjects: list.subjects.filter((subject) => !chosen.has(subject)) }));
  const lists = [...others, { variant, subjects: [...subjects] }].filter((list) => list.subjects.length > 0);
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return lists.sort((a, b) => place(a.variant) - place(b.variant));
}
