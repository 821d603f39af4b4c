import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestServices, refusal, type TestServices } from '../testing';
import { getFunnel } from './funnel';

let services: TestServices;
let environmentId = '';
const NOW = '2026-03-31T12:00:00.000Z';
const on = (day: number): Date => new Date(Date.UTC(2026, 2, day, 12));

/** A subject that joined on a day of March and made these moves: `[stage, day]`. */
async function subject(key: string, joined: number, ...moves: [string, number][]): Promise<void> {
  const [stage, day] = moves.at(-1) ?? [null, joined];
  const place = { environmentId, key };
  await services.db.subject.create({
    data: {
      ...place,
      attributes: {},
      number: 1,
      joinedAt: on(joined),
      createdAt: on(30),
      updatedAt: on(30),
      stage,
      stageAt: stage === null ? null : on(day),
    },
  });
  for (const [index, [to, at]] of moves.entries()) {
    const from = moves[index - 1]?.[0] ?? null;
    await services.db.stageMove.create({
      data: { id: `${key}-${index}`, environmentId, subjectKey: key, from, to, at: on(at), why: {} },
    });
  }
}

beforeAll(async () => {
  services = await createTestServices();
  services.setNow(NOW);
  environmentId = (await services.db.environment.findFirstOrThrow({ where: { key: 'staging' } })).id;
});
afterAll(() => services.close());

describe('the funnel', () => {
  it('is empty without subjects', async () => {
    const view = await getFunnel(services.as('viewer'), { environment: 'staging' });
    expect(view).toMatchObject({ environment: 'staging', days: 7, total: 0, unstaged: 0 });
    expect(view.stages.map(({ key }) => key)).toEqual(['signup_complete', 'email_verified', 'profile_setup', 'active']);
    expect(view.stages[1]).toEqual({
      key: 'email_verified',
      name: 'E-mail verified',
      subjects: 0,
      reached: 0,
      medianDays: null,
      stuck: 0,
    });
  });

  it('counts who is in a stage, who got there, how long it took, and who stays', async () => {
    await subject('unknown', 1);
    await subject('stuck', 1, ['signup_complete', 1]);
    await subject('week', 24, ['signup_complete', 24]);
    await subject('slow', 1, ['signup_complete', 2], ['email_verified', 11]);
    await subject('skips', 1, ['signup_complete', 1], ['active', 3]);
    await subject('steady', 1, ['signup_complete', 1], ['email_verified', 5], ['profile_setup', 7], ['active', 9]);
    const view = await getFunnel(services.as('viewer'), { environment: 'staging' });
    expect([view.total, view.unstaged]).toEqual([6, 1]);
    const rows = view.stages.map(({ key, subjects, reached, medianDays, stuck }) => [
      key,
      subjects,
      reached,
      medianDays,
      stuck,
    ]);
    expect(rows).toEqual([
      // The one who has been there for seven days to the instant is not stuck yet.
      ['signup_complete', 2, 5, 0, 1],
      ['email_verified', 1, 3, 4, 1],
      ['profile_setup', 0, 2, 4, 0],
      ['active', 2, 2, 5, 0],
    ]);
    const patient = await getFunnel(services.as('viewer'), { environment: 'staging', days: '25' });
    expect([patient.days, patient.stages.map(({ stuck }) => stuck)]).toEqual([25, [1, 0, 0, 0]]);
    expect((await getFunnel(services.as('viewer'), { environment: 'production' })).total).toBe(0);
  });

  it('counts a subject that was before it joined as there at once', async () => {
    await subject('early', 20, ['signup_complete', 10]);
    const { stages } = await getFunnel(services.as('viewer'), { environment: 'staging' });
    expect(stages[0]?.medianDays).toBe(0);
  });

  it('is not there for strangers, nor for an environment that is not', async () => {
    const ask = (input: object, role: 'viewer' | 'stranger' = 'viewer') => refusal(getFunnel(services.as(role), input));
    expect((await ask({ environment: 'staging' }, 'stranger')).kind).toBe('not_found');
    expect((await ask({ environment: 'absent' })).kind).toBe('not_found');
    expect((await ask({ environment: 'staging', days: '0' })).kind).toBe('invalid');
    expect((await ask({})).kind).toBe('invalid');
  });
});
