import { expect, it } from 'vitest';
import { readTried, summarise, withRecent, writeTried } from './recent-contexts';

const storage = (kept: Record<string, string> = {}) => ({
  getItem: (key: string) => kept[key] ?? null,
  setItem: (key: string, value: string) => {
    kept[key] = value;
  },
});

it('reads what it wrote, per project', () => {
  const own = storage();
  const tried = { context: { targetingKey: 'u1' }, recent: [{ plan: 'pro' }] };
  writeTried('a', tried, own);
  expect(readTried('a', own)).toEqual(tried);
  expect(readTried('b', own).recent).toEqual([]);
});

it.each(['', '{', 'null', '[]', '{"context":3,"recent":"x"}'])('starts anew from %j', (text) => {
  const { context, recent } = readTried('a', storage({ 'flagstaff:try:a': text }));
  expect(context).toHaveProperty('targetingKey');
  expect(recent).toEqual([]);
});

it('keeps eight recent contexts, each once, the newest first', () => {
  const many = Array.from({ length: 10 }, (_, n) => ({ n }));
  const recent = many.reduce<{ n: number }[]>(
    (list, each) => withRecent(list, each).map(({ n }) => ({ n: Number(n) })),
    [],
  );
  expect(recent).toHaveLength(8);
  expect(withRecent(recent, { n: 5 }).map(({ n }) => n)).toEqual([5, 9, 8, 7, 6, 4, 3, 2]);
});

it('sums a context up in a few words', () => {
  expect(summarise({ targetingKey: 'u1', plan: 'pro' })).toBe('u1 · plan: pro');
  expect(summarise({})).toBe('{}');
});
