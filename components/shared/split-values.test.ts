import { expect, it } from 'vitest';
import { splitValues } from './split-values';

it('splits a pasted column or list into distinct values', () => {
  expect(splitValues('DE\r\nFR\n\nAT')).toEqual(['DE', 'FR', 'AT']);
  expect(splitValues(' a, b;c\tb ,')).toEqual(['a', 'b', 'c']);
});

it('keeps spaces inside a value, and finds nothing in nothing', () => {
  expect(splitValues('Acme Corp')).toEqual(['Acme Corp']);
  expect(splitValues(' \n ; ,')).toEqual([]);
});
