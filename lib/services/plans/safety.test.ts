import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { archiveFlag } from '../flags/archive';
import { restoreFlag } from '../flags/restore';
import { changeConfiguration } from '../configurations/change';
import { applyRequest } from '../approvals/apply-request';
import { approveRequest } from '../approvals/decide';
import { refusal } from '../testing';
import { advancePlan } from './advance';
import { pausePlan } from './pause';
import { resumePlan } from './resume';
import { rollbackPlan } from './rollback';
import { startPlan } from './start';
import { createPlanWorld, DAY, GUARDED, IDLE, STAGED, stands } from './testing';

let made: Awaited<ReturnType<typeof createPlanWorld>>;

beforeAll(async () => {
  made = await createPlanWorld();
});
beforeEach(() => made.renew());
afterAll(() => made.services.close());

describe('guardrails', () => {
  it('roll back to before the step, with what was read in audit and event', async () => {
    const plan = await made.begin(GUARDED, 'production');
    made.later(DAY);
    await made.tick();
    await made.post('production', 'errorRate', 0.02);
    await made.tick();
    expect(await made.rollouts('production')).toEqual([50_000]);
    await made.post('production', 'errorRate', 0.03);
    expect(await made.tick()).toMatchObject({ report: { rolledBack: 1 } });
    const params = { signal: 'errorRate', operator: 'greaterThan', threshold: 0.02, value: 0.03 };
    const view = await made.get(plan);
    expect(view).toMatchObject({ status: 'rolledBack', step: 0, reason: { code: 'guardrail_breached', params } });
    expect(view.steps.map(({ state }) => state)).toEqual(['current', 'undone', 'upcoming']);
    expect(await made.rollouts('production')).toEqual([10_000]);
    const audited = await made.services.db.auditEntry.findFirst({
      where: { action: 'plan.rollBack' },
      orderBy: { seq: 'desc' },
    });
    expect(JSON.stringify(audited)).toContain('errorRate');
    const told = await made.services.db.outbox.findFirst({
      where: { topic: 'plan.rollBack' },
      orderBy: { id: 'desc' },
    });
    expect(JSON.stringify(told?.payload)).toContain('"threshold":0.02');
    // It goes on from there, and does not stumble over what is known.
    await resumePlan(made.editor(), { id: plan.id });
    expect(await made.tick()).toEqual(IDLE);
    made.later(DAY);
    expect(await made.tick()).toMatchObject({ report: { advanced: 1 } });
    expect(await made.rollouts('production')).toEqual([50_000]);
  });

  it('of the first step turn the flag off again', async () => {
    await made.begin(GUARDED, 'production');
    await made.post('production', 'errorRate', 0.5, { flag: made.world.flag });
    await made.tick();
    expect(await made.config('production')).toMatchObject({ state: 'off', rules: [], default: { variant: 'on' } });
  });

  it('pause where the plan says so', async () => {
    const guardrails = [{ signal: 'errorRate', operator: 'greaterOrEqual', value: 0.02, onBreach: 'pause' }];
    const plan = await made.begin({ ...GUARDED, guardrails }, 'production');
    await made.post('production', 'errorRate', 0.02);
    expect(await made.tick()).toMatchObject({ report: { paused: 1 } });
    expect(await made.get(plan)).toMatchObject({ status: 'paused', reason: { code: 'guardrail_breached' } });
    expect(await made.rollouts('production')).toEqual([10_000]);
  });
});

describe('what stops the clock', () => {
  it('is whoever started it losing the right to', async () => {
    const plan = await made.begin(STAGED, 'production');
    made.later(3 * DAY);
    await made.tick({});
    expect(await made.get(plan)).toMatchObject({ status: 'paused', reason: { code: 'author_gone' } });
    await resumePlan(made.services.as('admin'), { id: plan.id });
    await made.tick({ 'user-admin': made.services.as('developer') });
    expect(await made.get(plan)).toMatchObject({ status: 'paused', reason: { code: 'author_forbidden' } });
  });

  it('is the flag being turned off, killed, archived or replaced', async () => {
    const plan = await made.begin(STAGED, 'production');
    const reasonAfter = async (work: () => Promise<unknown>) => {
      await work();
      await made.tick();
      return (await made.get(plan)).reason?.code;
    };
    const again = () => resumePlan(made.editor(), { id: plan.id });
    expect(await reasonAfter(() => made.change('production', [{ kind: 'turnOff' }]))).toBe('flag_off');
    expect((await refusal(again())).code).toBe('plan_flag_off');
    await made.change('production', [{ kind: 'turnOn' }]);
    await again();
    expect(await reasonAfter(() => made.change('production', [{ kind: 'kill' }]))).toBe('flag_killed');
    await made.change('production', [{ kind: 'revive' }]);
    await again();
    expect(await reasonAfter(() => archiveFlag(made.editor(), { key: made.world.flag }))).toBe('flag_archived');
    await restoreFlag(made.editor(), { key: made.world.flag });
    await again();
    await made.services.db.flag.update({
      where: { projectId_keyFolded: { projectId: made.services.projectId, keyFolded: made.world.flag } },
      data: { id: `another-${made.world.flag}` },
    });
    expect(await reasonAfter(async () => {})).toBe('flag_absent');
    expect((await made.get(plan)).status).toBe('failed');
  });

  it('is five attempts that fail, without holding up the others', async () => {
    const stuck = await made.begin(STAGED, 'production');
    const first = made.world.flag;
    made.world.flag = `${first}-b`;
    await createFlag(made.editor(), { key: made.world.flag, type: 'boolean' });
    const fine = await made.begin(STAGED, 'production');
    // Somebody filled the flag with as many rules as it may have.
    const { version } = await made.config('production');
    const rules = Array.from({ length: 199 }, (_, index) => ({
      kind: 'addRule',
      rule: { id: `r${index}`, conditions: [{ attribute: 'plan', operator: 'equals', value: 'none' }] },
    }));
    await changeConfiguration(made.editor(), { flag: first, environment: 'production', version, instructions: rules });
    made.later(3 * DAY);
    expect(await made.tick()).toMatchObject({ outcome: 'partly', report: { failed: 1, advanced: 1 } });
    for (const _ of [2, 3, 4, 5]) await made.tick();
    expect(await made.get(stuck)).toMatchObject({
      status: 'failed',
      reason: { code: 'step_failed', params: { code: 'change_refused' } },
    });
    expect(stands(await made.get(fine))).toEqual(['running', 1]);
  });
});

describe('approvals', () => {
  const require = (requiredApprovals: number) =>
    made.services.db.environment.updateMany({ where: { key: 'production' }, data: { requiredApprovals } });

  it('are of the whole plan, once; its rollback goes with it', async () => {
    const { id } = await made.create(GUARDED, 'production');
    await require(1);
    try {
      const [ana, ben] = [await made.services.person('ana', 'editor'), await made.services.person('ben', 'editor')];
      expect((await refusal(startPlan(ana, { id }))).kind).toBe('accepted');
      expect((await made.get({ id })).status).toBe('draft');
      const request = await made.services.db.changeRequest.findFirstOrThrow({ where: { status: 'open' } });
      await approveRequest(ben, { id: request.id });
      await applyRequest(ana, { id: request.id });
      expect(await made.get({ id })).toMatchObject({ status: 'running', requestId: request.id });
      made.later(DAY);
      expect(await made.tick()).toMatchObject({ report: { advanced: 1 } });
      // Sooner than was approved is something else.
      expect((await refusal(advancePlan(made.editor(), { id }))).kind).toBe('accepted');
      await pausePlan(made.editor(), { id });
      expect(stands(await resumePlan(made.editor(), { id }))).toEqual(['running', 1]);
      expect(stands(await rollbackPlan(made.editor(), { id }))).toEqual(['rolledBack', null]);
    } finally {
      await require(0);
    }
  });

  it('that an environment wants by now stop a plan that has none', async () => {
    const plan = await made.begin(STAGED, 'production');
    await require(1);
    try {
      await made.tick();
      expect(await made.get(plan)).toMatchObject({ status: 'paused', reason: { code: 'approval_needed' } });
      expect((await refusal(resumePlan(made.editor(), { id: plan.id }))).kind).toBe('accepted');
      const freely = { id: plan.id, bypass: true, comment: 'an emergency' };
      expect(stands(await resumePlan(made.services.as('admin'), freely))).toEqual(['running', 0]);
      expect(await made.tick()).toEqual(IDLE);
    } finally {
      await require(0);
    }
  });
});
