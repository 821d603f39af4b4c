import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findCalendarFeed } from './find-feed';
import { changeConfiguration } from '../configurations/change';
import { getConfiguration } from '../configurations/get';
import { createFlag } from '../flags/create';
import { createMembership } from '../memberships/create';
import { setOverride } from '../overrides/set';
import { createSchedule } from '../schedules/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { createTenant } from '../tenants/create';
import { getCalendarLink } from './get-link';
import { listCalendar } from './list';
import { shareCalendar } from './share';
import { unshareCalendar } from './unshare';

const environment = 'development';
/** The test's clock stands at 9:00 UTC of Monday, 2 March 2026. */
const WEEK = { from: '2026-03-02T00:00:00Z', to: '2026-03-09T00:00:00Z' };

let services: TestServices;
let count = 0;
let flag = '';

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  flag = `f${(count += 1)}`;
  await createFlag(services.as('editor'), { key: flag, type: 'boolean' });
});
afterAll(() => services.close());

const list = (more: object = {}) => listCalendar(services.as('viewer'), { ...WEEK, flag, ...more });
const schedule = (more: object) =>
  createSchedule(services.as('editor'), { flag, environment, instructions: [{ kind: 'turnOn' }], ...more });
const brief = ({ items }: Awaited<ReturnType<typeof list>>) =>
  items.map(({ kind, what, at, until }) => [kind, what, at, until].filter((part) => part !== null).join(' '));

async function environmentIdOf(): Promise<string> {
  const where = { projectId: services.projectId, key: environment };
  return (await services.db.environment.findFirstOrThrow({ where })).id;
}

async function addRule(rule: object): Promise<void> {
  const { version } = await getConfiguration(services.as('editor'), { flag, environment });
  const whole = { id: 'beta', name: 'Beta', operator: 'AND', conditions: [], serve: { variant: 'on' }, ...rule };
  const instructions = [{ kind: 'addRule', rule: whole }];
  await changeConfiguration(services.as('editor'), { flag, environment, version, instructions });
}

describe('the calendar', () => {
  it('has schedules: once, and each time of a cron expression in its zone', async () => {
    const once = await schedule({ at: '2026-03-03T10:00:00Z', description: 'Launch' });
    await schedule({ cron: '30 9 * * 1-5', timezone: 'Europe/Berlin', instructions: [{ kind: 'turnOff' }] });
    const view = await list();
    expect(brief(view)).toEqual([
      'schedule run 2026-03-03T08:30:00.000Z',
      'schedule run 2026-03-03T10:00:00.000Z',
      'schedule run 2026-03-04T08:30:00.000Z',
      'schedule run 2026-03-05T08:30:00.000Z',
      'schedule run 2026-03-06T08:30:00.000Z',
    ]);
    expect(view.items[1]).toMatchObject({ name: 'Launch', ref: once.id, flag, environment, outcome: null, count: 1 });
  });

  it('counts what comes often in a day as one, and ends in reasonable time', async () => {
    await schedule({ cron: '* * * * *' });
    const { items } = await list({ to: '2026-05-02T00:00:00Z' });
    expect(items).toHaveLength(61);
    expect(items[1]).toMatchObject({
      at: '2026-03-03T00:00:00.000Z',
      until: '2026-03-03T00:06:00.000Z',
      frequent: true,
    });
  });

  it('has ramps and windows of rules; recurring hours as bands, across a change of clocks', async () => {
    await addRule({
      rollout: { ramp: { from: 0, to: 100_000, startsAt: '2026-03-27T08:00:00Z', endsAt: '2026-03-28T08:00:00Z' } },
      window: { timezone: 'Europe/Berlin', recurring: { weekdays: ['fri', 'mon'], from: '09:00', to: '17:00' } },
    });
    expect(brief(await list({ from: '2026-03-27T09:00:00Z', to: '2026-03-31T00:00:00Z' }))).toEqual([
      'ramp band 2026-03-27T08:00:00.000Z 2026-03-28T08:00:00.000Z',
      'window band 2026-03-27T08:00:00.000Z 2026-03-27T16:00:00.000Z',
      'window band 2026-03-30T07:00:00.000Z 2026-03-30T15:00:00.000Z',
    ]);
    expect(brief(await list({ from: '2026-03-27T17:00:00Z', to: '2026-03-28T00:00:00Z' }))).toHaveLength(1);
    expect(brief(await list({ from: '2026-02-02T00:00:00Z', to: '2026-02-28T00:00:00Z' }))).toEqual([]);
  });

  it('adds up memberships of a flag and a day of the asked zone, and has ends of overrides', async () => {
    const ctx = services.as('editor');
    const window = { startDate: '2026-03-04', endDate: '2026-03-05', timezone: 'America/New_York' };
    for (const subject of ['a', 'b', 'c']) await createMembership(ctx, { flag, environment, subject, ...window });
    const { id } = await createTenant(services.as('admin'), { key: `t-${flag}` });
    await setOverride(services.inTenant({ id, key: `t-${flag}` }, 'editor'), {
      flag,
      environment,
      enabled: true,
      expiresAt: '2026-03-04T12:00:00Z',
    });
    const view = await list({ timezone: 'America/New_York' });
    expect(view.items).toMatchObject([
      { kind: 'membership', what: 'starts', count: 3, at: '2026-03-04T05:00:00.000Z', until: null },
      { kind: 'override', what: 'ends', count: 1, at: '2026-03-04T12:00:00.000Z' },
      { kind: 'membership', what: 'ends', count: 3, at: '2026-03-06T05:00:00.000Z' },
    ]);
  });

  it('marks two changes within an hour, and one of a rule that a ramp moves; not others', async () => {
    const first = await schedule({ at: '2026-03-03T10:00:00Z' });
    const near = await schedule({ at: '2026-03-03T10:59:00Z', instructions: [{ kind: 'turnOff' }] });
    const far = await schedule({ at: '2026-03-03T12:00:00Z', instructions: [{ kind: 'turnOff' }] });
    const ramp = { from: 0, to: 100_000, startsAt: '2026-03-04T00:00:00Z', endsAt: '2026-03-06T00:00:00Z' };
    await addRule({ rollout: { ramp } });
    const setRollout = { kind: 'setRollout', id: 'beta', rollout: { percentage: 5_000 } };
    const within = await schedule({ at: '2026-03-05T12:00:00Z', instructions: [setRollout] });
    const apart = await schedule({ at: '2026-03-05T15:00:00Z', instructions: [{ kind: 'turnOff' }] });
    const { items } = await list();
    const marked = items.filter(({ collides }) => collides.length > 0).map(({ ref }) => ref);
    expect(marked).toEqual([first.id, near.id, 'beta', within.id]);
    expect(items.map(({ ref }) => ref)).toEqual(expect.arrayContaining([far.id, apart.id]));
  });

  it('takes up to sixty of a day and counts the rest', async () => {
    const environmentId = await environmentIdOf();
    for (let part = 0; part < 3; part += 1) {
      await services.db.schedule.createMany({
        data: Array.from({ length: 25 }, (_, index) => ({
          ...{ id: `many-${part}-${index}`, projectId: services.projectId, flagId: flag, flag, instructions: {} },
          ...{ baseVersion: 1, timezone: 'UTC', description: '', status: 'waiting' },
          ...{
            authorKind: 'user',
            authorId: 'x',
            authorName: 'X',
            createdAt: services.now(),
            updatedAt: services.now(),
          },
          environmentId,
          nextRunAt: new Date('2026-03-05T12:00:00Z'),
        })),
      });
    }
    const view = await list();
    expect(view.items).toHaveLength(60);
    expect(view.more).toEqual([{ day: '2026-03-05', count: 15 }]);
  });

  it('has change requests that are to be applied', async () => {
    const { projectId } = services;
    await services.db.changeRequest.create({
      data: {
        ...{ id: `request-${flag}`, number: count, projectId, title: 'Open it', steps: [], flags: [flag] },
        ...{ authorKind: 'user', authorId: 'ana', authorName: 'Ana', status: 'scheduled' },
        ...{ createdAt: services.now(), updatedAt: services.now(), environments: [environment, 'production'] },
        applyAt: new Date('2026-03-03T10:30:00Z'),
      },
    });
    await schedule({ at: '2026-03-03T10:00:00Z' });
    expect((await list({ environment })).items).toMatchObject([
      { kind: 'schedule', collides: [expect.any(String)] },
      { kind: 'request', what: 'apply', name: 'Open it', number: count, outcome: 'scheduled' },
    ]);
    expect((await list({ environment: 'production' })).items).toMatchObject([{ kind: 'request', collides: [] }]);
  });

  it('refuses long periods, unknown zones and environments, and strangers', async () => {
    const codeOf = async (asked: object) => (await refusal(list(asked))).code;
    expect(await codeOf({ to: '2026-05-04T00:00:01Z' })).toBe('invalid');
    expect(await codeOf({ to: WEEK.from })).toBe('invalid');
    expect(await codeOf({ timezone: 'Moon/Crater' })).toBe('invalid');
    expect(await codeOf({ environment: 'nowhere' })).toBe('not_found');
    expect((await refusal(listCalendar(services.as('stranger'), WEEK))).kind).toBe('not_found');
  });
});

describe('a calendar link', () => {
  const secretOf = (url: string): string => new URL(url, 'http://localhost').searchParams.get('token') ?? '';

  it('is one for each person and project; a new one and its end make the old one worthless', async () => {
    const ctx = services.as('viewer');
    const first = secretOf((await shareCalendar(ctx, {})).url);
    const project = ctx.scope.projectKey;
    expect(await findCalendarFeed(services.db, project, first)).toMatchObject({ author: { id: ctx.actor.id } });
    expect(await findCalendarFeed(services.db, 'other', first)).toBeNull();
    const second = secretOf((await shareCalendar(ctx, {})).url);
    expect(await findCalendarFeed(services.db, project, first)).toBeNull();
    expect((await services.db.calendarFeed.findMany()).map(({ hash }) => hash)).not.toContain(second);
    expect(await getCalendarLink(ctx, {})).toEqual({ createdAt: services.now().toISOString() });
    await unshareCalendar(ctx, {});
    expect(await findCalendarFeed(services.db, project, second)).toBeNull();
    expect(await getCalendarLink(ctx, {})).toEqual({ createdAt: null });
    await unshareCalendar(ctx, {});
    const actions = await services.db.auditEntry.findMany({ where: { action: { startsWith: 'calendar.' } } });
    expect(actions.map(({ action }) => action)).toEqual(['calendar.share', 'calendar.share', 'calendar.unshare']);
    expect(JSON.stringify(actions)).not.toContain(second);
  });
});
