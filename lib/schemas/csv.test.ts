import { expect, it } from 'vitest';
import { fromCell, toCsv } from './csv';

it('quotes what needs it and leaves numbers alone', () => {
  expect(
    toCsv([
      ['a', 'b,c', 'say "x"'],
      [1, -2.5, null],
    ]),
  ).toBe('a,"b,c","say ""x"""\r\n1,-2.5,\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('makes %j inert', (text) => {
  expect(
    toCsv([[text]])
      .replaceAll('"', '')
      .startsWith("'"),
  ).toBe(true);
});

it.each(['=1', "'=1", "''=1", "'a'", 'a', '\t1'])('finds %j again', (text) => {
  expect(fromCell(toCsv([[text]]).replace('\r\n', ''))).toBe(text);
});
