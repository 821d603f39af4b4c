import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startServer, type TestServer } from '@/e2e/support/server';
import { type PostgresServer, startPostgres } from '@/lib/db/testing/postgres-server';

const SECRET = 'the-secret-of-the-clocks-of-this-drill';
const [MINUTE, HOUR] = [60_000, 3_600_000];
const MANY = 100;
const start = Date.now();
/** Instants of this drill: hours after its start, by the moved clock. */
const at = (hours: number, more = 0): string => new Date(start + hours * HOUR + more).toISOString();

let postgres: PostgresServer;
let db: pg.Client;
let servers: TestServer[] = [];
let killed: number | null = null;
const server = (index: number): TestServer => {
  const found = servers[index];
  if (!found) throw new Error(`there is no server ${index}`);
  return found;
};

beforeAll(async () => {
  postgres = await startPostgres();
  const env = {
    DATABASE_URL: postgres.url(),
    CRON_SECRET: SECRET,
    FLAGSTAFF_TICKER: 'off',
    FLAGSTAFF_ALLOW_TEST_CLOCK: '1',
    FLAGSTAFF_POLL_MS: '200',
  };
  // One after the other: each is a Next server that starts with all of a core.
  servers = [await startServer({ env })];
  servers.push(await startServer({ env }));
  db = new pg.Client({ connectionString: postgres.url() });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  for (const each of servers) await each.stop();
  await postgres.stop();
});

async function call<T>(own: TestServer, schema: z.ZodType<T>, method: string, path: string, body?: object): Promise<T> {
  const ask = () =>
    fetch(`${own.url}/api/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${own.adminToken}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  let response = await ask();
  // On a machine that is busy with other things a write may be given up for being slow; nothing was changed then.
  for (let again = 0; response.status === 503 && again < 10; again += 1) response = await ask();
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return schema.parse(JSON.parse(text));
}
const made = z.object({ id: z.string() });
const P = '/projects/default';

const KEYS = Array.from({ length: MANY }, (_, index) => `f-${String(index).padStart(3, '0')}`);

/** Four at a time, as people and programs would. */
async function forEachFlag(work: (key: string, index: number) => Promise<unknown>): Promise<void> {
  const lane = async (number: number): Promise<void> => {
    for (let index = number; index < MANY; index += 4) await work(KEYS[index] ?? '', index);
  };
  await Promise.all([0, 1, 2, 3].map(lane));
}

/** For each of the flags a schedule that turns it on or off. */
const makeSchedules = (description: string, hours: number, kind: 'turnOn' | 'turnOff'): Promise<void> =>
  forEachFlag((flag, index) => {
    const instructions = [{ kind }];
    const schedule = { flag, environment: 'development', instructions, description, at: at(hours, index * 1_000) };
    return call(server(1), made, 'POST', `${P}/schedules`, schedule);
  });

const health = z.object({ testClock: z.string().optional() });

/** Moves the clock, and waits until every server knows. */
async function moveClock(hours: number, by = server(1)): Promise<void> {
  await call(by, z.object({ moved: z.literal(true) }), 'POST', '/clock', { now: at(hours) });
  for (const each of servers.filter(({ pid }) => pid !== killed)) {
    const clock = async () => health.parse(await (await fetch(`${each.url}/api/health`)).json()).testClock ?? '';
    await expect.poll(clock, { timeout: 10_000 }).toMatch(new RegExp(`^${at(hours).slice(0, 15)}`));
  }
}

const answerSchema = z.object({
  outcome: z.enum(['ok', 'partly', 'busy', 'stopped']),
  report: z.record(z.string(), z.number()).optional(),
});

async function cron(own: TestServer): Promise<z.infer<typeof answerSchema>> {
  const answer = await fetch(`${own.url}/api/cron/run-schedules`, { headers: { authorization: `Bearer ${SECRET}` } });
  return answerSchema.parse(await answer.json());
}

/** What became of the schedules of one description, and of all their flags, as the database has it. */
async function countsOf(description: string) {
  const read = async (sql: string, values: unknown[] = []): Promise<unknown> => (await db.query(sql, values)).rows[0];
  const runs = await read(
    `SELECT count(*)::int AS runs, count(DISTINCT schedule_id)::int AS schedules,
      count(*) FILTER (WHERE r.outcome = 'applied')::int AS applied, count(*) FILTER (WHERE s.status = 'done')::int AS done
    FROM schedule_run r JOIN schedule s ON s.id = r.schedule_id WHERE s.description = $1`,
    [description],
  );
  const audited = await read(`SELECT count(*)::int AS audited FROM audit_entry WHERE action = 'config.change'`);
  const states = await read(`
    SELECT min((body->>'version')::int) AS lowest, max((body->>'version')::int) AS highest,
      count(*) FILTER (WHERE body->>'state' = 'on')::int AS on
    FROM item i JOIN environment e ON e.id = i.environment_id AND e.key = 'development'
    WHERE i.kind = 'config' AND i.to_number IS NULL`);
  return Object.assign({}, runs, audited, states);
}

/** Each once: one run, one audit row and one version more than before. */
const once = (times: number, version: number, on: number) => ({
  ...{ runs: MANY, schedules: MANY, applied: MANY, done: MANY, audited: MANY * times },
  ...{ lowest: version + times, highest: version + times, on },
});
let version = 0;

describe('clocks that race', () => {
  test('twenty calls at two servers apply each of a hundred schedules once', async () => {
    await forEachFlag((key) => call(server(1), made, 'POST', `${P}/flags`, { key, type: 'boolean' }));
    await makeSchedules('race', 1, 'turnOn');
    const place = `${P}/flags/${KEYS[0]}/environments/development`;
    version = (await call(server(1), z.object({ version: z.int() }), 'GET', place)).version;
    await moveClock(2);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => cron(server(index % 2))));
    const applied = answers.reduce((sum, { report }) => sum + (report?.applied ?? 0), 0);
    expect(applied).toBe(MANY);
    expect(answers.some(({ outcome }) => outcome === 'busy')).toBe(true);
    expect(await countsOf('race')).toEqual(once(1, version, MANY));
    expect((await cron(server(0))).report).toMatchObject({ applied: 0, failed: 0 });
  });
});

describe('a server that is killed in mid-batch', () => {
  test('leaves the rest to another: nothing is lost and nothing repeated', async () => {
    await makeSchedules('kill', 3, 'turnOff');
    await moveClock(4);
    const dying = cron(server(0)).catch(() => null);
    const appliedSoFar = async () => z.object({ runs: z.int() }).parse(await countsOf('kill')).runs;
    await expect.poll(appliedSoFar, { interval: 5, timeout: 20_000 }).toBeGreaterThan(5);
    await server(0).end('SIGKILL');
    killed = server(0).pid;
    await dying;
    const applied = await appliedSoFar();
    expect(applied).toBeLessThan(MANY);
    expect((await cron(server(1))).outcome).toBe('busy');
    // The half minute that a lease lasts, without waiting for it.
    await db.query(`UPDATE lease SET until = clock_timestamp() WHERE name = 'run-schedules'`);
    expect(await cron(server(1))).toMatchObject({ outcome: 'ok', report: { applied: MANY - applied } });
    expect(await countsOf('kill')).toEqual(once(2, version, 0));
    const { rows } = await db.query(`SELECT outcome FROM job_run WHERE job = 'run-schedules' ORDER BY id`);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['ok', 'died', 'ok']);
  });
});

describe('three silent hours', () => {
  test('are caught up by one call: in order, late ones marked, expired ones skipped', async () => {
    const flag = 'silent';
    await call(server(1), made, 'POST', `${P}/flags`, { key: flag, type: 'boolean' });
    const rule = (id: string) => ({ id, name: id, operator: 'AND', conditions: [], serve: { variant: 'on' } });
    const make = async (minutes: number, more: object = {}): Promise<string> => {
      const instructions = [{ kind: 'addRule', rule: rule(`r${minutes}`) }];
      const schedule = { flag, environment: 'development', instructions, at: at(4, minutes * MINUTE), ...more };
      return (await call(server(1), made, 'POST', `${P}/schedules`, schedule)).id;
    };
    const ids = new Map<number, string>();
    for (const minutes of [150, 30, 90, 60, 120]) ids.set(minutes, await make(minutes));
    const expired = await make(45, { missedAfter: HOUR });
    await moveClock(7);
    expect((await cron(server(1))).report).toMatchObject({ applied: 5, skipped: 1, failed: 0 });
    const { rows } = await db.query(
      `SELECT schedule_id, late FROM schedule_run WHERE outcome = 'applied' AND schedule_id = ANY($1) ORDER BY config_version`,
      [[...ids.values()]],
    );
    const inOrder = [30, 60, 90, 120, 150].map((minutes) => ({ schedule_id: ids.get(minutes), late: true }));
    expect(rows).toEqual(inOrder);
    const skipped = await db.query(`SELECT outcome, late FROM schedule_run WHERE schedule_id = $1`, [expired]);
    expect(skipped.rows).toEqual([{ outcome: 'skipped', late: true }]);
    expect(await call(server(1), z.looseObject({ ok: z.boolean() }), 'GET', `${P}/audit/verify`)).toMatchObject({
      ok: true,
    });
  });
});
