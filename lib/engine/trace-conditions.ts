import { DEEPEST_SEGMENT, VIRTUAL_SEGMENT } from './holds';
import type { ConditionNode, ConditionTreeNode, GroupNode, Scope, SegmentNode } from './model';
import { memoryOf } from './scope';
import type { CheckTrace, ConditionTrace, GroupTrace, SegmentTrace, TraceMessageId } from './trace';

/** What each condition of a group had to say, by asking the very nodes that decide; the scope stays as it was. */
export function traceConditions(root: GroupNode, scope: Scope): GroupTrace {
  const { problem } = scope;
  const trace = traceGroup(root, scope, '');
  scope.problem = problem;
  return trace;
}

/** The path of what made a group fail: the child that settled it, or the first of an OR whose children all failed. */
export function firstFailing(group: GroupTrace): string {
  const child = group.conditions[group.settledBy ?? 0];
  if (child === undefined) return group.path;
  return child.kind === 'group' && child.verdict === 'fail' ? firstFailing(child) : child.path;
}

function traceNode(node: ConditionTreeNode, scope: Scope, path: string): CheckTrace {
  if (node.kind === 'group') return traceGroup(node, scope, path);
  return node.kind === 'segment' ? traceSegment(node, scope, path) : traceCondition(node, scope, path);
}

function traceGroup(node: GroupNode, scope: Scope, path: string): GroupTrace {
  const verdict = node.holds(scope) ? 'pass' : 'fail';
  const conditions = node.children.map((child, index) =>
    traceNode(child, scope, path ? `${path}.${index}` : `${index}`),
  );
  // AND is settled by the first that fails, OR and NOT by the first that holds.
  const settling = node.operator === 'AND' ? 'fail' : 'pass';
  const settledBy = conditions.findIndex((child) => child.verdict === settling);
  if (settledBy >= 0) for (const later of conditions.slice(settledBy + 1)) later.counted = false;
  const { operator } = node;
  return {
    kind: 'group',
    path,
    verdict,
    counted: true,
    operator,
    conditions,
    settledBy: settledBy < 0 ? null : settledBy,
  };
}

function traceSegment(node: SegmentNode, scope: Scope, path: string): SegmentTrace {
  const { segment, negated } = node;
  const holds = node.holds(scope);
  const verdict = holds ? 'pass' : 'fail';
  const message = { id: segmentMessage(segment, holds !== negated, scope), params: { segment } };
  const trace: SegmentTrace = { kind: 'segment', path, verdict, counted: true, segment, negated, message };
  const group = scope.ruleset.segments.get(segment)?.group;
  const { traced } = memoryOf(scope);
  const isAsked = message.id === 'segment.rules' || message.id === 'segment.notHeld';
  // Each segment's conditions are shown once: segments that share segments would otherwise fill memory.
  if (!group || group.problem !== null || !isAsked || traced.has(segment)) return trace;
  traced.add(segment);
  scope.segmentDepth += 1;
  trace.conditions = traceGroup(group.root, scope, '');
  scope.segmentDepth -= 1;
  return trace;
}

function segmentMessage(key: string, isIn: boolean, { ruleset, subject, segmentDepth }: Scope): TraceMessageId {
  if (key.startsWith(VIRTUAL_SEGMENT)) {
    if (isIn) return 'segment.membership';
    return ruleset.flags.has(key.slice(VIRTUAL_SEGMENT.length)) ? 'segment.notHeld' : 'segment.unknown';
  }
  const segment = ruleset.segments.get(key);
  if (segment === undefined) return 'segment.unknown';
  if (subject !== null && segment.members.has(subject)) return 'segment.member';
  if (segment.group !== null && segmentDepth >= DEEPEST_SEGMENT) return 'segment.tooDeep';
  return isIn ? 'segment.rules' : 'segment.notHeld';
}

function traceCondition(node: ConditionNode, scope: Scope, path: string): ConditionTrace {
  const { attribute, operator, value } = node.condition;
  const holds = node.holds(scope);
  const actual = node.read(scope);
  return {
    kind: 'condition',
    path,
    verdict: holds ? 'pass' : 'fail',
    counted: true,
    attribute,
    operator,
    expected: value ?? null,
    actual: actual ?? null,
    isPresent: actual !== undefined,
    message: { id: holds ? 'condition.holds' : whyNot(node, actual), params: { attribute, operator } },
  };
}

function whyNot(node: ConditionNode, actual: ReturnType<ConditionNode['read']>): TraceMessageId {
  if (actual === undefined) return 'condition.missing';
  if (actual === null) return 'condition.null';
  return node.canRead(actual) ? 'condition.differs' : 'condition.unreadable';
}
