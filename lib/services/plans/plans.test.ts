import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { advancePlans } from '@/lib/jobs/advance-plans';
import { runTestJob } from '@/lib/jobs/testing';
import { applyRequest } from '../approvals/apply-request';
import { approveRequest } from '../approvals/decide';
import { changeConfiguration } from '../configurations/change';
import { getConfiguration } from '../configurations/get';
import type { ConfigurationView } from '../configurations/types';
import { archiveFlag } from '../flags/archive';
import { createFlag } from '../flags/create';
import { restoreFlag } from '../flags/restore';
import { createSegment } from '../segments/create';
import { postSignals } from '../signals/post';
import { createTestServices, race, refusal, TEST_NOW, type TestServices } from '../testing';
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
import type { PlanView } from './types';
import { updatePlan } from './update';

const STAGED = {
  strategy: 'staged-rollout',
  phases: [
    { percentage: 5, duration: '3d', targetGroups: ['internal-testers'] },
    { percentage: 20, duration: '5d', targetGroups: ['beta-users', 'premium-users'] },
    { percentage: 50, duration: '7d' },
    { percentage: 100, duration: '5d' },
  ],
};
const ROLES = {
  strategy: 'role-based',
  includedRoles: ['admin', 'manager', 'premium'],
  excludedRoles: ['guest', 'trial'],
};
const PROGRESSIVE = {
  strategy: 'progressive-environment',
  sequence: [
    { environment: 'development', percentage: 100, minDuration: '2d' },
    {
      environment: 'staging',
      percentage: 100,
      minDuration: '5d',
      requiredMetrics: { errorRate: { operator: 'lessThan', value: 0.01 } },
    },
    {
      environment: 'production',
      percentage: 20,
      minDuration: '3d',
      requiredMetrics: {
        errorRate: { operator: 'lessThan', value: 0.005 },
        performance: { operator: 'greaterThan', value: 0.95 },
      },
    },
    { environment: 'production', percentage: 100 },
  ],
};
const GUARDED = {
  strategy: 'staged-rollout',
  phases: [{ percentage: 10, duration: '1d' }, { percentage: 50, duration: '1d' }, { percentage: 100 }],
  guardrails: [{ signal: 'errorRate', operator: 'greaterThan', value: 0.02 }],
};
const DAY = 86_400_000;
const IDLE = { outcome: 'ok', report: {} };

let services: TestServices;
let flag = '';
let count = 0;

beforeAll(async () => {
  services = await createTestServices();
  for (const environment of ['development', 'staging', 'production']) await post(environment, 'errorRate', 0);
  await post('production', 'performance', 1);
});
beforeEach(async () => {
  await services.db.plan.deleteMany();
  await services.db.signal.updateMany({ data: { at: new Date('2020-01-01T00:00:00Z') } });
  services.setNow(TEST_NOW);
  count += 1;
  flag = `plan-flag-${count}`;
  await createFlag(editor(), { key: flag, type: 'boolean' });
});
afterAll(() => services.close());

const editor = () => services.as('editor');
const post = (environment: string, name: string, value: number, more: object = {}) =>
  postSignals(services.as('editor'), { environment, name, value, ...more });
const create = (strategy: object, environment?: string) =>
  createPlan(editor(), { flag, strategy, ...(environment && { environment }) });
const begin = async (strategy: object, environment?: string) =>
  startPlan(editor(), { id: (await create(strategy, environment)).id });
const get = ({ id }: { id: string }) => getPlan(editor(), { id });
const later = (ms: number) => services.setNow(new Date(services.now().getTime() + ms));
const tick = () =>
  runTestJob(services, advancePlans, { 'user-editor': services.as('editor'), 'user-admin': services.as('admin') });
const config = (environment: string): Promise<ConfigurationView> =>
  getConfiguration(editor(), { flag, environment }) as Promise<ConfigurationView>;
const change = async (environment: string, instructions: object[]) =>
  changeConfiguration(editor(), {
    flag,
    environment,
    version: (await config(environment)).version,
    instructions,
  });
const rollouts = async (environment: string) =>
  (await config(environment)).rules.map(({ rollout }) => rollout?.percentage);
const stands = ({ status, step }: PlanView) => [status, step];

describe('a staged rollout', () => {
  it('goes its way by the clock, once each, and completes', async () => {
    const plan = await begin(STAGED, 'production');
    expect(stands(plan)).toEqual(['running', 0]);
    expect(plan.steps.map(({ from }) => from?.slice(0, 10))).toEqual([
      '2026-03-02',
      '2026-03-05',
      '2026-03-10',
      '2026-03-17',
    ]);
    expect(plan.completesAt).toBe('2026-03-22T09:00:00.000Z');
    expect(await config('production')).toMatchObject({
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
    later(3 * DAY - 1);
    expect(await tick()).toEqual(IDLE);
    later(1);
    expect(await tick()).toEqual({ outcome: 'ok', report: { advanced: 1 } });
    expect(await tick()).toEqual(IDLE);
    expect(await rollouts('production')).toEqual([5_000, 20_000]);
    for (const days of [5, 7]) {
      later(days * DAY);
      await tick();
    }
    // The same people, everybody, share one rule: it only rises.
    expect(await rollouts('production')).toEqual([5_000, 20_000, 100_000]);
    later(5 * DAY);
    expect(await tick()).toEqual({ outcome: 'ok', report: { completed: 1 } });
    const done = await get(plan);
    expect(stands(done)).toEqual(['completed', 3]);
    expect(done.events.map(({ kind }) => kind)).toEqual([
      'completed',
      ...['advanced', 'advanced', 'advanced', 'started'],
      'created',
    ]);
    expect(await rollouts('production')).toEqual([5_000, 20_000, 100_000]);
  });

  it('that was silent for long takes one step, and counts its duration from then', async () => {
    const plan = await begin(STAGED, 'production');
    later(30 * DAY);
    await tick();
    await tick();
    const { step, nextAt } = await get(plan);
    expect([step, nextAt]).toEqual([1, '2026-04-06T09:00:00.000Z']);
  });

  it('is advanced once by twenty who try at the same time', async () => {
    const plan = await begin(STAGED, 'production');
    later(3 * DAY);
    await Promise.all(Array.from({ length: 20 }, tick));
    expect(stands(await get(plan))).toEqual(['running', 1]);
    const byPeople = await race(5, () => advancePlan(editor(), { id: plan.id, step: 1 }));
    expect(byPeople).toEqual({ done: 1, plan_step: 4 });
    expect(await services.db.planEvent.count({ where: { planId: plan.id, kind: 'advanced' } })).toBe(2);
  });
});

describe('the other strategies', () => {
  it('by role: at once, and done', async () => {
    const plan = await begin(ROLES, 'staging');
    expect(stands(plan)).toEqual(['completed', 0]);
    const [rule] = (await config('staging')).rules;
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
    const plan = await begin(PROGRESSIVE);
    later(2 * DAY);
    await tick();
    later(5 * DAY);
    expect(await tick()).toMatchObject({ report: { held: 1 } });
    expect(await tick()).toEqual(IDLE);
    expect(await get(plan)).toMatchObject({
      status: 'holding',
      step: 1,
      reason: { code: 'gate_without_value', params: { signal: 'errorRate', operator: 'lessThan', threshold: 0.01 } },
    });
    await post('staging', 'errorRate', 0.01);
    await tick();
    expect((await get(plan)).reason).toMatchObject({ code: 'gate_unmet', params: { value: 0.01 } });
    // Values of another flag, and those older than the window, say nothing.
    await createFlag(editor(), { key: `${flag}-other`, type: 'boolean' });
    later(3_600_001);
    await post('staging', 'errorRate', 0.001, { flag: `${flag}-other` });
    await tick();
    expect((await get(plan)).reason).toMatchObject({ code: 'gate_without_value' });
    // The flag's own value goes before the environment's.
    await post('staging', 'errorRate', 0.5);
    await post('staging', 'errorRate', 0.009, { flag });
    expect(await tick()).toMatchObject({ report: { advanced: 1 } });
    expect(await rollouts('production')).toEqual([20_000]);
    later(3 * DAY);
    await post('production', 'errorRate', 0.004);
    await post('production', 'performance', 0.95);
    await tick();
    expect((await get(plan)).reason).toMatchObject({ code: 'gate_unmet', params: { signal: 'performance' } });
    await post('production', 'performance', 0.951);
    expect(await tick()).toMatchObject({ report: { completed: 1 } });
    expect(await rollouts('production')).toEqual([100_000]);
  });

  it('combined: a segment of a group’s key is meant before the attribute, and fields may stand beside the name', async () => {
    await createSegment(editor(), { key: `segment-${count}`, name: 'Segment' });
    const plan = await createPlan(editor(), {
      flag,
      strategy: 'combined',
      environment: 'staging',
      steps: [
        { targetGroups: [`segment-${count}`, 'crew'], percentage: 12.5, duration: '90m' },
        { environment: 'production', excludedRoles: ['guest'] },
      ],
      unit: 'company',
      seed: 'one',
    });
    expect(plan.environments).toEqual(['staging', 'production']);
    expect(plan.steps[0]?.segments).toEqual([`segment-${count}`]);
    await startPlan(editor(), { id: plan.id });
    expect((await config('staging')).rules).toMatchObject([
      {
        conditions: [
          {
            operator: 'OR',
            conditions: [{ segment: `segment-${count}` }, { attribute: 'groups', operator: 'in', value: ['crew'] }],
          },
        ],
        rollout: { percentage: 12_500, unit: 'company', seed: 'one' },
      },
    ]);
  });

  it('keep what others ask for: their rules go before, and what is on already is not taken away', async () => {
    await change('development', [{ kind: 'turnOn' }]);
    const full = { strategy: 'combined', steps: [{ environment: 'development' }] };
    expect((await create({ ...full, steps: [{ environment: 'development', percentage: 50 }] })).warnings).toMatchObject(
      [{ path: 'strategy.steps.0', code: 'served_to_all', params: { environment: 'development' } }],
    );
    const plan = await begin(full);
    expect(stands(plan)).toEqual(['completed', 0]);
    expect((await config('development')).rules).toEqual([]);
  });
});

describe('guardrails', () => {
  it('roll back to before the step, with what was read in audit and event', async () => {
    const plan = await begin(GUARDED, 'production');
    later(DAY);
    await tick();
    await post('production', 'errorRate', 0.02);
    await tick();
    expect(await rollouts('production')).toEqual([50_000]);
    await post('production', 'errorRate', 0.03);
    expect(await tick()).toMatchObject({ report: { rolledBack: 1 } });
    const params = { signal: 'errorRate', operator: 'greaterThan', threshold: 0.02, value: 0.03 };
    const view = await get(plan);
    expect(view).toMatchObject({ status: 'rolledBack', step: 0, reason: { code: 'guardrail_breached', params } });
    expect(view.steps.map(({ state }) => state)).toEqual(['current', 'undone', 'upcoming']);
    expect(await rollouts('production')).toEqual([10_000]);
    const audited = await services.db.auditEntry.findFirst({
      where: { action: 'plan.rollBack' },
      orderBy: { seq: 'desc' },
    });
    expect(JSON.stringify(audited)).toContain('errorRate');
    const told = await services.db.outbox.findFirst({ where: { topic: 'plan.rollBack' }, orderBy: { id: 'desc' } });
    expect(JSON.stringify(told?.payload)).toContain('"threshold":0.02');
    // It goes on from there, and does not stumble over what is known.
    await resumePlan(editor(), { id: plan.id });
    expect(await tick()).toEqual(IDLE);
    later(DAY);
    expect(await tick()).toMatchObject({ report: { advanced: 1 } });
    expect(await rollouts('production')).toEqual([50_000]);
  });

  it('of the first step turn the flag off again', async () => {
    await begin(GUARDED, 'production');
    await post('production', 'errorRate', 0.5, { flag });
    await tick();
    expect(await config('production')).toMatchObject({ state: 'off', rules: [], default: { variant: 'on' } });
  });

  it('pause where the plan says so', async () => {
    const guardrails = [{ signal: 'errorRate', operator: 'greaterOrEqual', value: 0.02, onBreach: 'pause' }];
    const plan = await begin({ ...GUARDED, guardrails }, 'production');
    await post('production', 'errorRate', 0.02);
    expect(await tick()).toMatchObject({ report: { paused: 1 } });
    expect(await get(plan)).toMatchObject({ status: 'paused', reason: { code: 'guardrail_breached' } });
    expect(await rollouts('production')).toEqual([10_000]);
  });
});

describe('people', () => {
  it('pause it, and what was left of the step is waited for after', async () => {
    const plan = await begin(STAGED, 'production');
    later(DAY);
    const paused = await pausePlan(editor(), { id: plan.id });
    expect(paused).toMatchObject({
      status: 'paused',
      left: 2 * DAY,
      nextAt: null,
      acts: ['edit', 'resume', 'rollback'],
    });
    later(10 * DAY);
    expect(await tick()).toEqual(IDLE);
    await resumePlan(editor(), { id: plan.id });
    later(2 * DAY - 1);
    expect(await tick()).toEqual(IDLE);
    later(1);
    expect(await tick()).toMatchObject({ report: { advanced: 1 } });
  });

  it('change of a paused one what is still to come, and nothing of what was', async () => {
    const plan = await begin(STAGED, 'production');
    const { version } = await pausePlan(editor(), { id: plan.id });
    const [first, ...rest] = STAGED.phases;
    const patch = (phases: object[]) => updatePlan(editor(), { id: plan.id, version, strategy: { ...STAGED, phases } });
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
    const { id } = await begin(
      { strategy: 'staged-rollout', phases: [gated, { percentage: 50, duration: '1d' }] },
      'staging',
    );
    const refused = await refusal(advancePlan(editor(), { id }));
    expect([refused.code, refused.at]).toEqual(['plan_gate', ['strategy.phases.0:gate_without_value']]);
    expect((await refusal(advancePlan(editor(), { id, force: true }))).code).toBe('plan_force_comment');
    const forced = await advancePlan(editor(), { id, force: true, comment: 'seen elsewhere' });
    expect(forced.events[0]).toMatchObject({ kind: 'advanced', forced: true, comment: 'seen elsewhere' });
    expect(stands(await advancePlan(editor(), { id }))).toEqual(['completed', 1]);
    expect((await refusal(advancePlan(editor(), { id }))).code).toBe('plan_state');
  });

  it('roll all of it back, in every environment', async () => {
    const plan = await begin(PROGRESSIVE);
    for (const _ of [1, 2]) await advancePlan(editor(), { id: plan.id, force: true, comment: 'hurry' });
    const back = await rollbackPlan(editor(), { id: plan.id });
    expect(stands(back)).toEqual(['rolledBack', null]);
    for (const environment of ['development', 'staging', 'production']) {
      expect(await config(environment)).toMatchObject({ state: 'off', rules: [], default: { variant: 'on' } });
    }
    expect(stands(await rollbackPlan(editor(), { id: plan.id }))).toEqual(['rolledBack', null]);
    expect(stands(await startPlan(editor(), { id: plan.id }))).toEqual(['running', 0]);
  });

  it('roll back what is the plan’s, where others changed the flag since, and it says so', async () => {
    const plan = await begin(GUARDED, 'production');
    await change('production', [{ kind: 'turnOff' }, { kind: 'turnOn' }, { kind: 'setOffVariant', variant: null }]);
    await change('production', [
      { kind: 'setRollout', id: `plan-${plan.id}-0`, rollout: { percentage: 1 } },
      { kind: 'turnOff' },
    ]);
    const back = await rollbackPlan(editor(), { id: plan.id });
    expect(back.events[0]).toMatchObject({ kind: 'rolledBack', partly: true });
    // Turned on by others, it must not serve everybody by the default from before.
    expect(await config('production')).toMatchObject({ offVariant: null, rules: [], default: { variant: 'off' } });
  });

  it('delete it once it is over', async () => {
    const plan = await begin(STAGED, 'production');
    expect((await refusal(removePlan(editor(), { id: plan.id, version: plan.version }))).code).toBe('plan_active');
    const { version } = await rollbackPlan(editor(), { id: plan.id });
    await removePlan(editor(), { id: plan.id, version });
    expect((await refusal(getPlan(editor(), { id: plan.id }))).kind).toBe('not_found');
  });
});

describe('what stops the clock', () => {
  it('is whoever started it losing the right to', async () => {
    const plan = await begin(STAGED, 'production');
    later(3 * DAY);
    await runTestJob(services, advancePlans, {});
    expect(await get(plan)).toMatchObject({ status: 'paused', reason: { code: 'author_gone' } });
    await resumePlan(services.as('admin'), { id: plan.id });
    await runTestJob(services, advancePlans, { 'user-admin': services.as('developer') });
    expect(await get(plan)).toMatchObject({ status: 'paused', reason: { code: 'author_forbidden' } });
  });

  it('is the flag being turned off, killed, archived or replaced', async () => {
    const plan = await begin(STAGED, 'production');
    const reasonAfter = async (work: () => Promise<unknown>) => {
      await work();
      await tick();
      return (await get(plan)).reason?.code;
    };
    const again = () => resumePlan(editor(), { id: plan.id });
    expect(await reasonAfter(() => change('production', [{ kind: 'turnOff' }]))).toBe('flag_off');
    expect((await refusal(again())).code).toBe('plan_flag_off');
    await change('production', [{ kind: 'turnOn' }]);
    await again();
    expect(await reasonAfter(() => change('production', [{ kind: 'kill' }]))).toBe('flag_killed');
    await change('production', [{ kind: 'revive' }]);
    await again();
    expect(await reasonAfter(() => archiveFlag(editor(), { key: flag }))).toBe('flag_archived');
    await restoreFlag(editor(), { key: flag });
    await again();
    await services.db.flag.update({
      where: { projectId_keyFolded: { projectId: services.projectId, keyFolded: flag } },
      data: { id: `another-${flag}` },
    });
    expect(await reasonAfter(async () => {})).toBe('flag_absent');
    expect((await get(plan)).status).toBe('failed');
  });

  it('is five attempts that fail, without holding up the others', async () => {
    const stuck = await begin(STAGED, 'production');
    const first = flag;
    flag = `${first}-b`;
    await createFlag(editor(), { key: flag, type: 'boolean' });
    const fine = await begin(STAGED, 'production');
    // Somebody filled the flag with as many rules as it may have.
    const { version } = await config('production');
    const rules = Array.from({ length: 199 }, (_, index) => ({
      kind: 'addRule',
      rule: { id: `r${index}`, conditions: [{ attribute: 'plan', operator: 'equals', value: 'none' }] },
    }));
    await changeConfiguration(editor(), { flag: first, environment: 'production', version, instructions: rules });
    later(3 * DAY);
    expect(await tick()).toMatchObject({ outcome: 'partly', report: { failed: 1, advanced: 1 } });
    for (const _ of [2, 3, 4, 5]) await tick();
    expect(await get(stuck)).toMatchObject({
      status: 'failed',
      reason: { code: 'step_failed', params: { code: 'change_refused' } },
    });
    expect(stands(await get(fine))).toEqual(['running', 1]);
  });
});

describe('approvals', () => {
  const require = (requiredApprovals: number) =>
    services.db.environment.updateMany({ where: { key: 'production' }, data: { requiredApprovals } });

  it('are of the whole plan, once; its rollback goes with it', async () => {
    const { id } = await create(GUARDED, 'production');
    await require(1);
    try {
      const [ana, ben] = [await services.person('ana', 'editor'), await services.person('ben', 'editor')];
      expect((await refusal(startPlan(ana, { id }))).kind).toBe('accepted');
      expect((await get({ id })).status).toBe('draft');
      const request = await services.db.changeRequest.findFirstOrThrow({ where: { status: 'open' } });
      await approveRequest(ben, { id: request.id });
      await applyRequest(ana, { id: request.id });
      expect(await get({ id })).toMatchObject({ status: 'running', requestId: request.id });
      later(DAY);
      expect(await tick()).toMatchObject({ report: { advanced: 1 } });
      // Sooner than was approved is something else.
      expect((await refusal(advancePlan(editor(), { id }))).kind).toBe('accepted');
      await pausePlan(editor(), { id });
      expect(stands(await resumePlan(editor(), { id }))).toEqual(['running', 1]);
      expect(stands(await rollbackPlan(editor(), { id }))).toEqual(['rolledBack', null]);
    } finally {
      await require(0);
    }
  });

  it('that an environment wants by now stop a plan that has none', async () => {
    const plan = await begin(STAGED, 'production');
    await require(1);
    try {
      await tick();
      expect(await get(plan)).toMatchObject({ status: 'paused', reason: { code: 'approval_needed' } });
      expect((await refusal(resumePlan(editor(), { id: plan.id }))).kind).toBe('accepted');
      const freely = { id: plan.id, bypass: true, comment: 'an emergency' };
      expect(stands(await resumePlan(services.as('admin'), freely))).toEqual(['running', 0]);
      expect(await tick()).toEqual(IDLE);
    } finally {
      await require(0);
    }
  });
});

describe('bad input', () => {
  const phases = (...steps: object[]) => ({ strategy: 'staged-rollout', phases: steps });

  it('of shape is 400, and nothing is stored', async () => {
    for (const step of [{ percentage: 101 }, { percentage: 5, duration: 'soon' }]) {
      expect((await refusal(create(phases(step), 'staging'))).kind).toBe('invalid');
    }
    expect((await refusal(create(STAGED))).at).toEqual(['environment:plan_environment']);
    expect(await services.db.plan.count()).toBe(0);
  });

  it('absent environments are 422 by their path', async () => {
    const absent = {
      ...PROGRESSIVE,
      sequence: [
        { environment: 'development', percentage: 1 },
        { environment: 'moon', percentage: 1 },
      ],
    };
    const refused = await refusal(create(absent));
    expect([refused.kind, ...refused.at]).toEqual(['refused', 'strategy.sequence.1.environment:unknown_environment']);
    expect((await refusal(create(ROLES, 'moon'))).at).toEqual(['environment:unknown_environment']);
  });

  it('absent signals are warned of, and refused at the start by their path', async () => {
    const requiredMetrics = { neverPosted: { operator: 'lessThan', value: 1 } };
    const guardrails = [{ signal: 'alsoNever', operator: 'lessThan', value: 1 }];
    const { id, warnings } = await create({ ...phases({ percentage: 1, requiredMetrics }), guardrails }, 'staging');
    expect(warnings.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'strategy.phases.0.requiredMetrics.neverPosted signal_absent',
      'strategy.phases.0.guardrails signal_absent',
    ]);
    const refused = await refusal(startPlan(editor(), { id }));
    expect([refused.code, ...refused.at]).toEqual([
      'plan_refused',
      'strategy.phases.0.requiredMetrics.neverPosted:signal_absent',
      'strategy.phases.0.guardrails:signal_absent',
    ]);
    expect(await config('staging')).toMatchObject({ state: 'off', version: 1 });
    await post('staging', 'neverPosted', 1);
    await post('staging', 'alsoNever', 1);
    expect(stands(await startPlan(editor(), { id }))).toEqual(['running', 0]);
  });

  it('variants: one that is not there, and none where none is meant', async () => {
    expect((await refusal(create({ ...ROLES, variant: 'purple' }, 'staging'))).at).toEqual([
      'strategy.variant:unknown_variant',
    ]);
    const key = `${flag}-text`;
    await createFlag(editor(), {
      key,
      type: 'string',
      variants: [
        { key: 'a', value: 'a' },
        { key: 'b', value: 'b' },
      ],
    });
    const body = { flag: key, environment: 'staging', strategy: ROLES };
    expect((await refusal(createPlan(editor(), body))).at).toEqual(['strategy.variant:variant_needed']);
    const plan = await createPlan(editor(), { ...body, strategy: { ...ROLES, variant: 'b' } });
    expect(plan.variant).toBe('b');
  });

  it('a killed flag, and two plans at once in one place', async () => {
    await change('production', [{ kind: 'kill' }]);
    const { id } = await create(STAGED, 'production');
    expect((await refusal(startPlan(editor(), { id }))).code).toBe('flag_killed');
    await change('production', [{ kind: 'revive' }]);
    await startPlan(editor(), { id });
    const other = await create(ROLES, 'production');
    expect((await refusal(startPlan(editor(), { id: other.id }))).code).toBe('plan_collides');
  });
});

it('a preview tells dates and changes, and stores nothing', async () => {
  const preview = await previewPlan(services.as('viewer'), { flag, environment: 'production', strategy: STAGED });
  expect(preview.completesAt).toBe('2026-03-22T09:00:00.000Z');
  expect(preview.steps.map(({ messages }) => messages.map(({ id }) => id))).toEqual([
    ['instruction.setDefault', 'instruction.turnOn', 'instruction.addRule'],
    ['instruction.addRule'],
    ['instruction.addRule'],
    ['instruction.changeRollout'],
  ]);
  expect(preview.warnings.map(({ code }) => code)).toEqual(['group_unknown', 'group_unknown', 'group_unknown']);
  expect(await services.db.plan.count()).toBe(0);
});

it('templates are plans that can be made', async () => {
  for (const { strategy } of PLAN_TEMPLATES) await create(strategy, 'production');
  expect(await services.db.plan.count()).toBe(PLAN_TEMPLATES.length);
});
