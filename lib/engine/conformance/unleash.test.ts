import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain';
import { sketchRuleset } from '../test-items';
import type { TraceStep } from '../trace';
import type { EvaluationContext, Verdict } from '../types';
import { CHANCE, sketchOf, unsayable } from './unleash-flags';
import type { UnleashCase, UnleashContext, UnleashFile } from './unleash-types';

const ROOT = dirname(createRequire(import.meta.url).resolve('@unleash/client-specification/package.json'));
const FOLDER = join(ROOT, 'specifications');
const FILES = readdirSync(FOLDER).filter((name) => /^\d\d-/.test(name));

interface Unsaid {
  cannotBeSaid: { kind: string; reason: string; cases: string[] }[];
}
const listed: Unsaid = JSON.parse(readFileSync(new URL('./unleash.json', import.meta.url), 'utf8'));
const unsayables = new Map(listed.cannotBeSaid.flatMap(({ kind, cases }) => cases.map((id) => [id, kind] as const)));

/** What an Unleash context says, in ours: properties are attributes, and numbers arrive as numbers. */
function contextOf(
  { environment: _, currentTime: __, properties = {}, ...rest }: UnleashContext,
  numeric: Set<string>,
): EvaluationContext {
  const context: EvaluationContext = { [CHANCE]: 'any' };
  for (const [name, value] of Object.entries({ ...rest, ...properties })) {
    if (value === null) context[name] = null;
    else if (typeof value === 'string')
      context[name] = numeric.has(name) && /^[0-9.]+$/.test(value) ? Number(value) : value;
  }
  return context;
}

function numericAttributes(text: string): Set<string> {
  const constraints = text.matchAll(/"contextName":"([^"]+)","operator":"NUM_/g);
  return new Set([...constraints].map((found) => found[1] ?? ''));
}

/** Whether the answer hung on a bucket: another system's are not ours, and are imported with their own algorithm. */
function isBucketed(trace: TraceStep[]): boolean {
  const rules = trace.filter((step) => step.step === 'rule');
  return rules.some(({ rollout, split }) => (rollout && rollout.bucket !== null) || split);
}

interface Asked {
  id: string;
  verdict: Verdict;
  unsaid: string | null;
}

function ask<Result>(
  file: string,
  spec: UnleashFile,
  id: string,
  one: UnleashCase<Result>,
  hasVariants: boolean,
): Asked {
  const ruleset = sketchRuleset(sketchOf(spec.state, one.context.environment ?? '', hasVariants));
  const now = one.context.currentTime ? Date.parse(one.context.currentTime) : 0;
  const context = contextOf(one.context, numericAttributes(JSON.stringify(spec.state)));
  const { verdict, trace } = explain(ruleset, one.toggleName, context, now);
  const isStrange = unsayable(spec.state).has(one.toggleName);
  const unsaid = isStrange ? 'operator' : isBucketed(trace) ? 'bucket' : null;
  return { id: `${file.slice(0, 2)} ${id}`, verdict, unsaid };
}

describe.each(FILES)('Unleash client specification %s', (file) => {
  const spec: UnleashFile = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
  for (const [index, one] of (spec.tests ?? []).entries()) {
    it(`test ${index}: ${one.toggleName}`, () => {
      const { id, verdict, unsaid } = ask(file, spec, `test ${index}`, one, false);
      expect(unsaid).toBe(unsayables.get(id) ?? null);
      if (unsaid !== null) return;
      const isEnabled = verdict.errorCode === undefined && verdict.variant !== 'disabled';
      expect(isEnabled).toBe(one.expectedResult);
    });
  }
  for (const [index, one] of (spec.variantTests ?? []).entries()) {
    it(`variant ${index}: ${one.toggleName}`, () => {
      const { id, verdict, unsaid } = ask(file, spec, `variant ${index}`, one, true);
      expect(unsaid).toBe(unsayables.get(id) ?? null);
      if (unsaid !== null) return;
      const { name, enabled, payload, feature_enabled } = one.expectedResult;
      const isEnabled = verdict.errorCode === undefined && verdict.variant !== 'disabled';
      expect(isEnabled).toBe(feature_enabled);
      if (enabled) expect([verdict.variant, verdict.value]).toEqual([name, payload?.value ?? name]);
      else expect([undefined, null, 'disabled', 'enabled']).toContain(verdict.variant);
    });
  }
});

describe('the whole Unleash client specification', () => {
  it('is said or listed with the reason why not', () => {
    const files = FILES.map((file): UnleashFile => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
    const count = files.reduce((sum, { tests = [], variantTests = [] }) => sum + tests.length + variantTests.length, 0);
    expect([FILES.length, count, unsayables.size, count - unsayables.size]).toEqual([22, 279, 33, 246]);
    for (const { reason } of listed.cannotBeSaid) expect(reason).not.toBe('');
  });
});
