import { ownProperty } from './attributes';
import { openMembership } from './memberships';
import type { AttributeReader, Holds, Scope, SegmentAnswer } from './model';
import { memoryOf } from './scope';
import type { CompiledOperator } from './operators';
import type { GroupOperator } from './types';

/** Segments within segments: beyond this a reference is false, which also ends a cycle. */
export const DEEPEST_SEGMENT = 20;
export const VIRTUAL_SEGMENT = 'flag:';

/** Whether a condition holds. `name` is given when the attribute is a plain name of the context. */
export function conditionHolds(
  name: string | null,
  read: AttributeReader,
  { test, negated }: Pick<CompiledOperator, 'test' | 'negated'>,
): Holds {
  if (name === null) return negated ? (scope) => !test(read(scope)) : (scope) => test(read(scope));
  if (negated) return (scope) => !test(ownProperty(scope.context, name));
  return (scope) => test(ownProperty(scope.context, name));
}

/** Whether a group holds: AND unless one fails, OR if one holds, NOT unless one holds. */
export function groupHolds(operator: GroupOperator, children: readonly Holds[]): Holds {
  const [first, second] = children;
  if (first === undefined) return () => operator !== 'OR';
  if (operator === 'NOT') {
    const any = groupHolds('OR', children);
    return (scope) => !any(scope);
  }
  if (second === undefined) return first;
  const isAnd = operator === 'AND';
  if (children.length === 2) {
    return isAnd ? (scope) => first(scope) && second(scope) : (scope) => first(scope) || second(scope);
  }
  return (scope) => {
    for (const child of children) if (child(scope) !== isAnd) return !isAnd;
    return isAnd;
  };
}

/** Whether the subject is in a segment, which is looked up when asked; an unknown one holds nobody. */
export function segmentHolds(key: string, negated: boolean): Holds {
  const asks = key.startsWith(VIRTUAL_SEGMENT) ? inVirtualSegment : inSegment;
  return (scope) => asks(key, scope) !== negated;
}

function inVirtualSegment(key: string, scope: Scope): boolean {
  const entry = scope.ruleset.flags.get(key.slice(VIRTUAL_SEGMENT.length));
  return entry !== undefined && openMembership(entry.memberships, scope.subject, scope.tenant, scope.now) !== null;
}

function inSegment(key: string, scope: Scope): boolean {
  const segment = scope.ruleset.segments.get(key);
  if (segment === undefined) return false;
  if (scope.subject !== null && segment.members.has(scope.subject)) return true;
  if (segment.group === null || scope.segmentDepth >= DEEPEST_SEGMENT) return false;
  const known = scope.memory?.segments[scope.segmentDepth]?.get(key);
  const { holds, problem } = known ?? askSegment(key, scope);
  scope.problem ??= problem;
  return holds;
}

function askSegment(key: string, scope: Scope): SegmentAnswer {
  const group = scope.ruleset.segments.get(key)?.group;
  if (!group || group.problem !== null) return { holds: false, problem: group?.problem ?? null };
  const outer = scope.problem;
  scope.problem = null;
  scope.segmentDepth += 1;
  const holds = group.root.holds(scope);
  scope.segmentDepth -= 1;
  const answer = { holds, problem: scope.problem };
  scope.problem = outer;
  // Only nested references can repeat without end, so the first level keeps no record.
  if (scope.segmentDepth > 0) remember(scope, key, answer);
  return answer;
}

function remember(scope: Scope, key: string, answer: SegmentAnswer): void {
  const { segments } = memoryOf(scope);
  const level = segments[scope.segmentDepth] ?? new Map<string, SegmentAnswer>();
  segments[scope.segmentDepth] = level.set(key, answer);
}
