import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '@/lib/db/migrate';
import { type Database, openDatabase } from '@/lib/db/open';
import { type PostgresServer, startPostgres } from '@/lib/db/testing/postgres-server';
import { atOnce } from '@/lib/delivery/testing/at-once';
import { contextOf, createTestRuntime, TEST_SERVER_KEY, testEnv } from '@/lib/delivery/testing/create-test-runtime';
import { createRuntime } from '@/lib/runtime';
import type { Runtime } from '@/lib/runtime-shape';
import { disableFlag, enableFlag } from '@/lib/services/configurations/set-state';
import type { ServiceContext } from '@/lib/services/context';
import { createFlag } from '@/lib/services/flags/create';
import { refusal } from '@/lib/services/testing';

let server: PostgresServer;
let database: Database;
let own: Runtime;
/** The data folder of a run before. */
let kept: string;
/** Made before the outage: who writes is found out by reading the database. */
let prepared: ServiceContext;
const POLL_MS = 200;

beforeAll(async () => {
  server = await startPostgres();
  database = await openDatabase({ url: server.url(), dataDir: '', serve: true });
  await migrate(database);
  own = await createTestRuntime(database, { FLAGSTAFF_POLL_MS: String(POLL_MS) });
  await own.ready();
  await createFlag(await contextOf(own), { key: 'steady', name: 'Steady', type: 'boolean' });
  await enableFlag(await contextOf(own), { flag: 'steady', environment: 'production' });
  prepared = await contextOf(own);
  kept = mkdtempSync(join(tmpdir(), 'flagstaff-kept-'));
  const earlier = await createTestRuntime(database, { DATABASE_URL: server.url(), FLAGSTAFF_DATA_DIR: kept });
  await earlier.ready();
  await earlier.close();
});
afterAll(async () => {
  await own.close();
  await database.close();
  await server.stop();
  rmSync(kept, { recursive: true, force: true });
});

const ask = (key: string, secret = TEST_SERVER_KEY) => {
  const answer = atOnce(
    own.respond({
      method: 'POST',
      path: `/ofrep/v1/evaluate/flags/${key}`,
      query: '',
      address: '',
      headers: { authorization: `Bearer ${secret}` },
      body: { ok: true, bytes: Buffer.from('{"context":{}}') },
    }),
  );
  answer?.after();
  return { status: answer?.status, json: JSON.parse(answer?.body ?? 'null') as unknown };
};
const untilStale = () => expect.poll(() => own.store.isStale(), { interval: 10, timeout: 10_000 }).toBe(true);
const untilFresh = () => expect.poll(() => own.store.isStale(), { interval: 10, timeout: 20_000 }).toBe(false);
const signal = (name: 'SIGSTOP' | 'SIGCONT') => server.signal(name);

/** The 99th percentile of a thousand answers, in milliseconds. */
function slowest(): number {
  const times = Array.from({ length: 1_000 }, () => {
    const begun = performance.now();
    expect(ask('steady').status).toBe(200);
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[990] ?? Infinity;
}

const FRESH = { status: 200, json: { key: 'steady', value: true, variant: 'on', reason: 'STATIC' } };
const STALE = { status: 200, json: { ...FRESH.json, metadata: { stale: true } } };

describe('a warm instance whose database', () => {
  it('hangs goes on answering, stale after three intervals, and refuses writes within three seconds', async () => {
    expect(ask('steady')).toEqual(FRESH);
    const before = slowest();
    signal('SIGSTOP');
    await untilStale();
    expect(ask('steady')).toEqual(STALE);
    expect(ask('nothing').status).toBe(404);
    expect(ask('steady', 'fss_a-wrong-key-in-an-outage').status).toBe(401);
    expect(own.health()).toMatchObject({ status: 'degraded', database: 'unreachable', environments: 3 });
    expect(slowest()).toBeLessThan(Math.max(5, before * 5));
    const begun = performance.now();
    const refused = await refusal(disableFlag(prepared, { flag: 'steady', environment: 'production' }));
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(refused.kind).toBe('unavailable');
    signal('SIGCONT');
    await untilFresh();
    expect(ask('steady')).toEqual(FRESH);
    expect(own.health()).toMatchObject({ status: 'ok', database: 'ok' });
  });

  it('hangs keeps what it counts, and writes it once the database is back', async () => {
    await own.counter.flush();
    const counted = async () => {
      const rows = await database.prisma.evaluationCount.findMany({ where: { flag: 'steady' } });
      return rows.reduce((sum, { count }) => sum + Number(count), 0);
    };
    const before = await counted();
    signal('SIGSTOP');
    for (let i = 0; i < 100; i += 1) ask('steady');
    expect(await own.counter.flush()).toBe(false);
    for (let i = 0; i < 100; i += 1) ask('steady');
    signal('SIGCONT');
    await untilFresh();
    await expect.poll(() => own.counter.flush(), { timeout: 10_000 }).toBe(true);
    expect(await counted()).toBe(before + 200);
  });

  it('is gone for good goes on answering', async () => {
    await server.stop();
    await untilStale();
    expect(slowest()).toBeLessThan(5);
    expect(ask('steady')).toEqual(STALE);
  });
});

describe('a cold instance without a database', () => {
  const get = (cold: Runtime, path: string, secret = TEST_SERVER_KEY) =>
    atOnce(
      cold.respond({
        method: 'GET',
        path,
        query: '',
        address: '',
        headers: { authorization: `Bearer ${secret}` },
        body: { ok: true, bytes: new Uint8Array(0) },
      }),
    );
  const start = async (variables: Record<string, string>): Promise<Runtime> => {
    const cold = createRuntime({ env: testEnv({ DATABASE_URL: server.url(), ...variables }), setUp: async () => {} });
    await expect(cold.ready()).rejects.toThrow();
    return cold;
  };

  it('is not ready, and says so to valid and unknown keys alike', async () => {
    const cold = await start({ FLAGSTAFF_DATA_DIR: `${kept}-not-there` });
    for (const secret of [TEST_SERVER_KEY, 'fss_an-unknown-key-in-an-outage']) {
      const answer = get(cold, '/api/flags', secret);
      expect(answer).toMatchObject({ status: 503, body: expect.stringContaining('PROVIDER_NOT_READY') });
    }
    expect(cold.health()).toMatchObject({ status: 'starting', environments: 0 });
    await cold.close();
  });

  it('serves what an earlier run kept, stale, and refuses wrong keys', async () => {
    const cold = await start({ FLAGSTAFF_DATA_DIR: kept });
    expect(get(cold, '/api/flags')).toMatchObject({ status: 200, body: expect.stringContaining('"stale":true') });
    expect(get(cold, '/api/flags/steady')?.body).toContain('"value":true');
    expect(get(cold, '/api/flags', 'fss_an-unknown-key-in-an-outage')?.status).toBe(401);
    expect(cold.health()).toMatchObject({ status: 'degraded', environments: 3 });
    await cold.close();
  });
});
