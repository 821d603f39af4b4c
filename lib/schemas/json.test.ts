import { describe, expect, it } from 'vitest';
import { jsonObjectSchema, jsonProblem, jsonSchema } from './json';
import { foldKey, isKey, keySchema } from './key';
import { paginationSchema } from './pagination';
import { isStorable, subjectKeySchema } from './text';

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('jsonProblem', () => {
  it.each([
    ['a value', { a: [1, 'x', null, true, { 'ü😀': -0 }] }, null],
    ['64 levels', nested(64), null],
    ['65 levels', nested(65), 'json_depth'],
    ['a million levels', Array.from({ length: 1_000_000 }).reduce((inner) => [inner], [] as unknown), 'json_depth'],
    ['NUL in a text', ['a\0b'], 'text_unstorable'],
    ['NUL in a name', { 'a\0b': 1 }, 'text_unstorable'],
    ['half a pair in a text', '\uD83D', 'text_unstorable'],
    ['the other half in a name', { '\uDE00': 1 }, 'text_unstorable'],
    ['infinity', { a: Number.POSITIVE_INFINITY }, 'json_number'],
    ['no number', Number.NaN, 'json_number'],
    ['undefined', undefined, 'json_value'],
    ['undefined within', { a: undefined }, 'json_value'],
    ['a date', new Date(0), 'json_value'],
    ['a big integer', 1n, 'json_value'],
    ['a function', () => 1, 'json_value'],
  ])('%s', (_, value, problem) => {
    expect(jsonProblem(value)).toBe(problem);
  });

  it('keeps an own __proto__ as data', () => {
    const value: unknown = JSON.parse('{"__proto__":{"admin":true}}');
    expect(jsonSchema.parse(value)).toBe(value);
    expect(jsonObjectSchema.safeParse([]).success).toBe(false);
  });
});

describe('keySchema', () => {
  it.each(['a', 'Z9', '0', 'new-checkout_v2.1', 'constructor', 'a'.repeat(200)])('takes %s', (key) => {
    expect(keySchema.safeParse(key).success).toBe(true);
    expect(isKey(key)).toBe(true);
  });

  it.each(['', '__proto__', '.a', '-a', 'a/b', 'a b', 'ä', 'a\n', 'a'.repeat(201), 5, null, { not: '' }])(
    'refuses %j',
    (key) => {
      expect(keySchema.safeParse(key).success).toBe(false);
      expect(isKey(key)).toBe(false);
    },
  );

  it('compares without case', () => {
    expect(foldKey('New-Checkout')).toBe(foldKey('new-checkout'));
  });
});

describe('texts', () => {
  it.each([
    ['plain', true],
    ['😀', true],
    ['a\0', false],
    ['\uD83D', false],
    ['\uDE00\uD83D', false],
  ])('%j is storable: %s', (text, storable) => {
    expect(isStorable(text)).toBe(storable);
    expect(subjectKeySchema.safeParse(text).success).toBe(storable);
  });
});

describe('paginationSchema', () => {
  it.each([
    [{}, 50],
    [{ limit: '1' }, 1],
    [{ limit: 200 }, 200],
  ])('reads %j', (query, limit) => {
    expect(paginationSchema.parse(query).limit).toBe(limit);
  });

  it.each([{ limit: '0' }, { limit: '201' }, { limit: '1.5' }, { limit: 'all' }, { limit: '' }, { cursor: '' }])(
    'refuses %j',
    (query) => {
      expect(paginationSchema.safeParse(query).success).toBe(false);
    },
  );
});
