import { parseCidr } from '../cidr';
import type { Condition, JsonValue, Operator } from '../types';
import type { UnleashConstraint } from './unleash-types';

const TEXT: ReadonlyMap<string, Operator> = new Map([
  ['STR_STARTS_WITH', 'startsWith'],
  ['STR_ENDS_WITH', 'endsWith'],
  ['STR_CONTAINS', 'contains'],
]);
const PATTERN: ReadonlyMap<string, (text: string) => string> = new Map([
  ['STR_STARTS_WITH', (text: string) => `^${text}`],
  ['STR_ENDS_WITH', (text: string) => `${text}$`],
  ['STR_CONTAINS', (text: string) => text],
]);
const NUMBER: ReadonlyMap<string, Operator> = new Map([
  ['NUM_EQ', 'equals'],
  ['NUM_GT', 'greaterThan'],
  ['NUM_GTE', 'greaterOrEqual'],
  ['NUM_LT', 'lessThan'],
  ['NUM_LTE', 'lessOrEqual'],
]);
const SINGLE: ReadonlyMap<string, Operator> = new Map([
  ['DATE_AFTER', 'after'],
  ['DATE_BEFORE', 'before'],
  ['SEMVER_EQ', 'semverEqual'],
  ['SEMVER_GT', 'semverGreaterThan'],
  ['SEMVER_GTE', 'semverGreaterOrEqual'],
  ['SEMVER_LT', 'semverLessThan'],
  ['SEMVER_LTE', 'semverLessOrEqual'],
]);

/** An Unleash constraint in our conditions, or null for an operator that is in neither vocabulary. */
export function conditionOf(constraint: UnleashConstraint): Condition | null {
  const positive = positiveOf(constraint);
  return positive !== null && constraint.inverted ? { operator: 'NOT', conditions: [positive] } : positive;
}

function positiveOf({
  contextName,
  operator,
  value = '',
  values = [],
  caseInsensitive,
}: UnleashConstraint): Condition | null {
  // The clock is the evaluation's own instant here, not something a context says.
  const attribute = contextName === 'currentTime' ? 'now' : contextName;
  const is = (ours: Operator, constant: JsonValue): Condition => ({ attribute, operator: ours, value: constant });
  const anyOf = (conditions: Condition[]): Condition => ({ operator: 'OR', conditions });
  if (operator === 'IN') return is('in', values);
  if (operator === 'NOT_IN') return is('notIn', values);
  if (operator === 'REGEX') return is('matches', caseInsensitive ? `(?i)${value}` : value);
  if (operator === 'IN_CIDR') return anyOf(values.filter((one) => parseCidr(one)).map((one) => is('inCidr', one)));
  const single = SINGLE.get(operator);
  if (single !== undefined) return is(single, value);
  const numeric = NUMBER.get(operator);
  if (numeric !== undefined) return is(numeric, Number(value));
  const pattern = PATTERN.get(operator);
  if (caseInsensitive && pattern) return anyOf(values.map((one) => is('matches', `(?i)${pattern(quote(one))}`)));
  const text = TEXT.get(operator);
  return text === undefined ? null : anyOf(values.map((one) => is(text, one)));
}

function quote(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
