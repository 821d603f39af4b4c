import { describe, expect, it } from 'vitest';
import { distributeEvenly, readPercent, totalOf, withWeight, writePercent } from './shares';

describe('percentages', () => {
  it.each([
    ['25', 25_000],
    ['12,5 %', 12_500],
    ['33.333', 33_333],
    ['.5', 500],
    ['0', 0],
    ['100', 100_000],
    ['100.001', null],
    ['1.2345', null],
    ['-1', null],
    ['', null],
    ['a', null],
  ])('reads %j as %j', (text, expected) => {
    expect(readPercent(text)).toBe(expected);
  });

  it('reads back what it writes', () => {
    for (const value of [0, 1, 999, 12_345, 50_000, 100_000]) {
      expect(readPercent(writePercent(value))).toBe(value);
      expect(readPercent(writePercent(value, ','))).toBe(value);
    }
  });
});

describe('weights', () => {
  it.each([1, 2, 3, 7, 11])('divides the whole by %i without a rest', (count) => {
    const split = distributeEvenly(Array.from({ length: count }, (_, index) => `v${index}`));
    const weights = split.map(({ weight }) => weight);
    expect(totalOf(split)).toBe(100_000);
    expect(Math.max(...weights) - Math.min(...weights)).toBeLessThanOrEqual(1);
  });

  it('keeps the order of the definition and leaves out what has no weight', () => {
    const split = [
      { variant: 'b', weight: 40_000 },
      { variant: 'gone', weight: 10_000 },
    ];
    expect(withWeight(split, ['a', 'b'], 'a', 50_000).map(({ variant }) => variant)).toEqual(['a', 'b', 'gone']);
    expect(withWeight(split, ['a', 'b'], 'gone', 0)).toEqual([{ variant: 'b', weight: 40_000 }]);
    expect(withWeight([{ variant: 'a', weight: 1 }], ['a'], 'a', 0)).toEqual([{ variant: 'a', weight: 0 }]);
  });
});
