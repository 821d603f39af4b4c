import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from './line-diff';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', '{', '}'), { maxLength: 30 });

describe('diffLines', () => {
  it('shows what was removed before what was added in its place', () => {
    const diff = diffLines(['{', '  "on": true', '}'], ['{', '  "on": false', '}']);
    expect(diff).toEqual([
      { kind: 'same', text: '{', before: 1, after: 1 },
      { kind: 'removed', text: '  "on": true', before: 2 },
      { kind: 'added', text: '  "on": false', after: 2 },
      { kind: 'same', text: '}', before: 3, after: 3 },
    ]);
  });

  it('is all the same for equal texts and empty for empty ones', () => {
    expect(diffLines(['x', 'y'], ['x', 'y']).every((line) => line.kind === 'same')).toBe(true);
    expect(diffLines([], [])).toEqual([]);
  });

  it('keeps both texts, in order, with their line numbers', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const diff = diffLines(before, after);
        const left = diff.filter((line) => line.kind !== 'added');
        const right = diff.filter((line) => line.kind !== 'removed');
        expect(left.map((line) => line.text)).toEqual(before);
        expect(right.map((line) => line.text)).toEqual(after);
        expect(left.map((line) => line.before)).toEqual(before.map((_, index) => index + 1));
        expect(right.map((line) => line.after)).toEqual(after.map((_, index) => index + 1));
      }),
    );
  });

  it('is as short as moving one line allows', () => {
    const diff = diffLines(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a']);
    expect(diff.filter((line) => line.kind !== 'same')).toHaveLength(2);
  });

  it('replaces the middle whole when it is too large to compare', () => {
    const before = ['top', ...Array.from({ length: 2500 }, (_, i) => `old ${i}`), 'end'];
    const after = ['top', ...Array.from({ length: 2500 }, (_, i) => `new ${i}`), 'end'];
    const diff = diffLines(before, after);
    expect(diff).toHaveLength(5002);
    expect(diff[0]?.kind).toBe('same');
    expect(diff.at(-1)?.kind).toBe('same');
  });
});
