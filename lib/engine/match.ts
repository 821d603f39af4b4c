import { openMembership } from './memberships';
import type { ConditionNode, ConditionTreeNode, GroupNode, Scope, SegmentAnswer, SegmentNode } from './model';
import type { CheckTrace, ConditionTrace, GroupTrace, SegmentTrace, TraceMessage, TraceMessageId } from './trace';

/** Segments within segments: beyond this a reference is false, which also ends a cycle. */
export const DEEPEST_SEGMENT = 20;
const VIRTUAL = 'flag:';

/** Whether a group holds. With a trace, it also records each child, those behind the one that settled it included. */
export function matchGroup(node: GroupNode, scope: Scope, trace: GroupTrace | null): boolean {
  // AND is settled by the first that fails, OR and NOT by the first that holds.
  const settling = node.operator !== 'AND';
  const settled = node.operator === 'OR';
  for (let index = 0; index < node.children.length; index += 1) {
    const child = node.children[index];
    if (child === undefined || matchNode(child, scope, trace, index) !== settling) continue;
    if (trace !== null) finishGroup(node, scope, trace, index);
    if (trace !== null) trace.verdict = settled ? 'pass' : 'fail';
    return settled;
  }
  if (trace !== null) trace.verdict = settled ? 'fail' : 'pass';
  return !settled;
}

/** An empty record for a group, filled by `matchGroup`. */
export function groupTrace(node: GroupNode, path: string): GroupTrace {
  const { operator } = node;
  return { kind: 'group', path, verdict: 'fail', counted: true, operator, conditions: [], settledBy: null };
}

function matchNode(node: ConditionTreeNode, scope: Scope, parent: GroupTrace | null, index: number): boolean {
  const path = parent === null ? '' : parent.path === '' ? String(index) : `${parent.path}.${index}`;
  if (node.kind === 'condition') {
    const actual = node.read(scope);
    const holds = node.test(actual) !== node.negated;
    if (parent !== null) parent.conditions.push(traceCondition(node, scope, holds, path));
    return holds;
  }
  if (node.kind === 'group') {
    const trace = parent && groupTrace(node, path);
    if (parent !== null && trace !== null) parent.conditions.push(trace);
    return matchGroup(node, scope, trace);
  }
  const trace = parent && segmentTrace(node, path);
  if (parent !== null && trace !== null) parent.conditions.push(trace);
  const holds = inSegment(node.segment, scope, trace) !== node.negated;
  if (trace !== null) trace.verdict = holds ? 'pass' : 'fail';
  return holds;
}

/** Shows the children behind the one that settled the group, without letting them influence the answer. */
function finishGroup(node: GroupNode, scope: Scope, trace: GroupTrace, settledBy: number): void {
  const { problem } = scope;
  trace.settledBy = settledBy;
  for (let index = settledBy + 1; index < node.children.length; index += 1) {
    const child = node.children[index];
    if (child !== undefined) matchNode(child, scope, trace, index);
    const shown: CheckTrace | undefined = trace.conditions[index];
    if (shown !== undefined) shown.counted = false;
  }
  scope.problem = problem;
}

function inSegment(key: string, scope: Scope, trace: SegmentTrace | null): boolean {
  if (key.startsWith(VIRTUAL)) return inVirtualSegment(key.slice(VIRTUAL.length), scope, trace);
  const segment = scope.ruleset.segments.get(key);
  if (segment === undefined) return say(trace, 'segment.unknown', false);
  if (scope.subject !== null && segment.members.has(scope.subject)) return say(trace, 'segment.member', true);
  if (segment.group === null) return say(trace, 'segment.notHeld', false);
  if (scope.segmentDepth >= DEEPEST_SEGMENT) return say(trace, 'segment.tooDeep', false);
  const known = scope.nestedSegments?.[scope.segmentDepth]?.get(key);
  const answer = known ?? askSegment(key, scope, trace);
  scope.problem ??= answer.problem;
  return say(trace, answer.holds ? 'segment.rules' : 'segment.notHeld', answer.holds);
}

function askSegment(key: string, scope: Scope, trace: SegmentTrace | null): SegmentAnswer {
  const group = scope.ruleset.segments.get(key)?.group;
  if (!group) return { holds: false, problem: null };
  if (group.problem !== null) return { holds: false, problem: group.problem };
  const outer = scope.problem;
  scope.problem = null;
  scope.segmentDepth += 1;
  const holds = matchGroup(group.root, scope, segmentConditions(key, scope, trace, group.root));
  scope.segmentDepth -= 1;
  const answer = { holds, problem: scope.problem };
  scope.problem = outer;
  // Only nested references can repeat without end, so the first level keeps no record.
  if (scope.segmentDepth > 0) remember(scope, key, answer);
  return answer;
}

function remember(scope: Scope, key: string, answer: SegmentAnswer): void {
  scope.nestedSegments ??= [];
  const level = scope.nestedSegments[scope.segmentDepth] ?? new Map<string, SegmentAnswer>();
  scope.nestedSegments[scope.segmentDepth] = level.set(key, answer);
}

function inVirtualSegment(flag: string, scope: Scope, trace: SegmentTrace | null): boolean {
  const entry = scope.ruleset.flags.get(flag);
  if (entry === undefined) return say(trace, 'segment.unknown', false);
  const holds = openMembership(entry.memberships, scope.subject, scope.tenant, scope.now) !== null;
  return say(trace, holds ? 'segment.membership' : 'segment.notHeld', holds);
}

function segmentTrace(node: SegmentNode, path: string): SegmentTrace {
  const message: TraceMessage = { id: 'segment.notHeld', params: { segment: node.segment } };
  return {
    kind: 'segment',
    path,
    verdict: 'fail',
    counted: true,
    segment: node.segment,
    negated: node.negated,
    message,
  };
}

/** Each segment's conditions are shown once: segments that share segments would otherwise fill memory. */
function segmentConditions(key: string, scope: Scope, trace: SegmentTrace | null, root: GroupNode): GroupTrace | null {
  if (trace === null || scope.tracedSegments?.has(key)) return null;
  scope.tracedSegments ??= new Set();
  scope.tracedSegments.add(key);
  trace.conditions = groupTrace(root, '');
  return trace.conditions;
}

function say(trace: SegmentTrace | null, id: TraceMessageId, holds: boolean): boolean {
  if (trace !== null) trace.message = { id, params: { segment: trace.segment } };
  return holds;
}

function traceCondition(node: ConditionNode, scope: Scope, holds: boolean, path: string): ConditionTrace {
  const { attribute, operator, value } = node.condition;
  const actual = node.read(scope);
  const id = holds ? 'condition.holds' : whyNot(node, actual);
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
    message: { id, params: { attribute, operator } },
  };
}

function whyNot(node: ConditionNode, actual: ReturnType<ConditionNode['read']>): TraceMessageId {
  if (actual === undefined) return 'condition.missing';
  if (actual === null) return 'condition.null';
  return node.canRead(actual) ? 'condition.differs' : 'condition.unreadable';
}
