import { describe, expect, it } from 'vitest';
import type { Verdict } from '@/lib/engine/types';
import { type CountBatch, createCounter } from './counter';

const NOW = Date.parse('2026-03-02T09:30:00Z');
const verdict = (key: string, variant: string | null = 'on', more: Partial<Verdict> = {}): Verdict =>
  Object.freeze({ key, variant, reason: 'DEFAULT', ...more } as const);

function bench(outcomes: ('fail' | 'ok')[] = []) {
  const tried: CountBatch[] = [];
  const written = new Map<string, CountBatch>();
  let ids = 0;
  const warnings: object[] = [];
  const counter = createCounter({
    write: async (batch) => {
      tried.push(structuredClone(batch));
      // A database may have stored what it failed to acknowledge.
      written.set(batch.id, structuredClone(batch));
      if (outcomes.shift() === 'fail') throw new Error('no answer');
    },
    newId: () => `batch-${(ids += 1)}`,
    log: { warn: (fields) => void warnings.push(fields) },
  });
  const total = () => [...written.values()].flatMap(({ rows }) => rows).reduce((sum, { count }) => sum + count, 0);
  return { counter, tried, written, warnings, total };
}

describe('the counter', () => {
  it('adds up by flag, variant, client and hour, whichever verdict said so', async () => {
    const { counter, tried } = bench();
    counter.add('e', 'web', [verdict('a'), verdict('a', 'off')], NOW);
    counter.add('e', 'web', [verdict('a', 'on', { reason: 'SPLIT' })], NOW + 5);
    counter.add('e', 'web', [verdict('a', null), verdict('b', null, { errorCode: 'GENERAL' })], NOW);
    counter.add('e', 'web', [verdict('a')], NOW + 3_600_000);
    counter.add('e', 'swift', [verdict('a')], NOW);
    counter.add('f', 'web', [verdict('a')], NOW);
    expect(await counter.flush()).toBe(true);
    const rows = tried.flatMap((batch) => batch.rows);
    const hour = Date.parse('2026-03-02T09:00:00Z');
    expect(rows).toContainEqual({
      environmentId: 'e',
      flag: 'a',
      variant: 'on',
      sdk: 'web',
      hour,
      count: 2,
      lastAt: NOW + 5,
    });
    expect(rows.map((row) => `${row.environmentId} ${row.flag} ${row.variant} ${row.sdk} ${row.count}`).sort()).toEqual(
      ['e a  web 1', 'e a off web 1', 'e a on swift 1', 'e a on web 1', 'e a on web 2', 'e b  web 1', 'f a on web 1'],
    );
    expect(counter.size()).toBe(0);
  });

  it('tries what failed again under the same id with the same content, and loses nothing meanwhile', async () => {
    const { counter, tried, total } = bench(['fail', 'fail']);
    const shared = verdict('a');
    for (let i = 0; i < 10; i += 1) counter.add('e', 'web', [shared], NOW);
    expect(await counter.flush()).toBe(false);
    for (let i = 0; i < 5; i += 1) counter.add('e', 'web', [shared], NOW);
    expect(await counter.flush()).toBe(false);
    expect(await counter.flush()).toBe(true);
    expect(tried.slice(0, 3)).toEqual([tried[0], tried[0], tried[0]]);
    expect(total()).toBe(15);
  });

  it('includes in a flush what was counted before it was asked for, also while another one runs', async () => {
    const { counter, tried, total } = bench();
    counter.add('e', 'web', [verdict('a')], NOW);
    const first = counter.flush();
    counter.add('e', 'web', [verdict('a')], NOW);
    expect(await Promise.all([first, counter.flush(), counter.flush()])).toEqual([true, true, true]);
    expect(total()).toBe(2);
    expect(tried).toHaveLength(2);
  });

  it('tells only so many clients apart', async () => {
    const { counter, tried } = bench();
    for (let i = 0; i < 1_000; i += 1) counter.add('e', `client-${i}`, [verdict('a')], NOW);
    await counter.flush();
    const rows = tried.flatMap((batch) => batch.rows);
    expect(rows).toHaveLength(51);
    expect(rows.find(({ sdk }) => sdk === 'other')?.count).toBe(950);
  });

  it('holds a bounded number of rows while the database is away, and says what it left out', async () => {
    const { counter, warnings } = bench(['fail', 'fail']);
    counter.add('e', 'web', [verdict('first')], NOW);
    await counter.flush();
    for (let i = 0; i < 210_000; i += 1) counter.add('e', 'web', [verdict(`flag-${i}`)], NOW);
    await counter.flush();
    expect(counter.size()).toBe(200_001);
    expect(warnings.at(-1)).toMatchObject({ dropped: 10_000 });
  });

  it('never rejects', async () => {
    const { counter } = bench(['fail']);
    counter.add('e', 'web', [verdict('a')], NOW);
    await expect(counter.flush()).resolves.toBe(false);
  });
});
