import { describe, expect, it } from 'vitest';
import { contextProblem, contextSchema, isContext } from './context';
import { evaluationSchema, ofrepSchema } from './evaluation';

const attributes = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, 1]));

describe('contextProblem', () => {
  it.each([
    ['nothing', {}, null],
    ['500 attributes', attributes(500), null],
    ['501 attributes', attributes(501), 'context_attributes'],
    ['4 kB', { a: 'x'.repeat(4_096) }, null],
    ['one byte more', { a: 'x'.repeat(4_097) }, 'json_size'],
    ['4 kB of signs of two bytes', { a: 'ü'.repeat(2_048) }, null],
    ['one sign more', { a: 'ü'.repeat(2_049) }, 'json_size'],
    ['a list too large', { a: Array.from({ length: 1_000 }, () => 'four') }, 'json_size'],
    ['prototype names', JSON.parse('{"__proto__":{"a":1},"constructor":2}'), null],
    ['a list', [], 'expected_object'],
    ['null', null, 'expected_object'],
    ['a text', 'u1', 'expected_object'],
    ['nothing at all', undefined, 'expected_object'],
  ])('%s', (_, value, code) => {
    expect(contextProblem(value)?.code ?? null).toBe(code);
    expect(isContext(value)).toBe(code === null);
    expect(contextSchema.safeParse(value).success).toBe(code === null);
  });

  it('is part of both bodies', () => {
    expect(evaluationSchema.parse({ context: { targetingKey: 'u1' }, keys: ['a', '__proto__'] }).keys).toHaveLength(2);
    expect(evaluationSchema.safeParse({}).success).toBe(false);
    expect(ofrepSchema.safeParse({ context: null }).success).toBe(false);
    expect(ofrepSchema.parse({ context: {}, later: true })).toEqual({ context: {} });
  });
});
