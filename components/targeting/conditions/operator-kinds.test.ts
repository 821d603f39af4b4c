import { describe, expect, it } from 'vitest';
import { OPERATORS } from '@/lib/engine/types';
import { constantProblem } from '@/lib/schemas/constant';
import { convertValue, isOperator, operatorsFor, valueKindOf } from './operator-kinds';

const all = (type: Parameters<typeof operatorsFor>[0]) => {
  const { suiting, others } = operatorsFor(type);
  return [...suiting, ...others].flatMap(({ operators }) => operators);
};

describe('operators', () => {
  it.each(['string', 'number', 'boolean', 'date', 'semver', 'list', 'json', null] as const)(
    'offers every operator on attributes once, for %s',
    (type) => {
      const expected = OPERATORS.filter((operator) => !operator.endsWith('Segment'));
      expect(all(type).toSorted()).toEqual([...expected].sort());
    },
  );

  it('offers what suits the type first', () => {
    expect(all('date')[0]).toBe('before');
    expect(all('semver')[0]).toBe('semverEqual');
    expect(all('number').indexOf('greaterThan')).toBeLessThan(all('number').indexOf('startsWith'));
  });

  it('knows which texts are operators', () => {
    expect([isOperator('equals'), isOperator('inSegment'), isOperator('toString')]).toEqual([true, false, false]);
  });
});

describe('convertValue', () => {
  it.each([
    ['pro', 'in', ['pro']],
    [['a', 'b'], 'equals', 'a'],
    ['12', 'greaterThan', 12],
    ['x', 'greaterThan', undefined],
    [5, 'startsWith', '5'],
    ['pro', 'exists', undefined],
    ['2026-01-01T00:00:00Z', 'before', '2026-01-01T00:00:00Z'],
    ['soon', 'before', undefined],
    ['', 'in', []],
  ] as const)('%j for %s is %j', (value, operator, expected) => {
    const plain = typeof value === 'object' ? [...value] : value;
    expect(convertValue(plain, valueKindOf(operator))).toEqual(expected);
  });

  it('never leaves a constant that the operator reads as another kind', () => {
    const left = convertValue('x', valueKindOf('exists'));
    expect(constantProblem({ attribute: 'a', operator: 'exists', value: left })).toBeNull();
  });
});
