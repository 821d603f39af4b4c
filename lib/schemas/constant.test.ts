import { describe, expect, it } from 'vitest';
import { compileOperator } from '@/lib/engine/operators';
import { type JsonValue, OPERATORS, type Operator } from '@/lib/engine/types';
import { constantProblem } from './constant';

const problem = (operator: Operator, value?: JsonValue) => constantProblem({ attribute: 'a', operator, value });

describe('constantProblem', () => {
  it.each<[Operator, JsonValue | undefined, string | null]>([
    ['equals', 'x', null],
    ['equals', { deep: [1] }, null],
    ['equals', null, 'constant_missing'],
    ['notEquals', undefined, 'constant_missing'],
    ['in', ['a', 1], null],
    ['in', [], null],
    ['in', 'a', 'constant_list'],
    ['notIn', { 0: 'a' }, 'constant_list'],
    ['contains', 5, null],
    ['startsWith', 5, 'constant_text'],
    ['startsWith', ['a'], 'constant_single'],
    ['notEndsWith', true, 'constant_text'],
    ['matches', '(a+)+$', null],
    ['matches', '(?i)x', null],
    ['matches', '(', 'constant_pattern'],
    ['matches', '(?<=a)b', 'constant_pattern'],
    ['notMatches', 'a'.repeat(2_001), 'constant_pattern'],
    ['matches', '((a{100}){100}){100}', 'constant_pattern'],
    ['greaterThan', 5, null],
    ['greaterThan', '5', 'constant_number'],
    ['lessOrEqual', [5], 'constant_single'],
    ['before', '2026-03-01T00:00:00Z', null],
    ['before', 1_772_323_200_000, null],
    ['after', '2026-03-01', 'constant_instant'],
    ['after', '1772323200000', 'constant_instant'],
    ['semverGreaterThan', '1.2.3-rc.1+build', null],
    ['semverEqual', 'v1.2.3', 'constant_semver'],
    ['semverLessThan', 1, 'constant_semver'],
    ['inCidr', '10.0.0.0/8', null],
    ['inCidr', '2001:db8::/32', null],
    ['notInCidr', '10.0.0.0/33', 'constant_cidr'],
    ['exists', undefined, null],
    ['exists', '', null],
    ['exists', true, null],
    ['exists', false, 'constant_unexpected'],
    ['notExists', 'x', 'constant_unexpected'],
    ['inSegment', 'beta', null],
    ['notInSegment', '', 'constant_segment'],
    ['inSegment', ['beta'], 'constant_segment'],
  ])('%s %j → %s', (operator, value, expected) => {
    expect(problem(operator, value)).toBe(expected);
  });

  it('lets nothing pass that the engine cannot read', () => {
    const values: JsonValue[] = ['x', '', 1, true, ['x'], [], {}, '1.2.3', '10.0.0.0/8', '2026-03-01T00:00:00Z', '('];
    for (const operator of OPERATORS.filter(
      (each) => !each.endsWith('Segment') && !each.toLowerCase().endsWith('exists'),
    )) {
      for (const value of values) {
        const readable = compileOperator(operator, value)?.isConstantReadable ?? false;
        expect({ operator, value, passes: problem(operator, value) === null }).toEqual({
          operator,
          value,
          passes: readable,
        });
      }
    }
  });
});
