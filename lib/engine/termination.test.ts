import { describe, expect, it } from 'vitest';
import { nextBoundary } from './boundary';
import { attributesRead } from './attributes-read';
import { evaluate } from './evaluate';
import { explain } from './explain';
import type { Ruleset } from './model';
import { type FlagSketch, type SegmentSketch, sketchRuleset } from './test-items';
import type { Condition, JsonValue, Verdict } from './types';

const ON: FlagSketch = { configuration: { default: { variant: 'on' } } };

function requiring(...flags: string[]): FlagSketch {
  const prerequisites = flags.map((flag) => ({ flag, variants: ['on'] }));
  return { configuration: { default: { variant: 'on' }, prerequisites } };
}

/** f0 requires f1, and so on; the last requires nothing. */
function chain(length: number): Ruleset {
  const flags: Record<string, FlagSketch> = { [`f${length}`]: ON };
  for (let index = 0; index < length; index += 1) flags[`f${index}`] = requiring(`f${index + 1}`);
  return sketchRuleset({ flags });
}

function ask(ruleset: Ruleset, key: string): Verdict {
  const verdict = evaluate(ruleset, key, {}, 0);
  expect(explain(ruleset, key, {}, 0).verdict).toEqual(verdict);
  expect(attributesRead(ruleset, key)).toEqual([]);
  expect(nextBoundary(ruleset, 0)).toBeNull();
  return verdict;
}

describe('prerequisites', () => {
  it('20 deep are asked, the 21st is not met', () => {
    expect(ask(chain(20), 'f0').cause).toBe('default');
    expect(ask(chain(21), 'f0').cause).toBe('prerequisite');
    expect(ask(chain(21), 'f1').cause).toBe('default');
  });

  it('a chain of 1,000 ends, and is not met', () => {
    expect(ask(chain(1000), 'f0').cause).toBe('prerequisite');
    expect(ask(chain(1000), 'f990').cause).toBe('default');
  });

  it('every flag of a cycle is not met, and those outside it are', () => {
    const flags = { a: requiring('b'), b: requiring('c'), c: requiring('a'), self: requiring('self'), free: ON };
    const ruleset = sketchRuleset({ flags: { ...flags, onto: requiring('free', 'a') } });
    for (const key of ['a', 'b', 'c', 'self', 'onto']) expect(ask(ruleset, key).cause).toBe('prerequisite');
    expect(ask(ruleset, 'free').reason).toBe('STATIC');
  });

  it('shared by all of many layers are asked once each', () => {
    const flags: Record<string, FlagSketch> = {};
    const layer = (depth: number): string[] => Array.from({ length: 10 }, (_, index) => `l${depth}-${index}`);
    for (let depth = 0; depth < 20; depth += 1)
      for (const key of layer(depth)) flags[key] = requiring(...layer(depth + 1));
    for (const key of layer(20)) flags[key] = { configuration: { rules: [{}] } };
    expect(ask(sketchRuleset({ flags }), 'l0-0').cause).toBe('default');
  });
});

describe('segments', () => {
  const asking = (segments: Record<string, SegmentSketch>): Ruleset =>
    sketchRuleset({ flags: { f: { configuration: { rules: [{ conditions: [{ segment: 's0' }] }] } } }, segments });

  it('a chain of 1,000 ends', () => {
    const segments: Record<string, SegmentSketch> = {};
    for (let index = 0; index < 1000; index += 1)
      segments[`s${index}`] = { conditions: [{ segment: `s${index + 1}` }] };
    expect(ask(asking(segments), 'f').variant).toBe('off');
  });

  it('cycles end, negated ones too', () => {
    const condition = (operator: 'inSegment' | 'notInSegment', value: string): Condition => ({
      attribute: '',
      operator,
      value,
    });
    for (const operator of ['inSegment', 'notInSegment'] as const) {
      const segments = {
        s0: { conditions: [condition(operator, 's1')] },
        s1: { conditions: [condition(operator, 's0')] },
      };
      expect(ask(asking(segments), 'f').key).toBe('f');
    }
  });

  it('that all name each other end soon', () => {
    const keys = Array.from({ length: 40 }, (_, index) => `s${index}`);
    const conditions = keys.map((segment) => ({ segment }));
    const segments = Object.fromEntries(keys.map((key) => [key, { operator: 'OR' as const, conditions }]));
    expect(ask(asking(segments), 'f').variant).toBe('off');
  });
});

describe('depth', () => {
  const nested = (depth: number, leaf: Condition): Condition => {
    let condition = leaf;
    for (let level = 0; level < depth; level += 1) condition = { operator: 'AND', conditions: [condition] };
    return condition;
  };
  const withRule = (condition: Condition, segments: Record<string, SegmentSketch> = {}): Ruleset =>
    sketchRuleset({ flags: { f: { configuration: { rules: [{ conditions: [condition] }] } }, g: ON }, segments });

  it('groups nested 60 deep are answered, in 20 segments too', () => {
    const segments: Record<string, SegmentSketch> = {
      s19: { conditions: [nested(60, { operator: 'AND', conditions: [] })] },
    };
    for (let index = 0; index < 19; index += 1) {
      segments[`s${index}`] = { conditions: [nested(60, { segment: `s${index + 1}` })] };
    }
    expect(ask(withRule(nested(60, { segment: 's0' }), segments), 'f').variant).toBe('on');
  });

  it.each([1000, 100_000])('groups nested %d deep are an error of their flag alone', (depth) => {
    const ruleset = withRule(nested(depth, { attribute: 'x', operator: 'exists' }));
    expect(ask(ruleset, 'f').errorCode).toBe('GENERAL');
    expect(ask(ruleset, 'g').variant).toBe('on');
  });

  it.each([1000, 1_000_000])('a context nested %d deep is answered', (depth) => {
    const deep = (): JsonValue => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`);
    const asked = withRule({ attribute: 'x', operator: 'equals', value: deep() });
    expect(evaluate(asked, 'f', { x: deep() }, 0).variant).toBe('on');
    expect(evaluate(asked, 'f', { x: [deep()] }, 0).variant).toBe('off');
    expect(explain(asked, 'f', { x: deep() }, 0).verdict.variant).toBe('on');
  });

  it('a path of 100,000 parts is a name', () => {
    const path = 'a.'.repeat(100_000);
    const ruleset = withRule({ attribute: path, operator: 'exists' });
    expect(evaluate(ruleset, 'f', { a: { '': 1 } }, 0).variant).toBe('off');
    expect(evaluate(ruleset, 'f', { [path]: 1 }, 0).variant).toBe('on');
  });
});
