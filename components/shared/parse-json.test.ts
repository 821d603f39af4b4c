import { expect, it } from 'vitest';
import { parseJson } from './parse-json';

it('gives the value of what parses', () => {
  expect(parseJson('{"a": [1, null]}')).toEqual({ ok: true, value: { a: [1, null] } });
});

it.each([
  ['{\n  "a": 1,\n  "b": x\n}', 3, 8],
  ['{"a": 1', 1, 8],
  ['', 1, 1],
])('tells where %j fails', (text, line, column) => {
  expect(parseJson(text)).toEqual({ ok: false, line, column });
});

it.each([
  ['[1, 2,, 3]', 1, 7],
  ['{"a": 1,}', 1, 9],
  ["{'a': 1}", 1, 2],
  ['{"a": 1} x', 1, 10],
  ['[01]', 1, 3],
  ['{\n  "a": "x\ny"\n}', 2, 8],
])('tells the column of the fault in %j', (text, line, column) => {
  expect(parseJson(text)).toEqual({ ok: false, line, column });
});

it('survives absurd depth', () => {
  expect(parseJson('['.repeat(200_000)).ok).toBe(false);
});
