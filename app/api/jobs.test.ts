import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeLease } from '@/lib/services/leases/lease';
import { createWorld, type World } from './testing/world';

const SECRET = 'the-secret-of-the-clocks-of-this-test';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const bearer = (secret: string) => ({ as: 'anonymous' as const, headers: { authorization: `Bearer ${secret}` } });
const setSecret = (cronSecret: string | undefined): void => void Object.assign(world.runtime.env, { cronSecret });

describe('the clock routes', () => {
  it('are closed without a secret, whatever is sent', async () => {
    for (const secret of [undefined, '']) {
      setSecret(secret);
      for (const sent of ['', 'undefined', SECRET]) {
        const { status, json } = await world.call('GET', '/api/cron/roll-up', bearer(sent));
        expect([status, json]).toMatchObject([503, { error: { code: 'cron_closed' } }]);
      }
    }
  });

  it('let in who knows it alone, and say what they did', async () => {
    setSecret(SECRET);
    for (const sent of ['', 'wrong', SECRET.slice(1), `${SECRET}x`, SECRET.toUpperCase()]) {
      expect((await world.call('GET', '/api/cron/roll-up', bearer(sent))).status).toBe(401);
    }
    expect((await world.call('GET', '/api/cron/roll-up', { as: 'token' })).status).toBe(401);
    expect((await world.call('GET', '/api/cron/nothing', bearer(SECRET))).status).toBe(404);
    expect((await world.call('GET', '/api/cron/nothing', bearer('wrong'))).status).toBe(401);
    const { status, json } = await world.call('GET', '/api/cron/roll-up', bearer(SECRET));
    expect([status, json]).toEqual([200, { job: 'roll-up', outcome: 'ok', report: expect.any(Object) }]);
  });

  it('run by GET alone', async () => {
    for (const method of ['HEAD', 'POST', 'PUT', 'DELETE'] as const) {
      expect((await world.call(method, '/api/cron/roll-up', bearer(SECRET))).status).toBe(405);
    }
  });

  it('say that another is at it', async () => {
    const { prisma } = await world.runtime.database();
    const lease = await takeLease(prisma, 'roll-up', 'somebody-else', 60_000, {
      startedAt: new Date(),
      startedBy: 'ticker',
    });
    expect(lease).not.toBeNull();
    const { json } = await world.call('GET', '/api/cron/roll-up', bearer(SECRET));
    expect(json).toEqual({ job: 'roll-up', outcome: 'busy' });
    const jobs = await world.make('GET', '/api/admin/jobs');
    expect(jobs.items).toContainEqual(
      expect.objectContaining({
        name: 'roll-up',
        running: expect.objectContaining({ holder: 'somebody', died: false }),
      }),
    );
    await prisma.lease.update({ where: { name: 'roll-up' }, data: { until: new Date(0) } });
  });
});

describe('the jobs of the installation', () => {
  it('are run by a person, who is told what they did; list and audit know of it', async () => {
    expect(await world.make('POST', '/api/admin/jobs/roll-up/run', {})).toMatchObject({
      job: 'roll-up',
      outcome: 'ok',
      error: null,
    });
    expect((await world.call('POST', '/api/admin/jobs/nothing/run', { body: {} })).status).toBe(404);
    expect(await world.make('GET', '/api/admin/jobs')).toMatchObject({
      ticker: false,
      cron: true,
      items: expect.arrayContaining([
        expect.objectContaining({
          name: 'roll-up',
          everyMs: 3_600_000,
          last: expect.objectContaining({ outcome: 'ok', startedBy: 'person' }),
          running: null,
          nextAt: null,
          overdue: false,
          // Whoever held the lease before neither ended the run nor gave it back.
          runs: [
            expect.objectContaining({ startedBy: 'person', outcome: 'ok' }),
            expect.objectContaining({ outcome: 'died', holder: 'somebody', finishedAt: null }),
          ],
        }),
      ]),
    });
    const audit = await world.make('GET', '/api/admin/audit?limit=1');
    expect(audit.items).toMatchObject([{ action: 'job.run', after: { job: 'roll-up', outcome: 'ok' } }]);
  });

  it('that have not run for long are said to be overdue', async () => {
    const { prisma } = await world.runtime.database();
    const lastStartedAt = new Date(Date.now() - 4 * 3_600_000);
    await prisma.lease.update({ where: { name: 'roll-up' }, data: { lastStartedAt } });
    const { items } = await world.make('GET', '/api/admin/jobs');
    expect(items).toContainEqual(expect.objectContaining({ name: 'roll-up', overdue: true }));
  });
});

describe('metrics', () => {
  it('are for the clocks’ secret and for who may manage the installation', async () => {
    const statusOf = async (asked: Parameters<World['call']>[2]) =>
      (await world.call('GET', '/api/metrics', asked)).status;
    expect(await statusOf(bearer(SECRET))).toBe(200);
    expect(await statusOf({ as: 'token' })).toBe(200);
    expect(await statusOf({ as: 'owner' })).toBe(200);
    expect(await statusOf({ as: 'admin' })).toBe(403);
    expect(await statusOf({ as: 'key' })).toBe(403);
    expect(await statusOf({ as: 'anonymous' })).toBe(401);
    expect(await statusOf(bearer('wrong'))).toBe(401);
    setSecret(undefined);
    expect(await statusOf(bearer('undefined'))).toBe(401);
    setSecret(SECRET);
  });

  it('say what ran, what waits, and what rulesets stand at', async () => {
    await world.runtime.ready();
    const { text, headers } = await world.call('GET', '/api/metrics', bearer(SECRET));
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(/^flagstaff_job_runs_total\{job="roll-up",outcome="ok",started_by="cron"\} 1$/m);
    expect(text).toMatch(/^flagstaff_job_runs_total\{job="roll-up",outcome="busy",started_by="cron"\} 1$/m);
    expect(text).toMatch(/^flagstaff_job_duration_seconds_count\{job="roll-up"\} 2$/m);
    expect(text).toMatch(/^flagstaff_due\{what="schedules"\} 0$/m);
    expect(text).toMatch(/^flagstaff_outbox_backlog \d+$/m);
    expect(text).toMatch(/^flagstaff_ruleset_number\{project="default",environment="production"\} \d+$/m);
    expect(text).toMatch(/^flagstaff_evaluations_total\{project="default",environment="production"\} 0$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).toMatch(/^flagstaff_database_up 1$/m);
  });
});
