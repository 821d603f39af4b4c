import type { AttributeType, JsonValue, Operator } from '@/lib/engine/types';

/** How an operator's value is written. */
export type ValueKind =
  | 'scalar'
  | 'list'
  | 'text'
  | 'pattern'
  | 'number'
  | 'instant'
  | 'semver'
  | 'cidr'
  | 'segment'
  | 'none';

export type OperatorFamily = 'equality' | 'list' | 'text' | 'number' | 'time' | 'version' | 'presence' | 'network';

const FAMILIES: Record<OperatorFamily, readonly Operator[]> = {
  equality: ['equals', 'notEquals'],
  list: ['in', 'notIn', 'contains', 'notContains'],
  text: ['startsWith', 'notStartsWith', 'endsWith', 'notEndsWith', 'matches', 'notMatches'],
  number: ['greaterThan', 'greaterOrEqual', 'lessThan', 'lessOrEqual'],
  time: ['before', 'after'],
  version: ['semverEqual', 'semverGreaterThan', 'semverGreaterOrEqual', 'semverLessThan', 'semverLessOrEqual'],
  presence: ['exists', 'notExists'],
  network: ['inCidr', 'notInCidr'],
};

/** The families that suit a type, best first; the others can still be chosen. */
const SUITING: Record<AttributeType, readonly OperatorFamily[]> = {
  string: ['equality', 'list', 'text', 'presence'],
  number: ['equality', 'number', 'list', 'presence'],
  boolean: ['equality', 'presence'],
  date: ['time', 'presence'],
  semver: ['version', 'equality', 'list', 'presence'],
  list: ['list', 'presence'],
  json: ['equality', 'presence'],
};

const VALUE_KINDS: Record<OperatorFamily, ValueKind> = {
  equality: 'scalar',
  list: 'list',
  text: 'text',
  number: 'number',
  time: 'instant',
  version: 'semver',
  presence: 'none',
  network: 'cidr',
};

/** Whether it is an operator on attributes; those on segments have an editor of their own. */
export function isOperator(text: string): text is Operator {
  return familyNames.some((name) => FAMILIES[name].some((operator) => operator === text));
}

export function valueKindOf(operator: Operator): ValueKind {
  if (operator === 'inSegment' || operator === 'notInSegment') return 'segment';
  if (operator === 'contains' || operator === 'notContains') return 'scalar';
  if (operator === 'matches' || operator === 'notMatches') return 'pattern';
  const family = familyNames.find((name) => FAMILIES[name].includes(operator));
  return family ? VALUE_KINDS[family] : 'scalar';
}

const familyNames: readonly OperatorFamily[] = [
  'equality',
  'list',
  'text',
  'number',
  'time',
  'version',
  'presence',
  'network',
];

export interface OperatorGroup {
  family: OperatorFamily;
  operators: readonly Operator[];
}

/** The operators for an attribute: those that suit its type, then the rest. */
export function operatorsFor(type: AttributeType | null): { suiting: OperatorGroup[]; others: OperatorGroup[] } {
  const first = SUITING[type ?? 'string'];
  const group = (family: OperatorFamily): OperatorGroup => ({ family, operators: FAMILIES[family] });
  return {
    suiting: first.map(group),
    others: familyNames.filter((family) => !first.includes(family)).map(group),
  };
}

/** The value to go on with when another operator is chosen: kept where both can read it. */
export function convertValue(value: JsonValue | undefined, to: ValueKind): JsonValue | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  switch (to) {
    case 'none':
      return undefined;
    case 'list':
      return Array.isArray(value) ? value : isFilled(value) ? [value] : [];
    case 'number':
      return typeof first === 'number' ? first : readNumber(first);
    case 'scalar':
      return first ?? '';
    case 'segment':
      return '';
    case 'instant':
      return typeof first === 'string' && !Number.isNaN(Date.parse(first)) ? first : undefined;
    default:
      return typeof first === 'string' ? first : first === undefined || first === null ? '' : String(first);
  }
}

function isFilled(value: JsonValue | undefined): value is Exclude<JsonValue, null> {
  return value !== undefined && value !== null && value !== '';
}

function readNumber(value: JsonValue | undefined): number | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
