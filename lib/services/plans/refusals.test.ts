import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { refusal } from '../testing';
import { createPlan } from './create';
import { previewPlan } from './preview';
import { startPlan } from './start';
import { createPlanWorld, PROGRESSIVE, ROLES, STAGED, stands } from './testing';

let made: Awaited<ReturnType<typeof createPlanWorld>>;

beforeAll(async () => {
  made = await createPlanWorld();
});
beforeEach(() => made.renew());
afterAll(() => made.services.close());

describe('bad input', () => {
  const phases = (...steps: object[]) => ({ strategy: 'staged-rollout', phases: steps });

  it('of shape is 400, and nothing is stored', async () => {
    for (const step of [{ percentage: 101 }, { percentage: 5, duration: 'soon' }]) {
      expect((await refusal(made.create(phases(step), 'staging'))).kind).toBe('invalid');
    }
    expect((await refusal(made.create(STAGED))).at).toEqual(['environment:plan_environment']);
    expect(await made.services.db.plan.count()).toBe(0);
  });

  it('an absent flag is 422 by its path, in a plan and in a preview', async () => {
    const body = { flag: 'absent', strategy: PROGRESSIVE };
    for (const verb of [createPlan, previewPlan]) {
      const refused = await refusal(Promise.resolve(verb(made.editor(), body)));
      expect([refused.kind, refused.at]).toEqual(['refused', ['flag:flag_absent']]);
    }
  });

  it('absent environments are 422 by their path', async () => {
    const absent = {
      ...PROGRESSIVE,
      sequence: [
        { environment: 'development', percentage: 1 },
        { environment: 'moon', percentage: 1 },
      ],
    };
    const refused = await refusal(made.create(absent));
    expect([refused.kind, ...refused.at]).toEqual(['refused', 'strategy.sequence.1.environment:unknown_environment']);
    expect((await refusal(made.create(ROLES, 'moon'))).at).toEqual(['environment:unknown_environment']);
  });

  it('absent signals are warned of, and refused at the start by their path', async () => {
    const requiredMetrics = { neverPosted: { operator: 'lessThan', value: 1 } };
    const guardrails = [{ signal: 'alsoNever', operator: 'lessThan', value: 1 }];
    const { id, warnings } = await made.create(
      { ...phases({ percentage: 1, requiredMetrics }), guardrails },
      'staging',
    );
    expect(warnings.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'strategy.phases.0.requiredMetrics.neverPosted signal_absent',
      'strategy.guardrails.0 signal_absent',
    ]);
    const refused = await refusal(startPlan(made.editor(), { id }));
    expect([refused.code, ...refused.at]).toEqual([
      'plan_refused',
      'strategy.phases.0.requiredMetrics.neverPosted:signal_absent',
      'strategy.guardrails.0:signal_absent',
    ]);
    expect(await made.config('staging')).toMatchObject({ state: 'off', version: 1 });
    await made.post('staging', 'neverPosted', 1);
    await made.post('staging', 'alsoNever', 1);
    expect(stands(await startPlan(made.editor(), { id }))).toEqual(['running', 0]);
  });

  it('variants: one that is not there, and none where none is meant', async () => {
    expect((await refusal(made.create({ ...ROLES, variant: 'purple' }, 'staging'))).at).toEqual([
      'strategy.variant:unknown_variant',
    ]);
    const key = `${made.world.flag}-text`;
    await createFlag(made.editor(), {
      key,
      type: 'string',
      variants: [
        { key: 'a', value: 'a' },
        { key: 'b', value: 'b' },
      ],
    });
    const body = { flag: key, environment: 'staging', strategy: ROLES };
    expect((await refusal(createPlan(made.editor(), body))).at).toEqual(['strategy.variant:variant_needed']);
    const plan = await createPlan(made.editor(), { ...body, strategy: { ...ROLES, variant: 'b' } });
    expect(plan.variant).toBe('b');
  });

  it('a killed flag, and two plans at once in one place', async () => {
    await made.change('production', [{ kind: 'kill' }]);
    const { id } = await made.create(STAGED, 'production');
    expect((await refusal(startPlan(made.editor(), { id }))).code).toBe('flag_killed');
    await made.change('production', [{ kind: 'revive' }]);
    await startPlan(made.editor(), { id });
    const other = await made.create(ROLES, 'production');
    expect((await refusal(startPlan(made.editor(), { id: other.id }))).code).toBe('plan_collides');
  });
});
