import type { ChangeIssueCode } from '@/lib/changes/issue-texts';
import { compileOperator } from '@/lib/engine/operators';
import type { AttributeCondition, JsonValue, Operator } from '@/lib/engine/types';

/** The longest pattern, in UTF-16 units: compiling one costs time and memory in proportion. */
const PATTERN_LENGTH = 2_000;

const SINGLE: Partial<Record<Operator, ChangeIssueCode>> = {
  startsWith: 'constant_text',
  endsWith: 'constant_text',
  matches: 'constant_pattern',
  greaterThan: 'constant_number',
  greaterOrEqual: 'constant_number',
  lessThan: 'constant_number',
  lessOrEqual: 'constant_number',
  before: 'constant_instant',
  after: 'constant_instant',
  semverEqual: 'constant_semver',
  semverGreaterThan: 'constant_semver',
  semverGreaterOrEqual: 'constant_semver',
  semverLessThan: 'constant_semver',
  semverLessOrEqual: 'constant_semver',
  inCidr: 'constant_cidr',
  inSegment: 'constant_segment',
  notStartsWith: 'constant_text',
  notEndsWith: 'constant_text',
  notMatches: 'constant_pattern',
  notInCidr: 'constant_cidr',
  notInSegment: 'constant_segment',
};

/**
 * Why an operator cannot read a condition's constant, or null. The engine's own parsers decide; this only names
 * what is missing. Meant as `constant` of the refs that `validateConfiguration` takes.
 */
export function constantProblem({ operator, value }: AttributeCondition): ChangeIssueCode | null {
  if (operator === 'exists' || operator === 'notExists') return isNothing(value) ? null : 'constant_unexpected';
  if (value === undefined || value === null) return 'constant_missing';
  if (operator === 'in' || operator === 'notIn') return Array.isArray(value) ? null : 'constant_list';
  const needed = SINGLE[operator];
  if (needed === 'constant_segment') return typeof value === 'string' && value !== '' ? null : needed;
  if (needed === 'constant_pattern' && typeof value === 'string' && value.length > PATTERN_LENGTH) return needed;
  if (compileOperator(operator, value)?.isConstantReadable) return null;
  return Array.isArray(value) || needed === undefined ? 'constant_single' : needed;
}

/** Editors and older clients send a placeholder with an operator that takes nothing; `false` would mean its reverse. */
function isNothing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '' || value === true;
}
