import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createTestServices, refusal, TEST_NOW, type TestServices } from '../testing';
import { listSignals } from './list';
import { postSignals } from './post';
import { pruneSignals } from './prune';

let services: TestServices;

beforeAll(async () => {
  services = await createTestServices();
  await createFlag(services.as('editor'), { key: 'checkout', type: 'boolean' });
});
afterAll(() => services.close());

const post = (body: object) => postSignals(services.as('editor'), { environment: 'staging', ...body });
const names = async (more: object = {}) =>
  (await listSignals(services.as('viewer'), { environment: 'staging', ...more })).items.map(
    ({ name, flag, value }) => [name, flag, value] as const,
  );

describe('signals', () => {
  it('are listed by name with their newest value, and each with its values', async () => {
    await post({ name: 'errorRate', value: 0.1, at: '2026-03-02T08:00:00Z' });
    await post({ name: 'errorRate', value: 0.2 });
    expect(
      await post({
        signals: [
          { name: 'errorRate', value: 0.3, flag: 'checkout' },
          { name: 'latency', value: 120 },
        ],
      }),
    ).toEqual({ accepted: 2 });
    expect(await names()).toEqual([
      ['errorRate', null, 0.2],
      ['errorRate', 'checkout', 0.3],
      ['latency', null, 120],
    ]);
    expect(await names({ name: 'errorRate' })).toEqual([
      ['errorRate', 'checkout', 0.3],
      ['errorRate', null, 0.2],
      ['errorRate', null, 0.1],
    ]);
    for (const more of [{}, { name: 'errorRate' }]) {
      const query = { environment: 'staging', limit: 2, ...more };
      const { items, nextCursor } = await listSignals(services.as('viewer'), query);
      const rest = await listSignals(services.as('viewer'), { ...query, cursor: nextCursor ?? '' });
      expect([items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null]);
    }
    expect((await listSignals(services.as('viewer'), { environment: 'production' })).items).toEqual([]);
  });

  it('are refused where they belong to nothing or to no time, all or none', async () => {
    const count = await services.db.signal.count();
    const ofNothing = [
      { name: 'a', value: 1 },
      { name: 'a', value: 1, flag: 'gone' },
    ];
    expect((await refusal(post({ signals: ofNothing }))).at).toEqual(['signals.1.flag:unknown_flag']);
    expect((await refusal(post({ environment: 'moon', name: 'a', value: 1 }))).at).toEqual([
      'environment:unknown_environment',
    ]);
    expect((await refusal(post({ name: 'a', value: 1, at: '2026-03-02T09:06:00Z' }))).at).toEqual(['at:signal_future']);
    expect((await refusal(post({ name: 'a', value: 1, at: '2026-01-02T09:00:00Z' }))).at).toEqual(['at:signal_old']);
    expect(await services.db.signal.count()).toBe(count);
    // A clock that runs a little ahead counts from now on.
    await post({ name: 'ahead', value: 1, at: '2026-03-02T09:04:00Z' });
    const stored = await services.db.signal.findFirstOrThrow({ where: { name: 'ahead' } });
    expect(stored.at.toISOString()).toBe(TEST_NOW);
  });

  it('may be posted by who may edit plans there', async () => {
    const body = { environment: 'production', name: 'a', value: 1 };
    expect((await refusal(postSignals(services.as('developer'), body))).kind).toBe('forbidden');
    expect((await refusal(postSignals(services.as('stranger'), body))).kind).toBe('not_found');
    await services.db.environment.updateMany({
      where: { key: 'production' },
      data: { requireComment: true, requiredApprovals: 2 },
    });
    expect(await postSignals(services.as('editor'), body)).toEqual({ accepted: 1 });
  });

  it('are forgotten after 30 days, but for the newest of each', async () => {
    await services.db.signal.updateMany({ data: { at: new Date('2026-01-01T00:00:00Z') } });
    await post({ name: 'errorRate', value: 0.5 });
    expect(await pruneSignals(services.db, services.now())).toBe(2);
    expect(await names()).toEqual([
      ['ahead', null, 1],
      ['errorRate', null, 0.5],
      ['errorRate', 'checkout', 0.3],
      ['latency', null, 120],
    ]);
  });
});
