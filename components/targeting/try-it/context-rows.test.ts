import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextToRows, readContext, readValue, rowsToContext } from './context-rows';

describe('context rows', () => {
  it.each([
    ['plan', 'pro', 'pro'],
    ['age', '42', 42],
    ['beta', 'true', true],
    ['groups', '["a"]', ['a']],
    ['code', '"42"', '42'],
    ['version', '1.4.2', '1.4.2'],
    ['targetingKey', '42', '42'],
    ['broken', '[1', '[1'],
  ])('reads %s %s', (name, text, expected) => {
    expect(readValue(name, text)).toEqual(expected);
  });

  it('shows any context so that it reads back the same', () => {
    const texts = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue());
    fc.assert(
      fc.property(texts, (context) => {
        const read = readContext(JSON.parse(JSON.stringify(context)));
        if (read) expect(rowsToContext(contextToRows(read))).toEqual(read);
      }),
      { seed: 3 },
    );
  });

  it('passes over rows without a name', () => {
    expect(
      rowsToContext([
        { name: ' ', text: 'x' },
        { name: 'a', text: '1' },
      ]),
    ).toEqual({ a: 1 });
  });

  it('takes objects alone for contexts', () => {
    expect([readContext([]), readContext('x'), readContext(null)]).toEqual([null, null, null]);
  });
});
