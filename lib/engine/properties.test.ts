import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucket, cut } from './bucket';
import { nextBoundary } from './boundary';
import { evaluate, evaluateIn } from './evaluate';
import { explain } from './explain';
import type { Ruleset } from './model';
import { createScope } from './scope';
import { anyContext, anyInstant, anyJson, anyRuleset } from './test-arbitraries';
import { type FlagSketch, sketchRuleset } from './test-items';
import { type Condition, type JsonValue, OPERATORS, type Operator } from './types';
import { visibleKeys } from './visible-keys';

const KEYS = ['f0', 'f1', 'f2', 'f3', 'nope', '__proto__', 'constructor'];
const AUDIENCES = ['client', 'server'] as const;

function rolloutOf(percentage: number, more: Partial<FlagSketch['definition']> = {}): Ruleset {
  return sketchRuleset({ flags: { f: { definition: more, configuration: { rules: [{ rollout: { percentage } }] } } } });
}

function served(ruleset: Ruleset, unit: string, key = 'f'): string | null {
  return evaluate(ruleset, key, { targetingKey: unit }, 0).variant;
}

describe('rollouts', () => {
  it('are monotone: raising a percentage moves nobody out', () => {
    const share = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(share, share, fc.string({ minLength: 1 }), fc.string(), (one, other, unit, salt) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        if (served(rolloutOf(low, { salt }), unit) === 'on') expect(served(rolloutOf(high, { salt }), unit)).toBe('on');
      }),
      { numRuns: 1000 },
    );
  });

  it('have half-open edges: a bucket is out at its own percentage and in at the next', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (unit) => {
        const position = bucket('salt-of-f', 'in', unit);
        expect(served(rolloutOf(position), unit)).toBe('off');
        expect(served(rolloutOf(position + 1), unit)).toBe('on');
      }),
      { numRuns: 300 },
    );
  });

  it('cut every bucket into exactly one range', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(weights, fc.nat(), (sizes, seed) => {
        const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
        const total = ends.at(-1) ?? 0;
        const position = seed % total;
        const at = cut(position, ends);
        expect(position).toBeGreaterThanOrEqual(ends[at - 1] ?? 0);
        expect(position).toBeLessThan(ends[at] ?? 0);
        expect(cut(total, ends)).toBe(-1);
      }),
    );
  });

  it('20 % with an even split give each variant 10 % ± 0.5, and going to 60 % changes no variant', () => {
    const split = (percentage: number): Ruleset => {
      const even = ['a', 'b'].map((variant) => ({ variant, weight: 50_000 }));
      const variants = ['a', 'b', 'c'].map((key) => ({ key, value: key }));
      const rules = [{ rollout: { percentage }, serve: { split: even } }];
      const configuration = { rules, offVariant: null, default: { variant: 'c' } };
      return sketchRuleset({ flags: { f: { definition: { type: 'string', variants }, configuration } } });
    };
    const [few, many] = [split(20_000), split(60_000)];
    const counts = { a: 0, b: 0, c: 0 };
    let moved = 0;
    for (let unit = 0; unit < 100_000; unit += 1) {
      const before = served(few, `unit-${unit}`);
      if (before === 'a' || before === 'b' || before === 'c') counts[before] += 1;
      if (before !== 'c' && served(many, `unit-${unit}`) !== before) moved += 1;
    }
    expect(Math.abs(counts.a - 10_000)).toBeLessThan(500);
    expect(Math.abs(counts.b - 10_000)).toBeLessThan(500);
    expect(counts.a + counts.b + counts.c).toBe(100_000);
    expect(moved).toBe(0);
  });

  it('of two flags are independent: |φ| < 0.02', () => {
    const half = { configuration: { rules: [{ rollout: { percentage: 50_000 } }] } };
    const ruleset = sketchRuleset({ flags: { one: half, two: half } });
    const table = [0, 0, 0, 0];
    for (let unit = 0; unit < 100_000; unit += 1) {
      const one = served(ruleset, `unit-${unit}`, 'one') === 'on' ? 2 : 0;
      const cell = one + (served(ruleset, `unit-${unit}`, 'two') === 'on' ? 1 : 0);
      table[cell] = (table[cell] ?? 0) + 1;
    }
    const [neither = 0, onlyTwo = 0, onlyOne = 0, both = 0] = table;
    const margins = (both + onlyOne) * (neither + onlyTwo) * (both + onlyTwo) * (neither + onlyOne);
    expect(Math.abs((both * neither - onlyOne * onlyTwo) / Math.sqrt(margins))).toBeLessThan(0.02);
  });
});

describe('negations', () => {
  const pairs = OPERATORS.filter((operator) => operator.startsWith('not') && !operator.endsWith('Segment'));
  const holds = (operator: Operator, value: JsonValue, actual: JsonValue | undefined): boolean => {
    const conditions: Condition[] = [{ attribute: 'x', operator, value }];
    const ruleset = sketchRuleset({ flags: { f: { configuration: { rules: [{ conditions }] } } } });
    return evaluate(ruleset, 'f', actual === undefined ? {} : { x: actual }, 0).variant === 'on';
  };
  it.each(pairs)('%s is exactly the opposite', (negation) => {
    const positive = OPERATORS.find((one) => one.toLowerCase() === negation.slice(3).toLowerCase());
    expect(positive).toBeDefined();
    fc.assert(
      fc.property(anyJson, fc.option(anyJson, { nil: undefined }), (value, actual) => {
        expect(holds(negation, value, actual)).toBe(!holds(positive ?? 'exists', value, actual));
      }),
      { numRuns: 300 },
    );
  });
});

describe('any ruleset and any context', () => {
  it('explain agrees with evaluate, and its trace is JSON that one step answers', () => {
    fc.assert(
      fc.property(
        anyRuleset,
        anyContext,
        anyInstant,
        fc.constantFrom(...AUDIENCES),
        (ruleset, context, now, audience) => {
          for (const key of KEYS) {
            const { verdict, trace } = explain(ruleset, key, context, now, { audience });
            expect(evaluate(ruleset, key, context, now, { audience })).toEqual(verdict);
            expect(trace.filter((step) => step.verdict === 'answered')).toHaveLength(1);
            expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('asking for many flags in one scope is asking for each', () => {
    fc.assert(
      fc.property(anyRuleset, anyContext, anyInstant, (ruleset, context, now) => {
        const scope = createScope(ruleset, context, now);
        for (const key of visibleKeys(ruleset, 'server')) {
          expect(evaluateIn(scope, key)).toBe(evaluate(ruleset, key, context, now));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('answers with one frozen object for one outcome', () => {
    fc.assert(
      fc.property(anyRuleset, anyContext, anyInstant, (ruleset, context, now) => {
        for (const key of visibleKeys(ruleset, 'server')) {
          const verdict = evaluate(ruleset, key, context, now);
          expect(evaluate(ruleset, key, { ...context }, now)).toBe(verdict);
          expect(Object.isFrozen(verdict)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('STATIC means every context at every time', () => {
    fc.assert(
      fc.property(anyRuleset, anyContext, anyContext, anyInstant, anyInstant, (ruleset, one, other, now, later) => {
        for (const key of visibleKeys(ruleset, 'server')) {
          const verdict = evaluate(ruleset, key, one, now);
          if (verdict.reason === 'STATIC') expect(evaluate(ruleset, key, other, later)).toBe(verdict);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('nothing changes before the next boundary', () => {
    const within = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(anyRuleset, anyContext, anyInstant, within, (ruleset, context, now, part) => {
        const boundary = nextBoundary(ruleset, now) ?? now + 86_400_000;
        expect(boundary).toBeGreaterThan(now);
        const between = Math.min(Math.floor(now + part * (boundary - now)), boundary - 1);
        for (const key of visibleKeys(ruleset, 'server')) {
          expect(evaluate(ruleset, key, context, between)).toEqual(evaluate(ruleset, key, context, now));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, whatever the context is', () => {
    const ruleset = sketchRuleset({
      flags: {
        f: {
          configuration: {
            rules: OPERATORS.map((operator) => ({
              conditions: [
                { attribute: 'x', operator, value: 'x' },
                { attribute: 'a.b.c', operator, value: ['x'] },
              ],
              rollout: { percentage: 50_000, unit: 'x.y' },
            })),
          },
        },
      },
    });
    fc.assert(
      fc.property(
        fc.oneof(anyContext, fc.dictionary(fc.constantFrom('x', 'a', 'a.b'), anyJson)),
        anyInstant,
        (said, now) => {
          const context = JSON.parse(JSON.stringify(said));
          expect(evaluate(ruleset, 'f', context, now).key).toBe('f');
          expect(explain(ruleset, 'f', context, now).verdict.key).toBe('f');
        },
      ),
      { numRuns: 2000 },
    );
    for (const said of [null, [], 'x', 5, true, undefined]) {
      const context = JSON.parse(JSON.stringify({ said })).said;
      expect(evaluate(ruleset, 'f', context, 0).key).toBe('f');
    }
  });

  it('prototype keys are ordinary', () => {
    const names = fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype));
    fc.assert(
      fc.property(names, anyJson, (attribute, value) => {
        const conditions: Condition[] = [{ attribute, operator: 'exists' }];
        const ruleset = sketchRuleset({
          flags: { f: { configuration: { rules: [{ conditions }] } } },
          segments: { s: { conditions } },
        });
        const own = JSON.parse(`{${JSON.stringify(attribute)}:${JSON.stringify(value)}}`);
        expect(evaluate(ruleset, 'f', {}, 0).variant).toBe('off');
        expect(evaluate(ruleset, 'f', own, 0).variant).toBe(value === null ? 'off' : 'on');
        expect(evaluate(ruleset, attribute, own, 0).errorCode).toBe('FLAG_NOT_FOUND');
        const named = sketchRuleset({
          flags: { [attribute]: {} },
          segments: { [attribute]: { members: [attribute] } },
        });
        expect(evaluate(named, attribute, own, 0).variant).toBe('off');
      }),
    );
  });
});
