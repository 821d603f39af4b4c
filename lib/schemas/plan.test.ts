import { describe, expect, it } from 'vitest';
import { issuesOf } from './issues';
import { planCreateSchema, planPatchSchema, strategyOf } from './plan';
import { planDurationMs } from './plan-duration';
import { signalPostSchema } from './signal';

// As people publish them: they must be accepted as they stand.
const PUBLISHED = [
  '{"strategy":"staged-rollout","phases":[{"percentage":5,"duration":"3d","targetGroups":["internal-testers"]},{"percentage":20,"duration":"5d","targetGroups":["beta-users","premium-users"]},{"percentage":50,"duration":"7d"},{"percentage":100,"duration":"5d"}]}',
  '{"strategy":"role-based","includedRoles":["admin","manager","premium"],"excludedRoles":["guest","trial"]}',
  '{"strategy":"progressive-environment","sequence":[{"environment":"development","percentage":100,"minDuration":"2d"},{"environment":"staging","percentage":100,"minDuration":"5d","requiredMetrics":{"errorRate":{"operator":"lessThan","value":0.01}}},{"environment":"production","percentage":20,"minDuration":"3d","requiredMetrics":{"errorRate":{"operator":"lessThan","value":0.005},"performance":{"operator":"greaterThan","value":0.95}}},{"environment":"production","percentage":100}]}',
] as const;

const wrong = (body: object): string[] => {
  const parsed = planCreateSchema.safeParse({ flag: 'f', environment: 'staging', ...body });
  return parsed.success ? [] : issuesOf(parsed.error).map(({ path, code }) => `${path}:${code}`);
};

describe('strategies', () => {
  it.each(PUBLISHED)('%s is taken as an object and beside its name, and kept as it stands', (json) => {
    const strategy: object = JSON.parse(json);
    for (const body of [{ strategy }, strategy]) {
      expect(wrong(body)).toEqual([]);
      const parsed = planCreateSchema.parse({ flag: 'f', environment: 'staging', ...body });
      expect(strategyOf(parsed)).toEqual(strategy);
    }
  });

  const phases = (...steps: object[]) => ({ strategy: { strategy: 'staged-rollout', phases: steps } });
  const sequence = (...steps: object[]) => ({ strategy: { strategy: 'progressive-environment', sequence: steps } });
  const gate = (more: object) =>
    phases({ percentage: 1, requiredMetrics: { errorRate: { operator: 'lessThan', value: 1, ...more } } });
  const guardrail = (more: object) => ({
    strategy: {
      strategy: 'role-based',
      includedRoles: ['a'],
      guardrails: [{ signal: 'e', operator: 'equals', value: 1, ...more }],
    },
  });
  const at = 'strategy.phases.0';

  it.each<[string, object, string]>([
    ['a percentage over 100', phases({ percentage: 101 }), `${at}.percentage:too_big_number`],
    ['a percentage under 0', phases({ percentage: -1 }), `${at}.percentage:too_small_number`],
    ['too fine a percentage', phases({ percentage: 0.0001 }), `${at}.percentage:percentage_fine`],
    ['a percentage in words', phases({ percentage: '5' }), `${at}.percentage:expected_number`],
    ['no percentage', phases({ duration: '1d' }), `${at}.percentage:expected_number`],
    ['no phases', phases(), 'strategy.phases:too_small_list'],
    ['too many', phases(...Array.from({ length: 51 }, () => ({ percentage: 1 }))), 'strategy.phases:too_big_list'],
    ['a duration in words', phases({ percentage: 1, duration: 'soon' }), `${at}.duration:duration_form`],
    ['a duration of nothing', phases({ percentage: 1, duration: '0d' }), `${at}.duration:duration_form`],
    ['a duration backwards', phases({ percentage: 1, duration: '-3d' }), `${at}.duration:duration_form`],
    ['a duration without end', phases({ percentage: 1, duration: '99999w' }), `${at}.duration:duration_form`],
    ['two durations', phases({ percentage: 1, duration: '1d', minDuration: '2d' }), `${at}.minDuration:duration_twice`],
    ['another operator', gate({ operator: 'matches' }), `${at}.requiredMetrics.errorRate.operator:invalid_choice`],
    ['a gate in words', gate({ value: '1' }), `${at}.requiredMetrics.errorRate.value:expected_number`],
    ['a window in words', gate({ window: 'long' }), `${at}.requiredMetrics.errorRate.window:duration_form`],
    ['a sequence in no place', sequence({ percentage: 1 }), 'strategy.sequence.0.environment:expected_string'],
    ['another breach', guardrail({ onBreach: 'cry' }), 'strategy.guardrails.0.onBreach:invalid_choice'],
    ['no roles', { strategy: { strategy: 'role-based' } }, 'strategy.includedRoles:plan_roles'],
    ['an unknown strategy', { strategy: { strategy: 'big-bang' } }, 'strategy.strategy:invalid_choice'],
    ['an unknown name', { strategy: 'big-bang' }, 'strategy:invalid'],
    ['no strategy', {}, 'strategy:invalid'],
    ['an unknown field', phases({ percentage: 1, colour: 'red' }), `${at}:unknown_field`],
    ['a field in the wrong place', { ...phases({ percentage: 1 }), seed: 's' }, 'seed:unknown_field'],
    ['another’s field', { strategy: 'role-based', includedRoles: ['a'], phases: [] }, ':unknown_field'],
    [
      'one beside its name',
      { strategy: 'staged-rollout', phases: [{ percentage: 200 }] },
      'phases.0.percentage:too_big_number',
    ],
    ['no environment', { ...phases({ percentage: 1 }), environment: undefined }, 'environment:plan_environment'],
  ])('%s is told by its path', (_, body, expected) => {
    expect(wrong(body)).toEqual([expected]);
  });

  it('are left out of a change of the name alone', () => {
    expect(planPatchSchema.safeParse({ id: 'i', version: 1, name: 'New' }).success).toBe(true);
    expect(planPatchSchema.safeParse({ id: 'i', version: 1, phases: [] }).success).toBe(false);
  });
});

it('durations are minutes, hours, days of 24 hours and weeks', () => {
  expect(['90m', '12h', '3d', '2w', '1.5h', '3 d', 'd', '3D', ''].map(planDurationMs)).toEqual([
    5_400_000,
    43_200_000,
    259_200_000,
    1_209_600_000,
    ...[null, null, null, null, null],
  ]);
});

describe('posted signals', () => {
  const ok = (body: object): boolean => signalPostSchema.safeParse({ environment: 'e', ...body }).success;
  it('are one, or a list', () => {
    expect(ok({ name: 'errorRate', value: 0.1, flag: 'f', at: '2026-03-02T09:00:00Z' })).toBe(true);
    expect(ok({ signals: [{ name: 'errorRate', value: 0.1 }] })).toBe(true);
    expect(ok({ name: 'errorRate' })).toBe(false);
    expect(ok({ value: 1 })).toBe(false);
    expect(ok({ name: 'a', value: 1, signals: [{ name: 'a', value: 1 }] })).toBe(false);
    expect(ok({ signals: [] })).toBe(false);
    expect(ok({ name: 'a b', value: 1 })).toBe(false);
    expect(ok({ name: 'a', value: Number.POSITIVE_INFINITY })).toBe(false);
    expect(ok({ name: 'a', value: '1' })).toBe(false);
    expect(ok({ name: 'a', value: 1, at: 'yesterday' })).toBe(false);
  });
});
