import { describe, expect, it } from 'vitest';
import { planCreateSchema, strategySchema } from '@/lib/schemas/plan';
import { issuesOf } from '@/lib/schemas/issues';
import { draftOf, draftPath, newStep, type PlanDraft, planBody, strategyJson } from './plan-draft';

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
      environment: 'production',
      percentage: 20,
      minDuration: '3d',
      requiredMetrics: {
        errorRate: { operator: 'lessThan', value: 0.005 },
        'http.p95': { operator: 'lessThan', value: 300, window: '30m' },
      },
    },
    { environment: 'production', percentage: 100 },
  ],
  guardrails: [{ signal: 'errorRate', operator: 'greaterThan', value: 0.05, onBreach: 'pause' }],
};

function draftFrom(json: unknown): PlanDraft {
  let made = 0;
  const strategy = draftOf(strategySchema.parse(json), () => `s${(made += 1)}`);
  return { flag: 'checkout', name: '', description: '', environment: 'production', ...strategy };
}

describe('the form of a plan', () => {
  it.each([
    ['staged', STAGED],
    ['by roles', ROLES],
    ['progressive', PROGRESSIVE],
  ])('writes a strategy as it was read: %s', (_name, json) => {
    const draft = draftFrom(json);
    expect(strategyJson(draft)).toEqual(json);
    expect(planCreateSchema.safeParse(planBody(draft)).error?.issues).toBeUndefined();
  });

  it('keeps its steps when another strategy is chosen', () => {
    const draft = { ...draftFrom(STAGED), kind: 'combined' as const };
    expect(strategyJson(draft)).toEqual({ strategy: 'combined', steps: STAGED.phases });
    const inTurn = { ...draft, kind: 'progressive-environment' as const };
    expect(strategyJson(inTurn)).toMatchObject({ sequence: [{ environment: '', minDuration: '3d' }, {}, {}, {}] });
  });

  it('shows what is wrong where it is', () => {
    const draft = draftFrom(PROGRESSIVE);
    expect(draftPath('strategy.sequence.1.percentage', draft)).toBe('steps.1.percentage');
    expect(draftPath('strategy.sequence.0.minDuration', draft)).toBe('steps.0.duration');
    expect(draftPath('strategy.sequence.1.requiredMetrics.http.p95.value', draft)).toBe('steps.1.gates.1.value');
    expect(draftPath('strategy.sequence.1.requiredMetrics.errorRate', draft)).toBe('steps.1.gates.0.signal');
    expect(draftPath('strategy.guardrails.0.window', draft)).toBe('guardrails.0.window');
    expect(draftPath('strategy.includedRoles', draft)).toBe('includedRoles');
    expect(draftPath('environment', draft)).toBe('environment');
  });

  it('sends what is not filled in as it is, so that it is refused', () => {
    const gates = [{ signal: 'errorRate', operator: 'lessThan' as const, value: null, window: '' }];
    const draft = { ...draftFrom(STAGED), steps: [{ ...newStep('a'), gates }] };
    const { error } = planCreateSchema.safeParse(planBody(draft));
    const paths = error ? issuesOf(error).map(({ path }) => draftPath(path, draft)) : [];
    expect(paths).toEqual(['steps.0.gates.0.value']);
  });
});
