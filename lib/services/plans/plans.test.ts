import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createSegment } from '../segments/create';
import { race, refusal } from '../testing';
import { advancePlan } from './advance';
import { createPlan } from './create';
import { getPlan } from './get';
import { pausePlan } from './pause';
import { previewPlan } from './preview';
import { removePlan } from './remove';
import { resumePlan } from './resume';
import { rollbackPlan } from './rollback';
import { startPlan } from './start';
import { PLAN_TEMPLATES } from './templates';
import { updatePlan } from './update';
import { createPlanWorld, DAY, GUARDED, IDLE, PROGRESSIVE, ROLES, STAGED, stands } from './testing';

let made: Awaited<ReturnType<typeof createPlanWorld>>;

beforeAll(async () => {
  made = await createPlanWorld();
});
beforeEach(() => made.renew());
afterAll(() => made.services.close());

describe('a staged rollout', () => {
  it('goes its way by the clock, once each, and completes', async () => {
    const plan = await made.begin(STAGED, 'production');
    expect(stands(plan)).toEqual(['running', 0]);
    expect(plan.steps.map(({ from }) => from?.slice(0, 10))).toEqual([
      '2026-03-02',
      '2026-03-05',
      '2026-03-10',
      '2026-03-17',
    ]);
    expect(plan.completesAt).toBe('2026-03-22T09:00:00.000Z');
    expect(await made.config('production')).toMatchObject({
      state: 'on',
      default: { variant: 'off' },
      rules: [
        {
          id: `plan-${plan.id}-0`,
          conditions: [{ attribute: 'groups', operator: 'in', value: ['internal-testers'] }],
          serve: { variant: 'on' },
          rollout: { percentage: 5_000 },
        },
      ],
    });
    made.later(3 * DAY - 1);
    expect(await made.tick()).toEqual(IDLE);
    made.later(1);
    expect(await made.tick()).toEqual({ outcome: 'ok', report: { advanced: 1 } });
    expect(await made.tick()).toEqual(IDLE);
    expect(await made.rollouts('production')).toEqual([5_000, 20_000]);
    for (const days of [5, 7]) {
      made.later(days * DAY);
      await made.tick();
    }
    // The same people, everybody, share one rule: it only rises.
    expect(await made.rollouts('production')).toEqual([5_000, 20_000, 100_000]);
    made.later(5 * DAY);
    expect(await made.tick()).toEqual({ outcome: 'ok', report: { completed: 1 } });
    const done = await made.get(plan);
    expect(stands(done)).toEqual(['completed', 3]);
    expect(done.events.map(({ clock }) => clock)).toEqual([true, true, true, true, false, false]);
    expect(done.events.map(({ kind }) => kind)).toEqual([
      'completed',
      ...['advanced', 'advanced', 'advanced', 'started'],
      'created',
    ]);
    expect(await made.rollouts('production')).toEqual([5_000, 20_000, 100_000]);
  });

  it('that was silent for long takes one step, and counts its duration from then', async () => {
    const plan = await made.begin(STAGED, 'production');
    made.later(30 * DAY);
    await made.tick();
    await made.tick();
    const { step, nextAt } = await made.get(plan);
    expect([step, nextAt]).toEqual([1, '2026-04-06T09:00:00.000Z']);
  });

  it('is advanced once by twenty who try at the same time', async () => {
    const plan = await made.begin(STAGED, 'production');
    made.later(3 * DAY);
    await Promise.all(Array.from({ length: 20 }, () => made.tick()));
    expect(stands(await made.get(plan))).toEqual(['running', 1]);
    const byPeople = await race(5, () => advancePlan(made.editor(), { id: plan.id, step: 1 }));
    expect(byPeople).toEqual({ done: 1, plan_step: 4 });
    expect(await made.services.db.planEvent.count({ where: { planId: plan.id, kind: 'advanced' } })).toBe(2);
  });
});

describe('the other strategies', () => {
  it('by role: at once, and done', async () => {
    const plan = await made.begin(ROLES, 'staging');
    expect(stands(plan)).toEqual(['completed', 0]);
    const [rule] = (await made.config('staging')).rules;
    expect(rule?.conditions).toEqual([
      {
        operator: 'NOT',
        conditions: ['roles', 'role'].map((attribute) => ({ attribute, operator: 'in', value: ['guest', 'trial'] })),
      },
      {
        operator: 'OR',
        conditions: ['roles', 'role'].map((attribute) => ({
          attribute,
          operator: 'in',
          value: ['admin', 'manager', 'premium'],
        })),
      },
    ]);
  });

  it('from environment to environment: a gate without a value holds, and one that is met lets pass', async () => {
    const plan = await made.begin(PROGRESSIVE);
    made.later(2 * DAY);
    await made.tick();
    made.later(5 * DAY);
    expect(await made.tick()).toMatchObject({ report: { held: 1 } });
    expect(await made.tick()).toEqual(IDLE);
    expect(await made.get(plan)).toMatchObject({
      status: 'holding',
      step: 1,
      reason: { code: 'gate_without_value', params: { signal: 'errorRate', operator: 'lessThan', threshold: 0.01 } },
    });
    await made.post('staging', 'errorRate', 0.01);
    await made.tick();
    expect((await made.get(plan)).reason).toMatchObject({ code: 'gate_unmet', params: { value: 0.01 } });
    // Values of another flag, and those older than the window, say nothing.
    await createFlag(made.editor(), { key: `${made.world.flag}-other`, type: 'boolean' });
    made.later(3_600_001);
    await made.post('staging', 'errorRate', 0.001, { flag: `${made.world.flag}-other` });
    await made.tick();
    expect((await made.get(plan)).reason).toMatchObject({ code: 'gate_without_value' });
    // The flag's own value goes before the environment's.
    await made.post('staging', 'errorRate', 0.5);
    await made.post('staging', 'errorRate', 0.009, { flag: made.world.flag });
    expect(await made.tick()).toMatchObject({ report: { advanced: 1 } });
    expect(await made.rollouts('production')).toEqual([20_000]);
    made.later(3 * DAY);
    await made.post('production', 'errorRate', 0.004);
    await made.post('production', 'performance', 0.95);
    await made.tick();
    expect((await made.get(plan)).reason).toMatchObject({ code: 'gate_unmet', params: { signal: 'performance' } });
    await made.post('production', 'performance', 0.951);
    expect(await made.tick()).toMatchObject({ report: { completed: 1 } });
    expect(await made.rollouts('production')).toEqual([100_000]);
  });

  it('combined: a segment of a group’s key is meant before the attribute, and fields may stand beside the name', async () => {
    await createSegment(made.editor(), { key: `segment-${made.world.count}`, name: 'Segment' });
    const plan = await createPlan(made.editor(), {
      flag: made.world.flag,
      strategy: 'combined',
      environment: 'staging',
      steps: [
        { targetGroups: [`segment-${made.world.count}`, 'crew'], percentage: 12.5, duration: '90m' },
        { environment: 'production', excludedRoles: ['guest'] },
      ],
      unit: 'company',
      seed: 'one',
    });
    expect(plan.environments).toEqual(['staging', 'production']);
    expect(plan.steps[0]?.segments).toEqual([`segment-${made.world.count}`]);
    await startPlan(made.editor(), { id: plan.id });
    expect((await made.config('staging')).rules).toMatchObject([
      {
        conditions: [
          {
            operator: 'OR',
            conditions: [
              { segment: `segment-${made.world.count}` },
              { attribute: 'groups', operator: 'in', value: ['crew'] },
            ],
          },
        ],
        rollout: { percentage: 12_500, unit: 'company', seed: 'one' },
      },
    ]);
  });

  it('keep what others ask for: their rules go before, and what is on already is not taken away', async () => {
    await made.change('development', [{ kind: 'turnOn' }]);
    const full = { strategy: 'combined', steps: [{ environment: 'development' }] };
    expect(
      (await made.create({ ...full, steps: [{ environment: 'development', percentage: 50 }] })).warnings,
    ).toMatchObject([{ path: 'strategy.steps.0', code: 'served_to_all', params: { environment: 'development' } }]);
    const plan = await made.begin(full);
    expect(stands(plan)).toEqual(['completed', 0]);
    expect((await made.config('development')).rules).toEqual([]);
  });
});

describe('people', () => {
  it('pause it, and what was left of the step is waited for after', async () => {
    const plan = await made.begin(STAGED, 'production');
    made.later(DAY);
    const paused = await pausePlan(made.editor(), { id: plan.id });
    expect(paused).toMatchObject({
      status: 'paused',
      left: 2 * DAY,
      nextAt: null,
      acts: ['edit', 'resume', 'rollback'],
    });
    made.later(10 * DAY);
    expect(await made.tick()).toEqual(IDLE);
    await resumePlan(made.editor(), { id: plan.id });
    made.later(2 * DAY - 1);
    expect(await made.tick()).toEqual(IDLE);
    made.later(1);
    expect(await made.tick()).toMatchObject({ report: { advanced: 1 } });
  });

  it('change of a paused one what is still to come, and nothing of what was', async () => {
    const plan = await made.begin(STAGED, 'production');
    const { version } = await pausePlan(made.editor(), { id: plan.id });
    const [first, ...rest] = STAGED.phases;
    const patch = (phases: object[]) =>
      updatePlan(made.editor(), { id: plan.id, version, strategy: { ...STAGED, phases } });
    expect((await refusal(patch([{ ...first, percentage: 6 }, ...rest]))).at).toEqual([
      'strategy.phases.0:plan_past_steps',
    ]);
    const changed = await patch([{ ...first, duration: '1d' }, { percentage: 30 }]);
    expect(changed.steps.map(({ percentage }) => percentage)).toEqual([5, 30]);
    expect((await refusal(patch(STAGED.phases))).code).toBe('version_conflict');
  });

  it('advance it without waiting; gates are passed by force and a comment alone', async () => {
    const gated = {
      percentage: 10,
      duration: '1d',
      requiredMetrics: { errorRate: { operator: 'lessThan', value: 1 } },
    };
    const { id } = await made.begin(
      { strategy: 'staged-rollout', phases: [gated, { percentage: 50, duration: '1d' }] },
      'staging',
    );
    const refused = await refusal(advancePlan(made.editor(), { id }));
    expect([refused.code, refused.at]).toEqual(['plan_gate', ['strategy.phases.0:gate_without_value']]);
    expect((await refusal(advancePlan(made.editor(), { id, force: true }))).code).toBe('plan_force_comment');
    const forced = await advancePlan(made.editor(), { id, force: true, comment: 'seen elsewhere' });
    expect(forced.events[0]).toMatchObject({ kind: 'advanced', forced: true, comment: 'seen elsewhere' });
    expect(stands(await advancePlan(made.editor(), { id }))).toEqual(['completed', 1]);
    expect((await refusal(advancePlan(made.editor(), { id }))).code).toBe('plan_state');
  });

  it('roll all of it back, in every environment', async () => {
    const plan = await made.begin(PROGRESSIVE);
    for (const _ of [1, 2]) await advancePlan(made.editor(), { id: plan.id, force: true, comment: 'hurry' });
    const back = await rollbackPlan(made.editor(), { id: plan.id });
    expect(stands(back)).toEqual(['rolledBack', null]);
    for (const environment of ['development', 'staging', 'production']) {
      expect(await made.config(environment)).toMatchObject({ state: 'off', rules: [], default: { variant: 'on' } });
    }
    expect(stands(await rollbackPlan(made.editor(), { id: plan.id }))).toEqual(['rolledBack', null]);
    expect(stands(await startPlan(made.editor(), { id: plan.id }))).toEqual(['running', 0]);
  });

  it('roll back what is the plan’s, where others changed the flag since, and it says so', async () => {
    const plan = await made.begin(GUARDED, 'production');
    await made.change('production', [
      { kind: 'turnOff' },
      { kind: 'turnOn' },
      { kind: 'setOffVariant', variant: null },
    ]);
    await made.change('production', [
      { kind: 'setRollout', id: `plan-${plan.id}-0`, rollout: { percentage: 1 } },
      { kind: 'turnOff' },
    ]);
    const back = await rollbackPlan(made.editor(), { id: plan.id });
    expect(back.events[0]).toMatchObject({ kind: 'rolledBack', partly: true });
    // Turned on by others, it must not serve everybody by the default from before.
    expect(await made.config('production')).toMatchObject({ offVariant: null, rules: [], default: { variant: 'off' } });
  });

  it('delete it once it is over', async () => {
    const plan = await made.begin(STAGED, 'production');
    expect((await refusal(removePlan(made.editor(), { id: plan.id, version: plan.version }))).code).toBe('plan_active');
    const { version } = await rollbackPlan(made.editor(), { id: plan.id });
    await removePlan(made.editor(), { id: plan.id, version });
    expect((await refusal(getPlan(made.editor(), { id: plan.id }))).kind).toBe('not_found');
  });
});

it('a preview tells dates and changes, and stores nothing', async () => {
  const preview = await previewPlan(made.services.as('viewer'), {
    flag: made.world.flag,
    environment: 'production',
    strategy: STAGED,
  });
  expect(preview.completesAt).toBe('2026-03-22T09:00:00.000Z');
  expect(preview.steps.map(({ messages }) => messages.map(({ id }) => id))).toEqual([
    ['instruction.setDefault', 'instruction.turnOn', 'instruction.addRule'],
    ['instruction.addRule'],
    ['instruction.addRule'],
    ['instruction.changeRollout'],
  ]);
  expect(preview.warnings.map(({ code }) => code)).toEqual(['group_unknown', 'group_unknown', 'group_unknown']);
  expect(await made.services.db.plan.count()).toBe(0);
});

it('templates are plans that can be made', async () => {
  for (const { strategy } of PLAN_TEMPLATES) await made.create(strategy, 'production');
  expect(await made.services.db.plan.count()).toBe(PLAN_TEMPLATES.length);
});
