import { describe, expect, it } from 'vitest';
import type { CheckTrace, ConditionTrace, GroupTrace, TraceStep } from '@/lib/engine/trace';
import type { JsonValue } from '@/lib/engine/types';
import { unlockedBy } from './unlocked-by';

const stages = ['signup', 'verified', 'profile', 'active'].map((key) => ({ key, name: key }));
const moves = [
  { from: null, to: 'signup', at: '2026-05-01T00:00:00.000Z', why: {} },
  { from: 'signup', to: 'profile', at: '2026-05-02T00:00:00.000Z', why: { identify: true } },
  { from: 'profile', to: 'active', at: '2026-05-03T00:00:00.000Z', why: { milestone: 'power_user' } },
];

const condition = (attribute: string, operator: string, expected: JsonValue, verdict = true): ConditionTrace => ({
  kind: 'condition',
  path: '0',
  counted: true,
  attribute,
  operator,
  expected,
  actual: null,
  isPresent: true,
  verdict: verdict ? 'pass' : 'fail',
  message: { id: 'condition.holds', params: {} },
});
const group = (operator: GroupTrace['operator'], conditions: CheckTrace[]): GroupTrace => ({
  kind: 'group',
  path: '',
  counted: true,
  verdict: 'pass',
  operator,
  conditions,
  settledBy: null,
});
const trace = (conditions: GroupTrace, verdict: TraceStep['verdict'] = 'answered'): TraceStep[] => [
  { step: 'rule', verdict, message: { id: 'rule.matches', params: {} }, index: 0, ruleId: 'r1', name: '', conditions },
];
const found = (...conditions: CheckTrace[]) => unlockedBy(trace(group('AND', conditions)), { moves }, stages);

describe('unlockedBy', () => {
  it('names the move and its milestone that a rule about stages waited for', () => {
    const active = { stage: 'active', at: moves[2]?.at, milestone: 'power_user' };
    expect(found(condition('stageIndex', 'greaterOrEqual', 3))).toEqual(active);
    expect(found(condition('stageIndex', 'greaterThan', 2))).toEqual(active);
    expect(found(condition('stage', 'equals', 'active'))).toEqual(active);
    expect(found(condition('stage', 'in', ['active', 'gone']))).toEqual(active);
  });

  it('takes a move beyond the stage asked for, and the furthest of several stages asked for', () => {
    expect(found(condition('stageIndex', 'greaterOrEqual', 1))).toEqual({
      stage: 'profile',
      at: moves[1]?.at,
      milestone: null,
    });
    const both = [condition('stageIndex', 'greaterOrEqual', 1), condition('stage', 'equals', 'active')];
    expect(found(...both)?.stage).toBe('active');
  });

  it('looks into groups that hold, but not into negated ones or conditions that failed', () => {
    const deep = condition('stageIndex', 'greaterOrEqual', 3);
    expect(found(group('OR', [condition('plan', 'equals', 'pro', false), deep]))?.stage).toBe('active');
    expect(found(group('NOT', [deep]))).toBeNull();
    expect(found(condition('stageIndex', 'greaterOrEqual', 3, false), condition('plan', 'equals', 'pro'))).toBeNull();
  });

  it('says nothing where onboarding decided nothing', () => {
    expect(found(condition('plan', 'equals', 'pro'))).toBeNull();
    expect(found(condition('stageIndex', 'greaterOrEqual', 0))).toBeNull();
    expect(
      unlockedBy(trace(group('AND', [condition('stage', 'equals', 'active')]), 'passed'), { moves }, stages),
    ).toBeNull();
    expect(unlockedBy([], { moves }, stages)).toBeNull();
  });
});
