import type { Rule } from '../engine/types';
import { same } from './same';
import type { Instruction } from './types';

/** The instructions that make one list of rules of another: removals, edits, then additions and the fewest moves. */
export function diffRules(from: Rule[], to: Rule[]): Instruction[] {
  const old = new Map(from.map((rule) => [rule.id, rule]));
  const kept = new Set(to.map(({ id }) => id));
  const removals = from.filter(({ id }) => !kept.has(id)).map(({ id }) => ({ kind: 'removeRule' as const, id }));
  const edits = to.flatMap((rule) => {
    const before = old.get(rule.id);
    return before ? diffRule(before, rule) : [];
  });
  return [...removals, ...edits, ...arrange(from, to)];
}

/** The most telling instruction for one rule's change: its switch or rollout if nothing else differs. */
export function diffRule(from: Rule, to: Rule): Instruction[] {
  if (same(from, to)) return [];
  const { id, enabled, rollout } = to;
  if (!same({ ...from, enabled, rollout }, to)) return [{ kind: 'updateRule', id, rule: to }];
  return [
    ...(from.enabled === enabled ? [] : [{ kind: 'setRuleEnabled' as const, id, enabled }]),
    ...(same(from.rollout, rollout) ? [] : [{ kind: 'setRollout' as const, id, rollout: rollout ?? null }]),
  ];
}

/** Rules of the longest common order stay; each other one is put before the next that stays, in order. */
function arrange(from: Rule[], to: Rule[]): Instruction[] {
  const position = new Map(from.map(({ id }, index) => [id, index]));
  const common = to.filter(({ id }) => position.has(id));
  const staying = longestRising(common.map(({ id }) => position.get(id) ?? 0));
  const fixed = new Set(common.filter((_, index) => staying.has(index)).map(({ id }) => id));
  let anchor: string | undefined;
  const anchors = to.map(() => '' as string | undefined);
  for (let index = to.length - 1; index >= 0; index -= 1) {
    anchors[index] = anchor;
    const id = to[index]?.id;
    if (id !== undefined && fixed.has(id)) anchor = id;
  }
  return to.flatMap((rule, index) => {
    if (fixed.has(rule.id)) return [];
    const before = anchors[index] === undefined ? {} : { before: anchors[index] };
    const added = !position.has(rule.id);
    return [
      added ? { kind: 'addRule' as const, rule, ...before } : { kind: 'moveRule' as const, id: rule.id, ...before },
    ];
  });
}

/** The indexes of a longest strictly rising run of `values`, gaps allowed. */
function longestRising(values: number[]): Set<number> {
  const length: number[] = [];
  const previous: number[] = [];
  let best = -1;
  values.forEach((value, index) => {
    let [longest, from] = [0, -1];
    for (let earlier = 0; earlier < index; earlier += 1) {
      const reach = length[earlier] ?? 0;
      if ((values[earlier] ?? 0) < value && reach > longest) [longest, from] = [reach, earlier];
    }
    length.push(longest + 1);
    previous.push(from);
    if (longest + 1 > (length[best] ?? 0)) best = index;
  });
  const indexes = new Set<number>();
  for (let index = best; index >= 0; index = previous[index] ?? -1) indexes.add(index);
  return indexes;
}
