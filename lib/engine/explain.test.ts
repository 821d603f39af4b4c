import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain } from './explain';
import type { ReservedAttributes } from './model';
import { type FlagSketch, type RulesetSketch, sketchRuleset } from './test-items';
import { type RuleTrace, TRACE_MESSAGES, type TraceStep } from './trace';
import type { EvaluationContext, KeyKind } from './types';

interface Case extends RulesetSketch {
  key?: string;
  context: EvaluationContext;
  now?: string;
  audience?: KeyKind;
  reserved?: ReservedAttributes;
}

function trace(one: Case): TraceStep[] {
  const now = Date.parse(one.now ?? '2026-01-01T00:00:00Z');
  return explain(sketchRuleset(one), one.key ?? 'f', one.context, now, { audience: one.audience }).trace;
}

function ruleTrace(one: Case): RuleTrace {
  const rule = trace(one).find((step) => step.step === 'rule');
  if (rule?.step !== 'rule') throw new Error('There is no rule in the trace.');
  return rule;
}

function idsIn(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('id' in value && 'params' in value && typeof value.id === 'string') found.add(value.id);
  for (const part of Object.values(value)) idsIn(part, found);
}

describe('an explanation', () => {
  it('has one entry per row and rule, in the order of evaluation, whatever answers', () => {
    const rules = [{}, { enabled: false }, {}];
    const order = ['found', 'killed', 'state', 'prerequisites', 'override', 'codeDefault', 'targets', 'memberships'];
    const verdicts = (configuration: FlagSketch['configuration']): [string, string][] =>
      trace({ flags: { f: { configuration: { rules, ...configuration } } }, context: {} }).map((step) => [
        step.step,
        step.verdict,
      ]);
    const steps = [...order, 'rule', 'rule', 'rule', 'default'];
    expect(verdicts({}).map(([step]) => step)).toEqual(steps);
    expect(verdicts({}).slice(8)).toEqual([
      ['rule', 'answered'],
      ['rule', 'skipped'],
      ['rule', 'skipped'],
      ['default', 'skipped'],
    ]);
    const killed = verdicts({ killed: true });
    expect(killed.map(([step]) => step)).toEqual(steps);
    expect(killed.map(([, verdict]) => verdict)).toEqual(['passed', 'answered', ...new Array(10).fill('skipped')]);
  });

  it('names what was expected, what was there, and the first condition that failed', () => {
    const conditions = [
      { attribute: 'plan', operator: 'equals' as const, value: 'pro' },
      {
        operator: 'OR' as const,
        conditions: [
          { attribute: 'age', operator: 'greaterThan' as const, value: 18 },
          { attribute: 'country', operator: 'in' as const, value: ['DE'] },
        ],
      },
      { attribute: 'email', operator: 'exists' as const },
    ];
    const rule = ruleTrace({
      flags: { f: { configuration: { rules: [{ conditions }] } } },
      context: { plan: 'pro', age: '20', email: 'a@b' },
    });
    expect([rule.verdict, rule.message.id, rule.firstFailing]).toEqual(['passed', 'rule.conditionsFail', '1.0']);
    expect(rule.conditions).toMatchObject({ kind: 'group', verdict: 'fail', settledBy: 1, path: '' });
    expect(rule.conditions?.conditions).toMatchObject([
      { path: '0', verdict: 'pass', expected: 'pro', actual: 'pro', counted: true },
      {
        path: '1',
        verdict: 'fail',
        settledBy: null,
        conditions: [
          { path: '1.0', verdict: 'fail', expected: 18, actual: '20', message: { id: 'condition.unreadable' } },
          {
            path: '1.1',
            verdict: 'fail',
            expected: ['DE'],
            actual: null,
            isPresent: false,
            message: { id: 'condition.missing' },
          },
        ],
      },
      { path: '2', verdict: 'pass', counted: false },
    ]);
  });

  it('shows the bucket and the ranges it was held against', () => {
    const split = [
      { variant: 'on', weight: 30_000 },
      { variant: 'off', weight: 70_000 },
    ];
    const rules = [{ rollout: { percentage: 99_999 }, serve: { split, unit: 'account' } }];
    const rule = ruleTrace({ flags: { f: { configuration: { rules } } }, context: { targetingKey: 'u1', account: 7 } });
    expect(rule.rollout).toMatchObject({
      purpose: 'in',
      unit: 'targetingKey',
      value: 'u1',
      ranges: [{ from: 0, to: 99_999, holds: true }],
    });
    expect(rule.split).toMatchObject({ purpose: 'split', unit: 'account', value: '7' });
    expect(rule.split?.ranges.map(({ variant, from, to }) => [variant, from, to])).toEqual([
      ['on', 0, 30_000],
      ['off', 30_000, 100_000],
    ]);
    const held = rule.split?.ranges.find((range) => range.holds);
    const bucket = rule.split?.bucket ?? -1;
    expect(bucket >= (held?.from ?? 0) && bucket < (held?.to ?? 0)).toBe(true);
    const everybody = ruleTrace({
      flags: { f: { configuration: { rules: [{ rollout: { percentage: 100_000 } }] } } },
      context: {},
    });
    expect(everybody.rollout).toMatchObject({ value: null, bucket: null });
  });

  it('shows prerequisites up to the first that is not met, and what each served', () => {
    const prerequisites = [
      { flag: 'a', variants: ['off'] },
      { flag: 'b', variants: ['on'] },
      { flag: 'c', variants: ['on'] },
    ];
    const steps = trace({ flags: { f: { configuration: { prerequisites } }, a: {}, b: {}, c: {} }, context: {} });
    expect(steps.find((step) => step.step === 'prerequisites')).toMatchObject({
      verdict: 'answered',
      prerequisites: [
        {
          flag: 'a',
          required: ['off'],
          verdict: 'pass',
          served: { variant: 'off', reason: 'STATIC', cause: 'default' },
        },
        { flag: 'b', required: ['on'], verdict: 'fail', message: { id: 'prerequisite.otherVariant' } },
      ],
    });
  });

  it("shows a segment's conditions once", () => {
    const conditions = [{ segment: 's' }, { segment: 's' }];
    const rule = ruleTrace({
      flags: { f: { configuration: { rules: [{ conditions }] } } },
      segments: { s: { conditions: [{ attribute: 'plan', operator: 'equals', value: 'pro' }] } },
      context: { plan: 'pro' },
    });
    const shown = rule.conditions?.conditions.map((one) => one.kind === 'segment' && one.conditions?.verdict);
    expect(shown).toEqual(['pass', undefined]);
  });

  it('can say every message of the catalogue, and no other', () => {
    const found = new Set<string>();
    for (const name of ['precedence', 'buckets', 'segments', 'ramps']) {
      const file: { cases: Case[] } = JSON.parse(
        readFileSync(new URL(`./cases/${name}.json`, import.meta.url), 'utf8'),
      );
      for (const one of file.cases) idsIn(trace(one), found);
    }
    const split = [
      { variant: 'on', weight: 50_000 },
      { variant: 'off', weight: 50_000 },
    ];
    const segments = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`s${index}`, { conditions: [{ segment: `s${index + 1}` }] }]),
    );
    const rules = [
      { conditions: [{ attribute: 'a', operator: 'equals' as const, value: 1 }] },
      { conditions: [{ segment: 's0' }] },
      { serve: { split, unit: 'account' } },
    ];
    const contexts: EvaluationContext[] = [{ a: null }, { a: 2 }, {}];
    for (const context of contexts)
      idsIn(trace({ flags: { f: { configuration: { rules } } }, segments, context }), found);
    idsIn(
      trace({
        flags: {
          f: { configuration: { rules: [{ conditions: [{ attribute: 'a', operator: 'lessThan', value: 1 }] }] } },
        },
        context: { a: 'x' },
      }),
      found,
    );
    const never = TRACE_MESSAGES.filter((id) => !found.has(id));
    expect([...found].filter((id) => !TRACE_MESSAGES.some((known) => known === id))).toEqual([]);
    expect(never).toEqual([]);
  });
});
