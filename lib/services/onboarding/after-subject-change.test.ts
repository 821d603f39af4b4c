import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/engine/types';
import { jsonOf } from '../json-of';
import { createTestServices, type TestServices } from '../testing';
import { transaction } from '../transaction';
import { afterSubjectChange, type Trigger } from './after-subject-change';
import { getOnboarding } from './get';
import { updateOnboarding } from './update';

let services: TestServices;
let environmentId = '';
let count = 0;
let subject = '';
const START = '2026-03-02T09:00:00.000Z';

const milestones = [
  {
    key: 'verified',
    conditions: [{ attribute: 'emailVerified', operator: 'equals', value: true }],
    stage: 'email_verified',
  },
  {
    key: 'power_user',
    conditions: [
      { attribute: 'counters.report', operator: 'greaterOrEqual', value: 3 },
      { operator: 'NOT', conditions: [{ attribute: 'blocked', operator: 'equals', value: true }] },
    ],
    stage: 'active',
  },
  { key: 'week', conditions: [{ attribute: 'daysSinceJoined', operator: 'greaterOrEqual', value: 7 }] },
  { key: 'leads', conditions: [{ attribute: 'roleAtLeast', operator: 'contains', value: 'manager' }] },
  { key: 'arrived', conditions: [{ attribute: 'stageIndex', operator: 'greaterOrEqual', value: 3 }] },
];

async function store(data: { attributes?: JsonObject; counters?: JsonObject; role?: string; tenant?: string } = {}) {
  const { attributes = {}, counters = {}, ...rest } = data;
  const where = { environmentId_key: { environmentId, key: subject } };
  const content = { attributes: jsonOf(attributes), counters: jsonOf(counters), ...rest, updatedAt: services.now() };
  await services.db.subject.upsert({
    where,
    create: { ...content, environmentId, key: subject, joinedAt: START, createdAt: START, number: 1 },
    update: content,
  });
}
const measured = (why: Trigger, ...keys: string[]) =>
  transaction(services.as('admin'), { environments: ['production'] }, (tx) =>
    afterSubjectChange(tx, tx.environment('production'), keys.length > 0 ? keys : [subject], why),
  );
async function progress() {
  const {
    stage,
    stageAt,
    milestones: reached,
    moves,
  } = await services.db.subject.findUniqueOrThrow({
    where: { environmentId_key: { environmentId, key: subject } },
    include: { milestones: { orderBy: { at: 'asc' } }, moves: { orderBy: { at: 'asc' } } },
  });
  return {
    stage,
    stageAt: stageAt?.toISOString(),
    reached: Object.fromEntries(reached.map(({ milestone, why }) => [milestone, why])),
    moves: moves.map(({ from, to, why }) => ({ from, to, why })),
  };
}

beforeAll(async () => {
  services = await createTestServices();
  environmentId = (await services.db.environment.findFirstOrThrow({ where: { key: 'production' } })).id;
  await updateOnboarding(services.as('admin'), {
    ...(await getOnboarding(services.as('admin'), {})),
    milestones,
  });
});
beforeEach(() => {
  count += 1;
  subject = `u${count}`;
  services.setNow(START);
});
afterAll(() => services.close());

describe('a subject that something was learnt of', () => {
  it('begins in the first stage', async () => {
    await store();
    expect(await measured({ identify: true })).toEqual([subject]);
    expect(await progress()).toEqual({
      stage: 'signup_complete',
      stageAt: START,
      reached: {},
      moves: [{ from: null, to: 'signup_complete', why: { identify: true } }],
    });
    expect(await measured({ identify: true })).toEqual([]);
    expect((await progress()).moves).toHaveLength(1);
  });

  it('reaches a milestone once, and says which event and count made it hold', async () => {
    await store({ counters: { report: 2 } });
    await measured({ event: 'report' });
    expect((await progress()).reached).toEqual({});
    services.setNow('2026-03-03T09:00:00.000Z');
    await store({ counters: { report: 3 } });
    await measured({ event: 'report' });
    const held = [{ attribute: 'counters.report', value: 3 }];
    const first = await progress();
    expect(first.reached.power_user).toEqual({ event: 'report', held });
    expect([first.stage, first.stageAt]).toEqual(['active', '2026-03-03T09:00:00.000Z']);
    await store({ counters: { report: 4 } });
    expect(await measured({ event: 'report' })).toEqual([]);
    expect((await progress()).reached.power_user).toEqual({ event: 'report', held });
  });

  it('skips stages in one move, and never goes back', async () => {
    await store({ counters: { report: 3 } });
    await measured({ event: 'report' });
    const why = { event: 'report', milestone: 'power_user' };
    expect((await progress()).moves).toEqual([{ from: null, to: 'active', why }]);
    await store({ attributes: { emailVerified: true }, counters: { report: 3 } });
    await measured({ identify: true });
    const { stage, moves, reached } = await progress();
    expect([stage, moves.length]).toEqual(['active', 1]);
    expect(reached.verified).toEqual({ identify: true, held: [{ attribute: 'emailVerified' }] });
  });

  it('reaches what the stage just entered makes hold', async () => {
    await store({ counters: { report: 9 } });
    await measured({ event: 'report' });
    expect((await progress()).reached.arrived).toEqual({
      event: 'report',
      held: [{ attribute: 'stageIndex', value: 3 }],
    });
  });

  it('reaches what days since joining bring, at whole periods of 24 hours', async () => {
    await store();
    services.setNow('2026-03-09T08:59:59.999Z');
    await measured({ read: true });
    expect((await progress()).reached).toEqual({});
    services.setNow('2026-03-09T09:00:00.000Z');
    await measured({ read: true });
    expect((await progress()).reached.week).toEqual({ read: true, held: [{ attribute: 'daysSinceJoined', value: 7 }] });
  });

  it('ranks by the project’s roles, and by those that a tenant ranks with them', async () => {
    await services.db.item.create({
      data: {
        environmentId,
        kind: 'tenant',
        key: 'acme',
        body: { v: 1, attributes: {}, roles: [{ key: 'foreman', ranksWith: 'manager' }] },
        fromNumber: 1,
        fromAt: START,
      },
    });
    await store({ role: 'employee' });
    await measured({ identify: true });
    expect((await progress()).reached).toEqual({});
    await store({ role: 'foreman' });
    await measured({ identify: true });
    expect((await progress()).reached).toEqual({});
    await store({ role: 'foreman', tenant: 'acme' });
    await measured({ identify: true });
    expect((await progress()).reached.leads).toEqual({ identify: true, held: [{ attribute: 'roleAtLeast' }] });
    await store({ role: 'admin' });
    await measured({ identify: true });
    expect(Object.keys((await progress()).reached)).toEqual(['leads']);
  });

  it('does not read what a subject says of its own progress', async () => {
    await store({ attributes: { stageIndex: 3, daysSinceJoined: 99, roleAtLeast: ['manager'], 'counters.report': 9 } });
    await measured({ identify: true });
    expect((await progress()).reached).toEqual({});
  });

  it('is measured with many others, and twice in one call is once', async () => {
    const keys = Array.from({ length: 1_200 }, (_, index) => `many-${String(index).padStart(4, '0')}`);
    await services.db.subject.createMany({
      data: keys.map((key) => ({
        environmentId,
        key,
        attributes: { emailVerified: true },
        number: 1,
        createdAt: START,
        updatedAt: START,
      })),
    });
    expect(await measured({ identify: true }, ...keys, ...keys, 'absent')).toHaveLength(1_200);
    const stages = await services.db.subject.groupBy({
      by: ['stage'],
      where: { key: { startsWith: 'many-' } },
      _count: true,
    });
    expect(stages).toEqual([{ stage: 'email_verified', _count: 1_200 }]);
    expect(await services.db.stageMove.count({ where: { subjectKey: { startsWith: 'many-' } } })).toBe(1_200);
  });
});
