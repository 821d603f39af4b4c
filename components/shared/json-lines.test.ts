import { expect, it } from 'vitest';
import { comparableLines } from './json-lines';

it('ignores the order of properties, at every depth', () => {
  const { before, after } = comparableLines({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 });
  expect(after).toEqual(before);
});

it('puts new properties last and leaves removed ones out', () => {
  const { after } = comparableLines({ a: 1, b: 2 }, { z: 9, b: 2 });
  expect(JSON.parse(after.join('\n'))).toEqual({ b: 2, z: 9 });
  expect(after.findIndex((line) => line.includes('"z"'))).toBeGreaterThan(
    after.findIndex((line) => line.includes('"b"')),
  );
});

it('keeps the order of lists, and compares their elements by id', () => {
  const { after } = comparableLines(
    [
      { id: 'x', n: 1 },
      { id: 'y', n: 2 },
    ],
    [
      { n: 2, id: 'y' },
      { n: 1, id: 'x' },
    ],
  );
  expect(after.join('')).toBe(
    JSON.stringify(
      [
        { id: 'y', n: 2 },
        { id: 'x', n: 1 },
      ],
      null,
      2,
    ).replaceAll('\n', ''),
  );
});

it('has no lines for nothing, and takes text as it is', () => {
  expect(comparableLines(null, 'one\ntwo')).toEqual({ before: [], after: ['one', 'two'] });
});
