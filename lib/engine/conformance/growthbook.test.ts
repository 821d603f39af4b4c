import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate';
import { explain } from '../explain';
import { sketchRuleset } from '../test-items';
import type { ConditionGroup, EvaluationContext } from '../types';

interface Rows {
  said: { case: number; group: ConditionGroup; context: EvaluationContext; expected: boolean }[];
  cannotBeSaid: { reason: string; cases: number[] }[];
}

// What GrowthBook's evalCondition cases (version 0.8.0, 248 of them) state, in our conditions.
const rows: Rows = JSON.parse(readFileSync(new URL('./growthbook.json', import.meta.url), 'utf8'));

describe('GrowthBook conditions', () => {
  it.each(rows.said.map((row): [number, Rows['said'][number]] => [row.case, row]))('case %d', (_, row) => {
    const ruleset = sketchRuleset({ flags: { f: { configuration: { rules: [row.group] } } } });
    const verdict = evaluate(ruleset, 'f', row.context, 0);
    expect([verdict.variant, verdict.errorCode]).toEqual([row.expected ? 'on' : 'off', undefined]);
    expect(explain(ruleset, 'f', row.context, 0).verdict).toEqual(verdict);
  });

  it('are all said or listed with the reason why not', () => {
    const unsaid = rows.cannotBeSaid.flatMap(({ cases }) => cases);
    expect([rows.said.length, unsaid.length]).toEqual([211, 37]);
    const all = [...rows.said.map((row) => row.case), ...unsaid].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: 248 }, (_, index) => index));
    for (const { reason } of rows.cannotBeSaid) expect(reason).not.toBe('');
  });
});
