import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startServer, type TestServer } from '@/e2e/support/server';
import { type PostgresServer, startPostgres } from '@/lib/db/testing/postgres-server';

const isFull = process.env.FLAGSTAFF_DRILL === 'full';
const OUTAGE_MS = isFull ? 60_000 : 6_000;
const KEY = 'fss_outage-drill-server-key-0001';
const POLL_MS = 300;

let postgres: PostgresServer;
let server: TestServer;

beforeAll(async () => {
  postgres = await startPostgres();
  server = await startServer({
    env: {
      DATABASE_URL: postgres.url(),
      FLAGSTAFF_POLL_MS: String(POLL_MS),
      FLAGSTAFF_SERVER_KEYS: `default:production:${KEY}`,
    },
  });
  expect((await write('before')).status).toBe(201);
});
afterAll(async () => {
  await server.stop();
  await postgres.stop();
});

function signal(name: 'SIGSTOP' | 'SIGCONT') {
  postgres.signal(name);
}

const answerSchema = z.object({ stale: z.boolean().optional(), flags: z.record(z.string(), z.unknown()) });

async function evaluate() {
  const start = performance.now();
  const response = await fetch(`${server.url}/api/flags?targetingKey=u1`, {
    headers: { authorization: `Bearer ${KEY}` },
  });
  const answer = answerSchema.parse(await response.json());
  return { ...answer, status: response.status, took: performance.now() - start };
}

function write(key: string) {
  return fetch(`${server.url}/api/admin/projects/default/flags`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ key, name: key, type: 'boolean' }),
  });
}

const health = async () =>
  z.object({ status: z.string() }).parse(await (await fetch(`${server.url}/api/health`)).json());

/** Evaluates without a pause for so long. */
async function evaluateFor(milliseconds: number) {
  const answers: Awaited<ReturnType<typeof evaluate>>[] = [];
  const end = performance.now() + milliseconds;
  while (performance.now() < end) answers.push(await evaluate());
  return answers;
}

const slowest = (answers: { took: number }[]) => {
  const times = answers.map(({ took }) => took).sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.99)] ?? 0;
};

describe('while PostgreSQL hangs', () => {
  test('evaluation goes on at its pace and says that it is stale, writes fail within 3 s, and all recovers', async () => {
    const usual = slowest(await evaluateFor(1_500));
    expect(usual).toBeGreaterThan(0);
    signal('SIGSTOP');
    const start = performance.now();
    const refused = write('during').then((response) => ({ status: response.status, took: performance.now() - start }));
    const answers = await evaluateFor(OUTAGE_MS);
    expect(answers.filter(({ status, flags }) => status !== 200 || flags.before === undefined)).toEqual([]);
    expect(answers.at(-1)?.stale).toBe(true);
    // A quiet machine differs by less than a millisecond; a busy one gets room, but no hundred milliseconds of waiting.
    expect(slowest(answers)).toBeLessThan(Math.max(100, usual * 3));
    const { status, took } = await refused;
    expect(status).toBe(503);
    expect(took).toBeLessThan(3_000);
    expect(await health()).toEqual({ status: 'degraded' });

    signal('SIGCONT');
    await expect.poll(async () => (await evaluate()).stale, { timeout: 15_000 }).toBeUndefined();
    expect((await health()).status).toBe('ok');
    expect((await write('after')).status).toBe(201);
    await expect.poll(async () => Object.keys((await evaluate()).flags)).toContain('after');
    expect((await evaluate()).flags).not.toHaveProperty('during');
  });
});

describe('when PostgreSQL is gone', () => {
  test('evaluation goes on, and writes fail at once', async () => {
    await postgres.stop();
    const answers = await evaluateFor(POLL_MS * 5);
    expect(answers.filter(({ status, flags }) => status !== 200 || flags.before === undefined)).toEqual([]);
    await expect.poll(async () => (await evaluate()).stale).toBe(true);
    const start = performance.now();
    expect((await write('gone')).status).toBe(503);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
