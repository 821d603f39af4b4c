import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { getOnboarding } from './get';
import { getProgress } from './get-progress';
import { moveProgress } from './move-progress';
import { updateOnboarding } from './update';

let services: TestServices;
let environmentId = '';
let count = 0;
let targetingKey = '';
const START = '2026-03-02T09:00:00.000Z';
const STAGES = ['signup_complete', 'email_verified', 'profile_setup', 'active'];

const get = (role: 'viewer' | 'stranger' = 'viewer') =>
  getProgress(services.as(role), { environment: 'production', targetingKey });
const move = (asked: object, role: 'admin' | 'developer' | 'viewer' | 'stranger' = 'admin') =>
  moveProgress(services.as(role), { environment: 'production', targetingKey, ...asked });
const row = () =>
  services.db.subject.findUniqueOrThrow({
    where: { environmentId_key: { environmentId, key: targetingKey } },
    include: { moves: { orderBy: { id: 'asc' } } },
  });
const numberOf = async () =>
  (await services.db.environment.findUniqueOrThrow({ where: { id: environmentId } })).profileNumber;

beforeAll(async () => {
  services = await createTestServices();
  environmentId = (await services.db.environment.findFirstOrThrow({ where: { key: 'production' } })).id;
  await updateOnboarding(services.as('admin'), {
    ...(await getOnboarding(services.as('admin'), {})),
    milestones: [
      { key: 'week', conditions: [{ attribute: 'daysSinceJoined', operator: 'greaterOrEqual', value: 7 }] },
      { key: 'done', conditions: [{ attribute: 'stageIndex', operator: 'equals', value: 3 }] },
    ],
  });
});
beforeEach(async () => {
  count += 1;
  targetingKey = `u${count}`;
  services.setNow(START);
  await services.db.subject.create({
    data: {
      environmentId,
      key: targetingKey,
      attributes: {},
      counters: { report: 2 },
      number: 0,
      stage: 'signup_complete',
      stageAt: START,
      joinedAt: START,
      createdAt: START,
      updatedAt: START,
    },
  });
});
afterAll(() => services.close());

describe('reading', () => {
  it('says the stage among all, the counters and what is unlocked', async () => {
    expect(await get()).toEqual({
      stage: 'signup_complete',
      stageIndex: 0,
      stages: STAGES,
      counters: { report: 2 },
      unlocked: [],
      updatedAt: START,
    });
  });

  it('notices what time has brought, once, under a new number', async () => {
    const before = await numberOf();
    services.setNow('2026-03-09T09:00:00.000Z');
    const [first] = await Promise.all([get(), get(), get()]);
    expect(first).toMatchObject({ unlocked: ['week'], updatedAt: '2026-03-09T09:00:00.000Z' });
    expect([(await row()).version, (await row()).number, await numberOf()]).toEqual([2, before + 1, before + 1]);
    services.setNow('2026-03-10T09:00:00.000Z');
    expect(await get()).toEqual(first);
    expect(await numberOf()).toBe(before + 1);
  });

  it('is not there for strangers, nor a subject that nothing is known of', async () => {
    expect((await refusal(get('stranger'))).kind).toBe('not_found');
    targetingKey = 'nobody';
    expect((await refusal(get())).kind).toBe('not_found');
    targetingKey = '';
    expect((await refusal(get())).kind).toBe('invalid');
  });
});

describe('moving', () => {
  it('goes one stage on, or to a later one at once, and records each move with who asked', async () => {
    const before = await numberOf();
    expect(await move({ advance: true })).toMatchObject({ stage: 'email_verified', stageIndex: 1 });
    services.setNow('2026-03-03T09:00:00.000Z');
    expect(await move({ stage: 'active' })).toMatchObject({ stage: 'active', stageIndex: 3, unlocked: ['done'] });
    const { moves, stageAt, version, number } = await row();
    const why = { by: { id: 'user-admin', name: 'admin of the test' } };
    expect(moves.map(({ from, to, why: reason }) => [from, to, reason])).toEqual([
      ['signup_complete', 'email_verified', why],
      ['email_verified', 'active', why],
    ]);
    expect([stageAt?.toISOString(), version, number]).toEqual(['2026-03-03T09:00:00.000Z', 3, before + 2]);
    expect(services.committed).toContain(environmentId);
    const entry = await services.db.auditEntry.findFirstOrThrow({
      where: { action: 'subject.move' },
      orderBy: { seq: 'desc' },
    });
    expect([entry.environment, JSON.parse(entry.detail ?? '')]).toEqual([
      'production',
      { before: { targetingKey, stage: 'email_verified' }, after: { targetingKey, stage: 'active' } },
    ]);
  });

  it('changes nothing for a subject that is there', async () => {
    await move({ stage: 'profile_setup' });
    const before = await row();
    expect(await move({ stage: 'profile_setup' })).toMatchObject({ stage: 'profile_setup' });
    expect(await row()).toEqual(before);
  });

  it('never goes back, nowhere unknown, and not past the last', async () => {
    await move({ stage: 'profile_setup' });
    const back = await refusal(move({ stage: 'email_verified' }));
    expect([back.kind, back.code]).toEqual(['refused', 'stage_behind']);
    const unknown = await refusal(move({ stage: 'absent' }));
    expect([unknown.kind, unknown.code]).toEqual(['refused', 'stage_unknown']);
    await move({ advance: true });
    const last = await refusal(move({ advance: true }));
    expect([last.kind, last.code]).toEqual(['refused', 'stage_last']);
    for (const shape of [{}, { advance: false }, { stage: 'active', advance: true }, { stage: 7 }]) {
      expect((await refusal(move(shape))).kind).toBe('invalid');
    }
    expect((await row()).moves).toHaveLength(2);
  });

  it('is for who may edit subjects there', async () => {
    expect((await refusal(move({ advance: true }, 'viewer'))).kind).toBe('forbidden');
    expect((await refusal(move({ advance: true }, 'developer'))).kind).toBe('forbidden');
    expect((await refusal(move({ advance: true }, 'stranger'))).kind).toBe('not_found');
    targetingKey = 'nobody';
    expect((await refusal(move({ advance: true }))).kind).toBe('not_found');
  });
});

describe('many moves at once', () => {
  it('are steps of their own when each says one on: none is lost, none is made twice', async () => {
    expect(await race(20, () => move({ advance: true }))).toEqual({ done: 3, stage_last: 17 });
    expect((await row()).moves.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'signup_complete email_verified',
      'email_verified profile_setup',
      'profile_setup active',
    ]);
  });

  it('are one step when all say from where, whatever asks for it twice', async () => {
    const asked = { advance: true, from: 'signup_complete' };
    expect(await race(20, () => move(asked))).toEqual({ done: 1, stage_differs: 19 });
    const late = await refusal(move(asked));
    expect([late.kind, late.current]).toEqual(['conflict', await get()]);
    expect((await row()).moves.map(({ to }) => to)).toEqual(['email_verified']);
  });

  it('are one move when all name the stage', async () => {
    expect(await race(20, () => move({ stage: 'active' }))).toEqual({ done: 20 });
    expect((await row()).moves.map(({ to }) => to)).toEqual(['active']);
  });
});
