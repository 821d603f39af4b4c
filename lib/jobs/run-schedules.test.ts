import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeConfiguration } from '@/lib/services/configurations/change';
import { getConfiguration } from '@/lib/services/configurations/get';
import { enableFlag, killFlag, reviveFlag } from '@/lib/services/configurations/set-state';
import type { ServiceContext } from '@/lib/services/context';
import { archiveFlag } from '@/lib/services/flags/archive';
import { createFlag } from '@/lib/services/flags/create';
import { removeFlag } from '@/lib/services/flags/remove';
import { createSchedule } from '@/lib/services/schedules/create';
import { getSchedule } from '@/lib/services/schedules/get';
import { listScheduleRuns } from '@/lib/services/schedules/list-runs';
import { runSchedule } from '@/lib/services/schedules/run';
import { updateSchedule } from '@/lib/services/schedules/update';
import { createTestServices, refusal, TEST_NOW, type TestServices } from '@/lib/services/testing';
import { runSchedules } from './run-schedules';
import { runTestJob, type TestAuthors } from './testing';

let services: TestServices;
let flag = '';
let count = 0;
const HOUR = 3_600_000;
const ON = [{ kind: 'turnOn' }];
const OFF = [{ kind: 'turnOff' }];

const after = (ms: number): string => new Date(services.now().getTime() + ms).toISOString();
const pass = (ms: number): void => services.setNow(after(ms));
const authors = (): TestAuthors => ({
  'user-editor': services.as('editor'),
  'user-admin': services.as('admin'),
  'user-developer': services.as('developer'),
});
async function run(known: TestAuthors = authors()): Promise<Record<string, number>> {
  const answer = await runTestJob(services, runSchedules, known);
  if (answer.outcome === 'busy') throw new Error('another runs');
  return Object.fromEntries(Object.entries(answer.report).filter(([, number]) => number > 0));
}
const schedule = (body: object, ctx: ServiceContext = services.as('editor')) =>
  createSchedule(ctx, { flag, environment: 'development', instructions: ON, ...body });
const get = (id: string) => getSchedule(services.as('viewer'), { id });
const runsOf = async (id: string) => (await listScheduleRuns(services.as('viewer'), { id })).items;
const stateOf = async (environment = 'development') =>
  (await getConfiguration(services.as('viewer'), { flag, environment })).state;

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  services.setNow(TEST_NOW);
  await services.db.schedule.deleteMany();
  await services.db.outbox.deleteMany();
  count += 1;
  flag = `flag-${count}`;
  await createFlag(services.as('admin'), { key: flag, type: 'boolean' });
});
afterAll(() => services.close());

describe('a change at an instant', () => {
  it('is made then and once, by its author, and says so', async () => {
    const { id, nextRunAt } = await schedule({ at: after(HOUR), description: 'Launch' });
    expect(nextRunAt).toBe(after(HOUR));
    expect(await run()).toEqual({});
    pass(HOUR);
    expect(await run()).toEqual({ applied: 1 });
    expect(await run()).toEqual({});
    expect(await stateOf()).toBe('on');
    expect(await get(id)).toMatchObject({
      status: 'done',
      nextRunAt: null,
      lastRun: { outcome: 'applied', late: false, configVersion: 2, error: null },
    });
    const made = await services.db.change.findFirstOrThrow({ where: { key: flag, version: 2 } });
    expect(made).toMatchObject({ actorId: 'user-editor', via: 'job', comment: 'Launch' });
    const audited = await services.db.auditEntry.findMany({ where: { flag }, orderBy: { seq: 'asc' } });
    expect(audited.map(({ action }) => action)).toEqual([
      'flag.create',
      'schedule.create',
      'config.change',
      'schedule.run',
    ]);
    expect(await services.db.outbox.count({ where: { topic: 'schedule.applied' } })).toBe(1);
  });

  it('that finds it done already makes nothing', async () => {
    const { id } = await schedule({ at: after(HOUR), instructions: OFF });
    pass(HOUR);
    expect(await run()).toEqual({ unchanged: 1 });
    expect((await get(id)).lastRun).toMatchObject({ outcome: 'unchanged', configVersion: 1 });
  });

  it('of three silent hours are made in their order by one call, and marked late', async () => {
    const third = await schedule({ at: after(3 * HOUR), instructions: ON });
    const first = await schedule({ at: after(HOUR), instructions: ON });
    const second = await schedule({ at: after(2 * HOUR), instructions: OFF });
    pass(3 * HOUR + 30_000);
    expect(await run()).toEqual({ applied: 3 });
    expect(await stateOf()).toBe('on');
    const seen = await Promise.all([first, second, third].map(async ({ id }) => (await get(id)).lastRun));
    expect(seen.map((last) => [last?.configVersion, last?.late])).toEqual([
      [2, true],
      [3, true],
      [4, false],
    ]);
  });

  it('that is too late is left out, and reported', async () => {
    const { id } = await schedule({ at: after(HOUR), missedAfter: '30m' });
    pass(2 * HOUR);
    expect(await run()).toEqual({ skipped: 1 });
    expect(await stateOf()).toBe('off');
    expect(await get(id)).toMatchObject({
      status: 'done',
      lastRun: { outcome: 'skipped', late: true, error: { code: 'run_missed' } },
    });
    expect(await services.db.outbox.count({ where: { topic: 'schedule.skipped' } })).toBe(1);
  });
});

describe('a cron expression', () => {
  it('switches on by day and off by night for a week, through a change of clocks, in local time', async () => {
    services.setNow('2026-03-26T00:00:00Z');
    const zone = { timezone: 'Europe/Berlin' };
    const on = await schedule({ cron: '0 9 * * 1-5', ...zone, instructions: ON });
    await schedule({ cron: '0 17 * * 1-5', ...zone, instructions: OFF });
    for (let hours = 0; hours < 6 * 24; hours += 8) {
      pass(8 * HOUR);
      await run();
      const local = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit' });
      const hour = Number(local.format(services.now()));
      const isWeekday = ![0, 6].includes(services.now().getUTCDay());
      expect([services.now(), await stateOf()]).toEqual([
        services.now(),
        isWeekday && hour >= 9 && hour < 17 ? 'on' : 'off',
      ]);
    }
    const runs = await runsOf(on.id);
    expect(runs.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 4 }, () => 'applied'));
    expect([runs.at(-1)?.plannedAt, runs[0]?.plannedAt]).toEqual([
      '2026-03-26T08:00:00.000Z',
      '2026-03-31T07:00:00.000Z',
    ]);
  }, 30_000);

  it('that missed several instants runs once, for the newest, and tells of the others', async () => {
    const { id } = await schedule({ cron: '0 * * * *' });
    pass(3 * HOUR + 600_000);
    expect(await run()).toEqual({ applied: 1 });
    expect((await runsOf(id)).map(({ plannedAt, outcome, late }) => [plannedAt.slice(11, 16), outcome, late])).toEqual([
      ['12:00', 'applied', true],
      ['11:00', 'skipped', true],
      ['10:00', 'skipped', true],
    ]);
    expect(await get(id)).toMatchObject({ status: 'waiting', nextRunAt: '2026-03-02T13:00:00.000Z' });
  });
});

describe('somebody has to look at it first', () => {
  it('where the same was changed since; then it is run, or goes on, on what is stored now', async () => {
    const once = await schedule({ at: after(HOUR) });
    const often = await schedule({ cron: '0 * * * *' });
    await enableFlag(services.as('admin'), { flag, environment: 'development' });
    await killFlag(services.as('admin'), { flag, environment: 'development' });
    await reviveFlag(services.as('admin'), { flag, environment: 'development' });
    pass(HOUR);
    expect(await run()).toEqual({ review: 2 });
    expect(await get(once.id)).toMatchObject({ status: 'review', reason: 'version_conflict', nextRunAt: null });
    expect(await runSchedule(services.as('admin'), { id: once.id })).toMatchObject({
      status: 'done',
      lastRun: { outcome: 'unchanged' },
    });
    const { version } = await get(often.id);
    const kept = await updateSchedule(services.as('admin'), { id: often.id, version, enabled: true });
    expect(kept).toMatchObject({ status: 'waiting', baseVersion: 4, createdBy: { id: 'user-admin' } });
    pass(HOUR);
    expect(await run()).toEqual({ unchanged: 1 });
  });

  it('but not where others changed something else', async () => {
    await schedule({ at: after(HOUR) });
    const change = { flag, environment: 'development', version: 1 };
    await changeConfiguration(services.as('admin'), {
      ...change,
      instructions: [{ kind: 'setOffVariant', variant: null }],
    });
    pass(HOUR);
    expect(await run()).toEqual({ applied: 1 });
  });

  it('where its author is gone, or may not do it any more', async () => {
    const gone = await schedule({ at: after(HOUR) }, services.as('developer'));
    const lost = await schedule({ at: after(HOUR), instructions: [{ kind: 'kill' }] }, services.as('admin'));
    pass(HOUR);
    expect(await run({ 'user-admin': services.as('viewer') })).toEqual({ review: 2 });
    expect((await get(gone.id)).reason).toBe('author_gone');
    expect((await get(lost.id)).reason).toBe('author_forbidden');
    expect(await stateOf()).toBe('off');
  });

  it('where the environment wants approvals by now', async () => {
    const { id } = await schedule({ at: after(HOUR), environment: 'staging' });
    await services.db.environment.updateMany({ where: { key: 'staging' }, data: { requiredApprovals: 1 } });
    pass(HOUR);
    expect(await run()).toEqual({ review: 1 });
    expect((await get(id)).reason).toBe('approval_missing');
    // Running it by hand asks for approval like any other change.
    await expect(runSchedule(services.as('admin'), { id })).rejects.toMatchObject({ code: 'approval_pending' });
    expect(await stateOf('staging')).toBe('off');
    await services.db.environment.updateMany({ where: { key: 'staging' }, data: { requiredApprovals: 0 } });
  });

  it('where the flag was put away; and it fails for good where the flag is another by now', async () => {
    const archived = await schedule({ at: after(HOUR) });
    await archiveFlag(services.as('admin'), { key: flag });
    pass(HOUR);
    expect(await run()).toEqual({ review: 1 });
    const { version } = await services.db.flag.findFirstOrThrow({ where: { key: flag } });
    await removeFlag(services.as('admin'), { key: flag, version });
    await createFlag(services.as('admin'), { key: flag, type: 'boolean' });
    expect((await refusal(runSchedule(services.as('admin'), { id: archived.id }))).code).toBe('flag_gone');
    await services.db.schedule.update({
      where: { id: archived.id },
      data: { status: 'waiting', nextRunAt: new Date(after(1)) },
    });
    pass(1);
    expect(await run()).toEqual({ failed: 1 });
    expect(await get(archived.id)).toMatchObject({ status: 'failed', reason: 'flag_gone', messages: [] });
    expect(await stateOf()).toBe('off');
  });
});

describe('one that fails', () => {
  it('is tried five times, later each time, and stops nothing else', async () => {
    const failing = await schedule({ at: after(HOUR) });
    await killFlag(services.as('admin'), { flag, environment: 'development' });
    const killed = flag;
    flag = `${flag}-other`;
    await createFlag(services.as('admin'), { key: flag, type: 'boolean' });
    await schedule({ at: after(HOUR + 1) });
    pass(HOUR + 1);
    expect(await run()).toEqual({ failed: 1, applied: 1 });
    expect(await get(failing.id)).toMatchObject({ status: 'waiting', attempts: 1, reason: 'flag_killed' });
    expect(await run()).toEqual({});
    for (const wait of [10_000, 60_000, 300_000, 1_800_000]) {
      pass(wait);
      expect(await run()).toEqual({ failed: 1 });
    }
    pass(24 * HOUR);
    expect(await run()).toEqual({});
    expect(await get(failing.id)).toMatchObject({
      status: 'failed',
      attempts: 5,
      lastRun: { outcome: 'failed', attempts: 5, error: { code: 'flag_killed' } },
    });
    expect(await services.db.outbox.count({ where: { topic: 'schedule.failed' } })).toBe(1);
    flag = killed;
    await reviveFlag(services.as('admin'), { flag, environment: 'development' });
    expect(await runSchedule(services.as('editor'), { id: failing.id })).toMatchObject({ status: 'done' });
    expect(await stateOf()).toBe('on');
  });

  it('and then succeeds is done once', async () => {
    const { id } = await schedule({ at: after(HOUR) });
    await killFlag(services.as('admin'), { flag, environment: 'development' });
    pass(HOUR);
    expect(await run()).toEqual({ failed: 1 });
    await reviveFlag(services.as('admin'), { flag, environment: 'development' });
    pass(10_000);
    expect(await run()).toEqual({ applied: 1 });
    expect(await runsOf(id)).toMatchObject([{ outcome: 'applied', attempts: 2, error: null }]);
  });
});
