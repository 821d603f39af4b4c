import { performance } from 'node:perf_hooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/create-test-database';
import { type Database, openDatabase } from '@/lib/db/open';
import type { DeliveryRequest } from '@/lib/delivery/request';
import { atOnce } from '@/lib/delivery/testing/at-once';
import { contextOf, createTestRuntime, TEST_SERVER_KEY } from '@/lib/delivery/testing/create-test-runtime';
import { type RedisServer, startRedis } from '@/lib/delivery/testing/redis-server';
import type { Runtime } from '@/lib/runtime-shape';
import { disableFlag, enableFlag } from '@/lib/services/configurations/set-state';
import { changeConfiguration } from '@/lib/services/configurations/change';
import { createFlag } from '@/lib/services/flags/create';
import { identifySubject } from '@/lib/services/subjects/identify';

let first: TestDatabase;
let second: Database;
const open: Runtime[] = [];
const SELDOM = { FLAGSTAFF_POLL_MS: '600000' };

beforeAll(async () => {
  first = await createTestDatabase();
  second = await openDatabase(first.options);
});
afterEach(async () => {
  for (const own of open.splice(0)) await own.close();
});
afterAll(async () => {
  await second.close();
  await first.close();
});

async function instance(database: Database, variables: Record<string, string>): Promise<Runtime> {
  const own = await createTestRuntime(database, variables);
  open.push(own);
  await own.ready();
  return own;
}
/** One that is told nothing: its connection for messages never comes about. */
const deaf = (database: Database): Database => ({ ...database, connect: () => Promise.reject(new Error('no line')) });

const request = (key: string, query = ''): DeliveryRequest => ({
  method: 'GET',
  path: `/api/flags/${key}`,
  query,
  address: '',
  headers: { authorization: `Bearer ${TEST_SERVER_KEY}` },
  body: { ok: true, bytes: new Uint8Array(0) },
});
const answerOf = (own: Runtime, key: string) => atOnce(own.respond(request(key)));
const says = (own: Runtime, key: string, value: boolean): boolean =>
  answerOf(own, key)?.body?.includes(`"value":${value}`) ?? false;
const until = async (holds: () => boolean): Promise<number> => {
  const begun = performance.now();
  await expect.poll(holds, { interval: 5, timeout: 5_000 }).toBe(true);
  return performance.now() - begun;
};
const isListening = (own: Runtime): boolean => Reflect.get(own.health(), 'redis') === 'ok';

async function prepare(own: Runtime, key: string): Promise<void> {
  await createFlag(await contextOf(own), { key, name: key, type: 'boolean' });
}

describe('another instance', () => {
  it('answers by a change within a second, by a message of PostgreSQL', async () => {
    const writer = await instance(first.database, SELDOM);
    const reader = await instance(second, SELDOM);
    await prepare(writer, 'by-notify');
    await until(() => answerOf(reader, 'by-notify')?.status === 200);
    for (const value of [true, false, true]) {
      const change = value ? enableFlag : disableFlag;
      await change(await contextOf(writer), { flag: 'by-notify', environment: 'production' });
      expect(says(writer, 'by-notify', value)).toBe(true);
      expect(await until(() => says(reader, 'by-notify', value))).toBeLessThan(1_000);
    }
    expect(answerOf(reader, 'by-notify')?.headers.etag).toBe(answerOf(writer, 'by-notify')?.headers.etag);
    expect(answerOf(reader, 'by-notify')?.body).toBe(answerOf(writer, 'by-notify')?.body);
  });

  it('answers by what was told of a subject within a second, and holds on to all others', async () => {
    const writer = await instance(first.database, SELDOM);
    const reader = await instance(second, SELDOM);
    await prepare(writer, 'by-profile');
    const rule = { name: 'r', operator: 'AND', conditions: [{ attribute: 'plan', operator: 'equals', value: 'pro' }] };
    const instructions = [
      { kind: 'turnOn' },
      { kind: 'setDefault', default: { variant: 'off' } },
      { kind: 'addRule', rule },
    ];
    await changeConfiguration(await contextOf(writer), {
      flag: 'by-profile',
      environment: 'production',
      version: 1,
      instructions,
    });
    await until(() => answerOf(reader, 'by-profile')?.status === 200);
    const tell = async (targetingKey: string, plan: string) =>
      identifySubject(await contextOf(writer), {
        environment: 'production',
        targetingKey,
        isTrusted: true,
        attributes: { plan },
      });
    const served = async (own: Runtime, subject: string) => {
      const answer = await own.respond(request('by-profile', `targetingKey=${subject}`));
      return answer?.body?.includes('"value":true');
    };
    await tell('steady', 'pro');
    for (const plan of ['pro', 'free', 'pro']) {
      await tell('moving', plan);
      expect(await served(writer, 'moving')).toBe(plan === 'pro');
      const begun = performance.now();
      await expect.poll(() => served(reader, 'moving'), { interval: 5, timeout: 5_000 }).toBe(plan === 'pro');
      expect(performance.now() - begun).toBeLessThan(1_000);
      expect(await served(reader, 'steady')).toBe(true);
    }
    // The last change dropped the one subject; the other was answered from memory all along.
    expect(atOnce(reader.respond(request('by-profile', 'targetingKey=steady')))?.body).toContain('"value":true');
    expect(reader.health().profiles.unavailable).toBe(0);
  });

  it('answers by a change within the poll interval, without any message', async () => {
    const writer = await instance(deaf(first.database), { FLAGSTAFF_POLL_MS: '500' });
    const reader = await instance(deaf(second), { FLAGSTAFF_POLL_MS: '500' });
    await prepare(writer, 'by-poll');
    await enableFlag(await contextOf(writer), { flag: 'by-poll', environment: 'production' });
    expect(await until(() => says(reader, 'by-poll', true))).toBeLessThan(1_500);
  });

  it('listens again after its connection was cut, and learns what it missed', async () => {
    const writer = await instance(first.database, SELDOM);
    const reader = await instance(second, SELDOM);
    await prepare(writer, 'after-cut');
    await until(() => answerOf(reader, 'after-cut')?.status === 200);
    await first.database.prisma.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %' AND pid <> pg_backend_pid()`;
    await enableFlag(await contextOf(writer), { flag: 'after-cut', environment: 'production' });
    expect(await until(() => says(reader, 'after-cut', true))).toBeLessThan(1_500);
    await disableFlag(await contextOf(writer), { flag: 'after-cut', environment: 'production' });
    expect(await until(() => says(reader, 'after-cut', false))).toBeLessThan(1_000);
  });
});

describe('with Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it('another instance answers by a change within a second, and goes on by polling once Redis has gone', async () => {
    const writer = await instance(first.database, { ...SELDOM, REDIS_URL: redis.url });
    const reader = await instance(second, { FLAGSTAFF_POLL_MS: '1000', REDIS_URL: redis.url });
    await until(() => isListening(writer) && isListening(reader));
    await prepare(writer, 'by-redis');
    await enableFlag(await contextOf(writer), { flag: 'by-redis', environment: 'production' });
    expect(await until(() => says(reader, 'by-redis', true))).toBeLessThan(900);
    await redis.stop();
    await until(() => reader.health().redis === 'unreachable');
    await disableFlag(await contextOf(writer), { flag: 'by-redis', environment: 'production' });
    expect(says(writer, 'by-redis', false)).toBe(true);
    await until(() => says(reader, 'by-redis', false));
    expect(reader.health()).toMatchObject({ status: 'ok', database: 'ok', redis: 'unreachable' });
  });
});

it('counts of several instances add up', async () => {
  const writer = await instance(first.database, {});
  const reader = await instance(second, {});
  await prepare(writer, 'counted');
  await until(() => answerOf(reader, 'counted')?.status === 200);
  for (let i = 0; i < 500; i += 1) for (const own of [writer, reader]) answerOf(own, 'counted')?.after();
  await Promise.all([writer.counter.flush(), reader.counter.flush()]);
  const rows = await first.database.prisma.evaluationCount.findMany({ where: { flag: 'counted' } });
  expect(rows.map(({ count }) => Number(count))).toEqual([1_000]);
});
