import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CountRow } from '@/lib/delivery/counter';
import { createFlag } from '../flags/create';
import { archiveFlag } from '../flags/archive';
import { removeFlag } from '../flags/remove';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { addCounts } from './add-counts';
import { forgetBatches } from './forget-batches';
import { getAnalytics } from './get';

let t: TestServices;
let environmentId: string;
const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

beforeAll(async () => {
  t = await createTestServices();
  const environment = await t.db.environment.findFirstOrThrow({ where: { projectId: t.projectId, key: 'staging' } });
  environmentId = environment.id;
});
afterAll(() => t.close());

const row = (flag: string, hour: string, count: number, more: Partial<CountRow> = {}): CountRow => ({
  environmentId,
  flag,
  variant: 'on',
  sdk: 'http-server',
  hour: at(hour),
  count,
  lastAt: at(hour) + 60_000,
  ...more,
});
const stored = async (flag: string) =>
  (await t.db.evaluationCount.findMany({ where: { flag }, orderBy: [{ hour: 'asc' }, { variant: 'asc' }] })).map(
    ({ variant, hour, count, lastAt }) => [variant, hour.toISOString(), Number(count), lastAt.toISOString()],
  );

describe('adding counts', () => {
  it('adds up, keeps the latest instant, and adds a batch once however often it is tried', async () => {
    const first = {
      id: 'a',
      rows: [row('adding', '2026-03-02T08:00Z', 3), row('adding', '2026-03-02T08:00Z', 1, { variant: '' })],
    };
    const second = { id: 'b', rows: [row('adding', '2026-03-02T08:00Z', 4, { lastAt: at('2026-03-02T08:00:10Z') })] };
    for (const batch of [first, first, second, first, second]) await addCounts(t.db, batch, t.now());
    expect(await stored('adding')).toEqual([
      ['', '2026-03-02T08:00:00.000Z', 1, '2026-03-02T08:01:00.000Z'],
      ['on', '2026-03-02T08:00:00.000Z', 7, '2026-03-02T08:01:00.000Z'],
    ]);
  });

  it('loses nothing when many add the same rows at once', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => row('racing', '2026-03-02T08:00Z', 1, { variant: `v${i}` }));
    const outcomes = await race(20, (i) =>
      addCounts(t.db, { id: `race-${i}`, rows: i % 2 ? rows : [...rows].reverse() }, t.now()),
    );
    expect(outcomes).toEqual({ done: 20 });
    expect((await stored('racing')).map(([, , count]) => count)).toEqual(Array.from({ length: 40 }, () => 20));
  });

  it('forgets old batches only', async () => {
    const old = new Date(t.now().getTime() - 72 * HOUR);
    await addCounts(t.db, { id: 'old', rows: [] }, old);
    await addCounts(t.db, { id: 'young', rows: [] }, t.now());
    await forgetBatches(t.db, t.now());
    const left = await t.db.countBatch.findMany({ where: { id: { in: ['old', 'young'] } } });
    expect(left.map(({ id }) => id)).toEqual(['young']);
  });
});

describe('reading counts', () => {
  beforeAll(async () => {
    t.setNow('2026-02-25T12:00:00Z');
    await createFlag(t.as('editor'), { key: 'seen', name: 'Seen', type: 'boolean' });
    t.setNow('2026-03-02T09:00:00Z');
    const rows = [
      row('seen', '2026-02-25T11:00Z', 1_000), // before the flag was made: an earlier flag of this key
      row('seen', '2026-02-28T23:00Z', 5),
      row('seen', '2026-03-01T00:00Z', 7, { variant: 'off', sdk: 'swift' }),
      row('seen', '2026-03-02T08:00Z', 2),
      row('seen', '2026-03-02T08:00Z', 3, { variant: '', sdk: 'swift' }),
      row('seen', '2026-03-02T08:00Z', 99, { environmentId: 'elsewhere' }),
    ];
    await addCounts(t.db, { id: 'seen', rows }, t.now());
  });

  it('gives days of two weeks, gaps filled with zero', async () => {
    const view = await getAnalytics(t.as('viewer'), { flag: 'seen', environment: 'staging' });
    expect(view).toMatchObject({ bucket: 'day', from: '2026-02-16T00:00:00.000Z', to: '2026-03-02T09:00:00.000Z' });
    expect(view.series).toHaveLength(15);
    expect(view.series.slice(-3)).toEqual([
      { at: '2026-02-28T00:00:00.000Z', counts: { on: 5, off: 0, '': 0 } },
      { at: '2026-03-01T00:00:00.000Z', counts: { on: 0, off: 7, '': 0 } },
      { at: '2026-03-02T00:00:00.000Z', counts: { on: 2, off: 0, '': 3 } },
    ]);
    expect(view.totals).toEqual({ on: 7, off: 7, '': 3 });
    expect(view.bySdk).toEqual([
      { sdk: 'swift', count: 10, lastAt: '2026-03-02T08:01:00.000Z' },
      { sdk: 'http-server', count: 7, lastAt: '2026-03-02T08:01:00.000Z' },
    ]);
    expect(view.lastSeenAt).toBe('2026-03-02T08:01:00.000Z');
    expect(view.annotations).toEqual([{ at: '2026-02-25T12:00:00.000Z', version: 1, actor: expect.any(String) }]);
  });

  it('gives hours of a short period', async () => {
    const period = { from: '2026-02-28T22:30:00Z', to: '2026-03-01T02:00:00Z' };
    const view = await getAnalytics(t.as('viewer'), { flag: 'seen', environment: 'staging', ...period });
    expect(view.bucket).toBe('hour');
    expect(view.series.map(({ counts }) => [counts.on, counts.off])).toEqual([
      [0, 0],
      [5, 0],
      [0, 7],
      [0, 0],
    ]);
    expect(view.totals).toEqual({ on: 5, off: 7 });
    expect(view.annotations).toEqual([]);
  });

  it('is empty for a flag that nobody asked for', async () => {
    await createFlag(t.as('editor'), { key: 'unseen', name: 'Unseen', type: 'boolean' });
    const view = await getAnalytics(t.as('viewer'), { flag: 'unseen', environment: 'staging' });
    expect(view).toMatchObject({ totals: { on: 0, off: 0 }, bySdk: [], lastSeenAt: null });
  });

  it('does not give a new flag the counts of a deleted one of its key', async () => {
    await createFlag(t.as('admin'), { key: 'again', name: 'Again', type: 'boolean' });
    await addCounts(t.db, { id: 'again', rows: [row('again', '2026-03-02T09:00Z', 5)] }, t.now());
    await archiveFlag(t.as('admin'), { key: 'again' });
    const { version } = await t.db.flag.findFirstOrThrow({ where: { key: 'again' } });
    await removeFlag(t.as('admin'), { key: 'again', version });
    t.setNow('2026-03-02T11:00:00Z');
    await createFlag(t.as('admin'), { key: 'again', name: 'Again', type: 'boolean' });
    expect((await getAnalytics(t.as('viewer'), { flag: 'again', environment: 'staging' })).lastSeenAt).toBeNull();
  });

  it.each([
    [{ flag: 'nothing', environment: 'staging' }, 'not_found'],
    [{ flag: 'seen', environment: 'nowhere' }, 'not_found'],
    [{ flag: { not: '' }, environment: 'staging' }, 'invalid'],
    [{ flag: 'seen', environment: 'staging', from: '2026-03-02', to: '2026-03-01' }, 'invalid'],
    [{ flag: 'seen', environment: 'staging', from: '2020-01-01', to: '2026-03-01', bucket: 'hour' }, 'invalid'],
    [{ flag: 'seen', environment: 'staging', from: 'yesterday' }, 'invalid'],
  ])('refuses %j as %s', async (input, code) => {
    expect(await refusal(getAnalytics(t.as('viewer'), input))).toMatchObject({ code });
  });

  it('is not there for strangers', async () => {
    const asked = getAnalytics(t.as('stranger'), { flag: 'seen', environment: 'staging' });
    expect(await refusal(asked)).toMatchObject({ code: 'not_found' });
  });
});
