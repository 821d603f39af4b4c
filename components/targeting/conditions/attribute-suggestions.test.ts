import { describe, expect, it } from 'vitest';
import { configuration, rule } from '@/lib/changes/testing/build';
import { groupsOf, suggestAttributes, suggestionFor } from './attribute-suggestions';

const rules = [
  rule({
    conditions: [
      { attribute: 'plan', operator: 'equals', value: 'pro' },
      {
        operator: 'OR',
        conditions: [
          { attribute: 'plan', operator: 'in', value: ['pro', 'team'] },
          { attribute: 'seats', operator: 'greaterThan', value: 5 },
          { segment: 'beta' },
        ],
      },
    ],
  }),
  rule({ id: 'r2', conditions: [{ attribute: 'build', operator: 'semverEqual', value: '1.0.0' }] }),
];

describe('suggestAttributes', () => {
  const found = suggestAttributes(groupsOf([configuration({ rules })]));

  it('offers what rules use before what is well known, most used first', () => {
    const names = found.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['plan', 'build', 'seats']);
    expect(names).toEqual(
      expect.arrayContaining(['targetingKey', 'email', 'country', 'tenant', 'groups', 'app.version']),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('knows values, nested ones included, most used first', () => {
    expect(suggestionFor(found, 'plan')?.values).toEqual(['pro', 'team']);
  });

  it('tells types from operators and values, and of well-known ones', () => {
    const typeOf = (name: string) => suggestionFor(found, name)?.type;
    expect([typeOf('seats'), typeOf('build'), typeOf('plan'), typeOf('groups')]).toEqual([
      'number',
      'semver',
      'string',
      'list',
    ]);
  });

  it('offers what progress is read by, and knows that every counter is a number', () => {
    const names = found.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['stageIndex', 'daysSinceJoined', 'roleAtLeast', 'counters.', 'emailVerified']),
    );
    expect(suggestionFor(found, 'counters.checkout')).toEqual({
      name: 'counters.checkout',
      type: 'number',
      values: [],
    });
    const inRule = [{ attribute: 'counters.export', operator: 'in' as const, value: ['x'] }];
    const used = suggestAttributes([{ operator: 'AND', conditions: inRule }]);
    expect(suggestionFor(used, 'counters.export')?.type).toBe('number');
  });

  it('does not offer segments as attributes', () => {
    expect(suggestionFor(found, '')).toBeUndefined();
    expect(suggestionFor(found, 'beta')).toBeUndefined();
  });
});
