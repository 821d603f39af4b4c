import type { AttributeCondition, ConditionGroup } from '../engine/types';
import { at, type ChangeIssue, issue } from './issue';
import type { ChangeIssueCode } from './issue-texts';
import { LIMITS, type Limits } from './limits';
import { measureGroup } from './measure-group';
import { virtualFlagOf } from './references';

/** What conditions may refer to. */
export interface ConditionRefs {
  /** Undefined for a flag that is not there. */
  flags: (key: string) => unknown;
  segments: (key: string) => boolean;
  /** Why an operator cannot read a constant, or null: the engine's own parsers, see schemas/constant. */
  constant: (condition: AttributeCondition) => ChangeIssueCode | null;
}

/** What is wrong with a group and everything in it. `root: 'segment'`: an empty one holds nobody and is legal. */
export function checkGroup(
  group: ConditionGroup,
  refs: ConditionRefs,
  path: string,
  root: 'rule' | 'segment' = 'rule',
  limits: Limits = LIMITS,
): ChangeIssue[] {
  const size = checkGroupSize(group, path, limits);
  if (size.length > 0) return size;
  if (root === 'segment' && group.conditions.length === 0) return [];
  return checkNested(group, refs, path);
}

/** The part of `checkGroup` that is about size alone. */
export function checkGroupSize(group: ConditionGroup, path: string, limits: Limits): ChangeIssue[] {
  const { leaves, depth } = measureGroup(group);
  const place = at(path, 'conditions');
  return [
    ...(leaves > limits.conditions ? [issue(place, 'conditions_limit', { limit: limits.conditions })] : []),
    ...(depth > limits.depth ? [issue(place, 'depth_limit', { limit: limits.depth })] : []),
  ];
}

function checkNested(group: ConditionGroup, refs: ConditionRefs, path: string): ChangeIssue[] {
  if (group.operator === 'OR' && group.conditions.length === 0) return [issue(at(path, 'conditions'), 'group_empty')];
  return group.conditions.flatMap((condition, index) => {
    const place = at(path, 'conditions', index);
    if ('conditions' in condition) return checkNested(condition, refs, place);
    if ('segment' in condition) return checkSegment(condition.segment, refs, at(place, 'segment'));
    return checkAttribute(condition, refs, place);
  });
}

function checkAttribute(condition: AttributeCondition, refs: ConditionRefs, path: string): ChangeIssue[] {
  const { attribute, operator, value } = condition;
  const code = refs.constant(condition);
  if (code) return [issue(at(path, 'value'), code)];
  if (operator !== 'inSegment' && operator !== 'notInSegment') {
    return attribute === '' ? [issue(at(path, 'attribute'), 'attribute_missing')] : [];
  }
  return typeof value === 'string' ? checkSegment(value, refs, at(path, 'value')) : [];
}

function checkSegment(key: string, refs: ConditionRefs, path: string): ChangeIssue[] {
  const flag = virtualFlagOf(key);
  const found = flag === null ? refs.segments(key) : refs.flags(flag) !== undefined;
  return found ? [] : [issue(path, 'segment_absent')];
}
