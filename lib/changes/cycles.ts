import { type ChangeIssue, issue } from './issue';
import { LIMITS, type Limits } from './limits';

/**
 * Whether a flag's prerequisites lead back to it, or deeper than allowed. `edges` names the prerequisites of any
 * flag, those about to be saved for `start`.
 */
export function checkPrerequisiteGraph(
  start: string,
  edges: (flag: string) => readonly string[],
  limits: Limits = LIMITS,
): ChangeIssue[] {
  const depth = longest(start, edges, limits.prerequisiteDepth);
  if (depth === 'cycle') return [issue('prerequisites', 'prerequisite_cycle')];
  if (depth <= limits.prerequisiteDepth) return [];
  return [issue('prerequisites', 'prerequisite_too_deep', { limit: limits.prerequisiteDepth })];
}

/** Whether a segment's content leads back to it through other segments. */
export function checkSegmentGraph(start: string, edges: (segment: string) => readonly string[]): ChangeIssue[] {
  const cyclic = longest(start, edges, Number.POSITIVE_INFINITY) === 'cycle';
  return cyclic ? [issue('conditions', 'segment_cycle')] : [];
}

/** Edges on the longest way from `start`, without recursion: stored graphs may be deep. */
function longest(start: string, edges: (key: string) => readonly string[], enough: number): number | 'cycle' {
  const known = new Map<string, number>();
  const path: { key: string; next: number; depth: number }[] = [{ key: start, next: 0, depth: 0 }];
  const onPath = new Set([start]);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const target = edges(top.key)[top.next];
    if (target === undefined) {
      path.pop();
      onPath.delete(top.key);
      known.set(top.key, top.depth);
      const parent = path.at(-1);
      if (parent) parent.depth = Math.max(parent.depth, top.depth + 1);
      continue;
    }
    top.next += 1;
    if (onPath.has(target)) return 'cycle';
    const depth = known.get(target);
    if (depth !== undefined) top.depth = Math.max(top.depth, depth + 1);
    else if (path.length <= enough + 1) {
      path.push({ key: target, next: 0, depth: 0 });
      onPath.add(target);
    }
  }
  return known.get(start) ?? 0;
}
