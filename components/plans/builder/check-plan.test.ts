import { describe, expect, it } from 'vitest';
import { checkPlan } from './check-plan';
import { type GateDraft, newStep, type PlanDraft } from './plan-draft';

const gate = (signal: string, value: number | null = 1): GateDraft => ({
  signal,
  operator: 'lessThan',
  value,
  window: '',
});
const DRAFT: PlanDraft = {
  flag: 'checkout',
  name: '',
  description: '',
  environment: 'production',
  kind: 'staged-rollout',
  includedRoles: [],
  excludedRoles: [],
  steps: [newStep('a', 10), newStep('b')],
  guardrails: [],
  variant: '',
  unit: '',
  seed: '',
};
const found = (changes: Partial<PlanDraft>): string[][] =>
  checkPlan({ ...DRAFT, ...changes }).map(({ path, code }) => [path, code]);
const withGates = (...gates: GateDraft[]): string[][] => found({ steps: [{ ...newStep('a', 10), gates }] });

describe('checking the draft of a plan', () => {
  it('finds nothing wrong with one that is complete', () => {
    expect(found({})).toEqual([]);
    expect(withGates(gate('errorRate'), gate('http.p95'))).toEqual([]);
  });

  it('names each place that is wrong', () => {
    expect(found({ flag: '' }).map(([path]) => path)).toEqual(['flag']);
    expect(found({ environment: '' })).toEqual([['environment', 'plan_environment']]);
    expect(found({ steps: [newStep('a', 101)] }).map(([path]) => path)).toEqual(['steps.0.percentage']);
    expect(found({ steps: [{ ...newStep('a', 10), duration: 'soon' }] })).toEqual([
      ['steps.0.duration', 'duration_form'],
    ]);
    expect(found({ kind: 'role-based' })).toEqual([['includedRoles', 'plan_roles']]);
    expect(found({ kind: 'progressive-environment' }).map(([path]) => path)).toEqual([
      'steps.0.environment',
      'steps.1.environment',
    ]);
  });

  it('wants each signal named, and once', () => {
    expect(withGates(gate(''))).toEqual([['steps.0.gates.0.signal', 'signal_missing']]);
    expect(withGates(gate('errorRate'), gate('errorRate'))).toEqual([['steps.0.gates.1.signal', 'signal_twice']]);
    expect(withGates(gate('errorRate', null)).map(([path]) => path)).toEqual(['steps.0.gates.0.value']);
  });
});
