import { attributeName, compileAttribute, plainName } from './attributes';
import { conditionHolds, groupHolds, segmentHolds } from './holds';
import { readInstant } from './instant';
import type { CompiledGroup, ConditionTreeNode, GroupNode } from './model';
import { type CompiledOperator, compileOperator } from './operators';
import type { AttributeCondition, Condition, ConditionGroup, JsonValue } from './types';

/** Deeper groups than any that can be saved; beyond it a group counts as unreadable, so that no stack overflows. */
const DEEPEST_GROUP = 64;

const UNKNOWN: CompiledOperator = {
  test: () => false,
  canRead: () => false,
  negated: false,
  isConstantReadable: false,
};

interface Collected {
  attributes: Set<string>;
  segments: Set<string>;
  instants: number[];
  problem: string | null;
}

/** Compiles a group. What this version cannot read is named in `problem`; it never throws for what JSON may hold. */
export function compileGroup(group: ConditionGroup): CompiledGroup {
  const collected: Collected = { attributes: new Set(), segments: new Set(), instants: [], problem: null };
  const root = compileNode(group, collected, 0);
  if (root.kind !== 'group') throw new TypeError('A group cannot be read.');
  return { root, ...collected };
}

function compileNode(condition: Condition, collected: Collected, depth: number): ConditionTreeNode {
  if ('conditions' in condition) return compileNested(condition, collected, depth);
  if ('segment' in condition) return segmentNode(condition.segment, false, collected);
  if (condition.operator === 'inSegment') return segmentNode(condition.value, false, collected);
  if (condition.operator === 'notInSegment') return segmentNode(condition.value, true, collected);
  return compileCondition(condition, collected);
}

function compileNested(group: ConditionGroup, collected: Collected, depth: number): GroupNode {
  const { operator } = group;
  if (operator !== 'AND' && operator !== 'OR' && operator !== 'NOT') collected.problem = 'A group operator is unknown.';
  if (depth >= DEEPEST_GROUP) {
    collected.problem = 'Conditions are nested too deep.';
    return { kind: 'group', operator, children: [], holds: () => false };
  }
  const children = group.conditions.map((child) => compileNode(child, collected, depth + 1));
  const holds = groupHolds(
    operator,
    children.map((child) => child.holds),
  );
  return { kind: 'group', operator, children, holds };
}

function segmentNode(segment: JsonValue | undefined, negated: boolean, collected: Collected): ConditionTreeNode {
  const key = typeof segment === 'string' ? segment : '';
  collected.segments.add(key);
  return { kind: 'segment', segment: key, negated, holds: segmentHolds(key, negated) };
}

function compileCondition(condition: AttributeCondition, collected: Collected): ConditionTreeNode {
  const compiled = compileOperator(condition.operator, condition.value) ?? UNKNOWN;
  if (compiled === UNKNOWN || typeof condition.attribute !== 'string') collected.problem = 'An operator is unknown.';
  const attribute = typeof condition.attribute === 'string' ? condition.attribute : '';
  const name = attributeName(attribute);
  collected.attributes.add(name);
  if (name === 'now') collected.instants.push(...instantsOf(condition.value));
  const read = compileAttribute(attribute);
  const holds = conditionHolds(plainName(attribute), read, compiled);
  return { kind: 'condition', condition, holds, read, canRead: compiled.canRead };
}

/** A comparison of `now` with a constant may change its answer at that instant and just after it. */
function instantsOf(value: JsonValue | undefined): number[] {
  const constants = Array.isArray(value) ? value : [value];
  return constants.flatMap((constant) => {
    const instant = readInstant(constant);
    return instant === null ? [] : [instant, instant + 1];
  });
}
