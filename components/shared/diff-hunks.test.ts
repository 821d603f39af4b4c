import { expect, it } from 'vitest';
import { foldUnchanged, pairLines } from './diff-hunks';
import { diffLines } from './line-diff';

const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `${from + i}`);

it('folds what is far from a change and counts it', () => {
  const before = numbered(1, 20);
  const after = before.map((text) => (text === '10' ? 'ten' : text));
  const folded = foldUnchanged(diffLines(before, after), 2);
  expect(folded[0]).toEqual({ kind: 'skipped', count: 7 });
  expect(folded.at(-1)).toEqual({ kind: 'skipped', count: 8 });
  expect(folded.filter((entry) => entry.kind === 'line')).toHaveLength(6);
});

it('pairs replaced lines and leaves gaps beside the rest', () => {
  const pairs = pairLines(diffLines(['a', 'b', 'c', 'd'], ['a', 'x', 'd', 'e']));
  expect(pairs.map(({ before, after }) => [before?.text, after?.text])).toEqual([
    ['a', 'a'],
    ['b', 'x'],
    ['c', undefined],
    ['d', 'd'],
    [undefined, 'e'],
  ]);
});
