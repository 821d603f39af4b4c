import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeConfiguration } from '../configurations/change';
import { enableFlag } from '../configurations/set-state';
import { asServiceError } from '../errors';
import { createFlag } from '../flags/create';
import { createTestServices, refusal, TEST_NOW, type TestServices } from '../testing';
import { createSchedule } from './create';
import { getSchedule } from './get';
import { listSchedules } from './list';
import { cancelSchedule } from './remove';
import { updateSchedule } from './update';

let services: TestServices;
let flag = '';
let count = 0;
const AT = '2026-03-03T09:00:00Z';
const body = (more: object = {}) => ({ flag, environment: 'development', instructions: [{ kind: 'turnOn' }], ...more });
const create = (more: object = { at: AT }) => createSchedule(services.as('developer'), body(more));
const wrong = async (more: object) => {
  const { kind, code, at } = await refusal(create(more));
  return [kind, code, ...at];
};

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  services.setNow(TEST_NOW);
  count += 1;
  flag = `flag-${count}`;
  await createFlag(services.as('admin'), { key: flag, type: 'boolean' });
});
afterAll(() => services.close());

describe('a schedule', () => {
  it('says what it will do, when, and in whose name', async () => {
    expect(await create({ at: '2026-03-29T02:30', timezone: 'Europe/Berlin', missedAfter: 'PT2H' })).toMatchObject({
      flag,
      environment: 'development',
      at: '2026-03-29T01:00:00.000Z',
      nextRunAt: '2026-03-29T01:00:00.000Z',
      cron: null,
      timezone: 'Europe/Berlin',
      missedAfter: 7_200_000,
      messages: [{ id: 'instruction.turnOn' }],
      status: 'waiting',
      enabled: true,
      lastRun: null,
      createdBy: { kind: 'user', id: 'user-developer' },
      version: 1,
    });
    expect(await create({ cron: '0 9 * * 1-5', timezone: 'America/New_York' })).toMatchObject({
      nextRunAt: '2026-03-02T14:00:00.000Z',
      at: null,
    });
  });

  it('is made of a change with an instant as well', async () => {
    const place = { flag, environment: 'development', version: 1, instructions: [{ kind: 'turnOn' }] };
    const thrown = await changeConfiguration(services.as('developer'), { ...place, at: AT, comment: 'Later' }).catch(
      asServiceError,
    );
    expect(thrown).toMatchObject({ kind: 'accepted', accepted: { schedule: { at: '2026-03-03T09:00:00.000Z' } } });
    await enableFlag(services.as('admin'), { flag, environment: 'development' });
    const stale = await refusal(changeConfiguration(services.as('developer'), { ...place, at: AT }));
    expect(stale.code).toBe('version_conflict');
    const past = await refusal(changeConfiguration(services.as('developer'), { ...place, version: 2, at: TEST_NOW }));
    expect([past.kind, past.code]).toEqual(['refused', 'instant_past']);
  });

  it('is listed by flag, environment and status, and by cursor', async () => {
    const first = await create();
    const second = await create();
    const list = (more: object) => listSchedules(services.as('viewer'), { flag, ...more });
    expect((await list({})).items.map(({ id }) => id)).toEqual([second.id, first.id]);
    const page = await list({ limit: 1 });
    expect((await list({ cursor: page.nextCursor ?? '' })).items.map(({ id }) => id)).toEqual([first.id]);
    expect((await list({ environment: 'staging' })).total).toBe(0);
    expect([(await list({ q: flag.toUpperCase() })).total, (await list({ q: 'nothing' })).total]).toEqual([2, 0]);
    await cancelSchedule(services.as('developer'), { id: first.id, version: 1 });
    expect((await list({ status: 'cancelled' })).items).toMatchObject([{ id: first.id, nextRunAt: null }]);
    expect((await list({ status: 'open' })).total).toBe(1);
  });
});

describe('bad input', () => {
  it.each([
    [{}, ['invalid', 'invalid', ':schedule_form']],
    [{ at: AT, cron: '0 9 * * *' }, ['invalid', 'invalid', ':schedule_form']],
    [{ at: 'tomorrow' }, ['invalid', 'invalid', 'at:when_unreadable']],
    [{ cron: '0 9 * *' }, ['invalid', 'invalid', 'cron:cron_unreadable']],
    [{ at: AT, missedAfter: 'soon' }, ['invalid', 'invalid', 'missedAfter:duration_unreadable']],
    [{ at: AT, missedAfter: -1 }, ['invalid', 'invalid', 'missedAfter:duration_unreadable']],
    [{ at: AT, instructions: [] }, ['invalid', 'invalid', 'instructions:too_small_list']],
    [{ at: '2026-03-02T09:00:00Z' }, ['refused', 'instant_past', 'at:instant_past']],
    [{ at: '2026-03-02T09:30', timezone: 'Europe/Berlin' }, ['refused', 'instant_past', 'at:instant_past']],
    [{ cron: '0 0 31 2 *' }, ['refused', 'cron_never', 'cron:cron_never']],
    [{ at: AT, timezone: 'Mars/Base' }, ['refused', 'timezone_unknown', 'timezone:timezone_unknown']],
    [{ at: AT, flag: 'absent' }, ['refused', 'unknown_flag', 'flag:flag_absent']],
    [{ at: AT, environment: 'absent' }, ['refused', 'unknown_environment', 'environment:unknown_environment']],
  ])('%j', async (more, expected) => {
    expect(await wrong(more)).toEqual(expected);
  });

  it('instructions that could not be applied now, or not a second time', async () => {
    const instructions = [
      { kind: 'turnOn' },
      { kind: 'addRule', rule: { id: 'r1', conditions: [], rollout: { percentage: 100_001 } } },
    ];
    expect((await wrong({ at: AT, instructions })).slice(0, 2)).toEqual(['refused', 'change_refused']);
    const absent = [{ kind: 'turnOn' }, { kind: 'removeRule', id: 'absent' }];
    expect(await wrong({ at: AT, instructions: absent })).toEqual([
      'refused',
      'change_refused',
      'instructions.1.id:rule_absent',
    ]);
    const once = [{ kind: 'addRule', rule: { conditions: [] } }];
    expect((await wrong({ cron: '0 9 * * *', instructions: once })).slice(0, 2)).toEqual(['refused', 'not_repeatable']);
    expect(await create({ at: AT, instructions: once })).toMatchObject({ status: 'waiting' });
  });
});

describe('changing one', () => {
  const update = (id: string, version: number, more: object) =>
    updateSchedule(services.as('developer'), { id, version, ...more });

  it('pauses it, lets it go on, and moves it', async () => {
    const { id } = await create();
    expect(await update(id, 1, { enabled: false })).toMatchObject({
      status: 'paused',
      enabled: false,
      nextRunAt: null,
    });
    expect((await refusal(update(id, 1, { enabled: true }))).code).toBe('version_conflict');
    expect(await update(id, 2, { enabled: true })).toMatchObject({
      status: 'waiting',
      nextRunAt: '2026-03-03T09:00:00.000Z',
    });
    expect(await update(id, 3, { cron: '@daily' })).toMatchObject({
      at: null,
      cron: '@daily',
      nextRunAt: '2026-03-03T00:00:00.000Z',
    });
    expect(await update(id, 4, { timezone: 'Asia/Tokyo' })).toMatchObject({ nextRunAt: '2026-03-02T15:00:00.000Z' });
    const audited = await services.db.auditEntry.findMany({ where: { flag }, orderBy: { seq: 'asc' } });
    expect(audited.slice(2).map(({ action }) => action)).toEqual([
      'schedule.pause',
      'schedule.resume',
      'schedule.update',
      'schedule.update',
    ]);
  });

  it('wants a new instant where the old one passed while it was paused', async () => {
    const { id } = await create();
    await update(id, 1, { enabled: false });
    services.setNow('2026-03-04T00:00:00Z');
    expect((await refusal(update(id, 2, { enabled: true }))).code).toBe('instant_past');
    expect(await update(id, 2, { enabled: true, at: '2026-03-05T00:00:00Z' })).toMatchObject({ status: 'waiting' });
  });

  it('is over once it was cancelled', async () => {
    const { id } = await create();
    expect((await refusal(cancelSchedule(services.as('viewer'), { id, version: 1 }))).kind).toBe('forbidden');
    await cancelSchedule(services.as('developer'), { id, version: 1 });
    expect((await refusal(update(id, 2, { enabled: true }))).code).toBe('schedule_closed');
    expect((await refusal(getSchedule(services.as('stranger'), { id }))).kind).toBe('not_found');
  });
});

it('waits for approval as a whole where the environment wants that', async () => {
  await services.db.environment.updateMany({ where: { key: 'staging' }, data: { requiredApprovals: 1 } });
  const make = (more: object = {}) =>
    createSchedule(services.as('editor'), body({ environment: 'staging', at: AT, ...more }));
  await expect(make()).rejects.toMatchObject({ kind: 'accepted', code: 'approval_pending' });
  expect((await listSchedules(services.as('viewer'), { flag })).total).toBe(0);
  expect(await make({ instructions: [{ kind: 'kill' }] })).toMatchObject({ status: 'waiting' });
  const approved = { ...services.as('editor'), approval: { id: 'request-1' } };
  expect(await createSchedule(approved, body({ environment: 'staging', at: AT }))).toMatchObject({
    requestId: 'request-1',
  });
  await services.db.environment.updateMany({ where: { key: 'staging' }, data: { requiredApprovals: 0 } });
});
