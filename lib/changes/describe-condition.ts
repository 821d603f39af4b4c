import type { AttributeCondition, Condition, ConditionGroup, JsonValue } from '../engine/types';
import { virtualFlagOf } from './references';
import { type Sentence, type SentencePart, sentence } from './sentence';

const SHOWN = 5;
const LONGEST = 80;

/** What must hold for a group, such as "plan is pro and country is one of DE, FR". */
export function describeGroup({ operator, conditions }: ConditionGroup): Sentence {
  if (conditions.length === 0) return sentence(operator === 'OR' ? 'condition.never' : 'condition.always');
  const items = conditions.map((condition) => describeChild(condition, conditions.length));
  const all = sentence('condition.all', { conditions: { join: operator === 'AND' ? 'and' : 'or', items } });
  if (operator !== 'NOT') return all;
  return sentence('condition.not', { inner: items.length > 1 ? sentence('condition.nested', { inner: all }) : all });
}

/** One condition; a group among others is put in brackets. */
export function describeCondition(condition: Condition): Sentence {
  if ('conditions' in condition) return describeGroup(condition);
  if ('segment' in condition) return describeSegment('inSegment', condition.segment);
  const { attribute, operator, value } = condition;
  if (operator === 'inSegment' || operator === 'notInSegment') return describeSegment(operator, String(value ?? ''));
  return sentence(`operator.${messageOf(condition)}`, { attribute, value: describeValue(value) });
}

/** A rank is asked for as membership of the list of roles reached; people read it as a comparison. */
function messageOf({ attribute, operator }: AttributeCondition): string {
  const isRank = attribute === 'roleAtLeast' || attribute === 'user.roleAtLeast';
  if (isRank && operator === 'contains') return 'roleAtLeast';
  return isRank && operator === 'notContains' ? 'notRoleAtLeast' : operator;
}

function describeChild(condition: Condition, siblings: number): Sentence {
  const inner = describeCondition(condition);
  const isJoined = 'conditions' in condition && condition.operator !== 'NOT' && condition.conditions.length > 1;
  return isJoined && siblings > 1 ? sentence('condition.nested', { inner }) : inner;
}

function describeSegment(operator: 'inSegment' | 'notInSegment', key: string): Sentence {
  const flag = virtualFlagOf(key);
  return flag === null
    ? sentence(`operator.${operator}`, { segment: key })
    : sentence(`operator.${operator}OfFlag`, { flag });
}

/** A constant as people read it; long lists and texts are cut. */
function describeValue(value: JsonValue | undefined): SentencePart {
  if (!Array.isArray(value)) return readable(value);
  if (value.length === 0) return sentence('list.empty');
  const items = value.slice(0, SHOWN).map(readable);
  const list = { join: 'comma', items } as const;
  return value.length > SHOWN ? sentence('list.more', { list, count: value.length - SHOWN }) : list;
}

function readable(value: JsonValue | undefined): string {
  const text = typeof value === 'string' && value.trim() !== '' ? value : (JSON.stringify(value) ?? '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
