import { describe, expect, it } from 'vitest';
import type { AttributeCondition, Configuration, Rule } from '../engine/types';
import { checkGroup } from './check-conditions';
import { checkPrerequisiteGraph, checkSegmentGraph } from './cycles';
import { BOOLEAN, configuration, rule } from './testing/build';
import { type ConfigurationRefs, validateConfiguration } from './validate';

const refs: ConfigurationRefs = {
  flags: (key) => (key === 'checkout' ? BOOLEAN : undefined),
  segments: (key) => key === 'beta',
  constant: ({ value }: AttributeCondition) => (value === 'unreadable' ? 'constant_number' : null),
};
const rules = (fields: Partial<Rule>): Partial<Configuration> => ({ rules: [rule(fields)] });
const at = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });
const [MARCH, APRIL] = ['2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'];

const WRONG: [string, Partial<Configuration>, string, string][] = [
  ['an absent off variant', { offVariant: 'x' }, 'offVariant', 'variant_absent'],
  ['an absent default', { default: { variant: 'x' } }, 'default.variant', 'variant_absent'],
  ['an absent target', { targets: [{ variant: 'x', subjects: [] }] }, 'targets.0.variant', 'variant_absent'],
  [
    'a subject pinned twice',
    {
      targets: [
        { variant: 'on', subjects: ['u1'] },
        { variant: 'off', subjects: ['u2', 'u1'] },
      ],
    },
    'targets.1.subjects.1',
    'subject_duplicate',
  ],
  ['weights short of all', { default: { split: [{ variant: 'on', weight: 1 }] } }, 'default.split', 'weights_total'],
  [
    'a negative weight, though the total is right',
    {
      default: {
        split: [
          { variant: 'on', weight: -1 },
          { variant: 'off', weight: 100_001 },
        ],
      },
    },
    'default.split.0.weight',
    'weight_range',
  ],
  [
    'a variant twice in a split',
    {
      default: {
        split: [
          { variant: 'on', weight: 50_000 },
          { variant: 'on', weight: 50_000 },
        ],
      },
    },
    'default.split',
    'variant_duplicate',
  ],
  [
    'an absent prerequisite',
    { prerequisites: [{ flag: 'x', variants: ['on'] }] },
    'prerequisites.0.flag',
    'flag_absent',
  ],
  [
    'an absent variant of a prerequisite',
    { prerequisites: [{ flag: 'checkout', variants: ['on', 'x'] }] },
    'prerequisites.0.variants.1',
    'prerequisite_variant_absent',
  ],
  ['two rules of one id', { rules: [rule(), rule()] }, 'rules.1.id', 'rule_duplicate'],
  ['a rule that serves nothing', rules({ serve: { variant: null } }), 'rules.0.serve.variant', 'variant_missing'],
  ['an absent segment', rules({ conditions: [{ segment: 'x' }] }), 'rules.0.conditions.0.segment', 'segment_absent'],
  [
    'an absent segment in the other writing',
    rules({ conditions: [{ attribute: '', operator: 'notInSegment', value: 'x' }] }),
    'rules.0.conditions.0.value',
    'segment_absent',
  ],
  [
    'an absent flag of a virtual segment',
    rules({ conditions: [{ segment: 'flag:x' }] }),
    'rules.0.conditions.0.segment',
    'segment_absent',
  ],
  ['an empty OR', rules({ operator: 'OR', conditions: [] }), 'rules.0.conditions', 'group_empty'],
  [
    'an empty OR within',
    rules({ conditions: [{ operator: 'NOT', conditions: [{ operator: 'OR', conditions: [] }] }] }),
    'rules.0.conditions.0.conditions.0.conditions',
    'group_empty',
  ],
  [
    'a constant that cannot be read',
    rules({ conditions: [{ attribute: 'age', operator: 'lessThan', value: 'unreadable' }] }),
    'rules.0.conditions.0.value',
    'constant_number',
  ],
  [
    'no attribute',
    rules({ conditions: [{ attribute: '', operator: 'exists' }] }),
    'rules.0.conditions.0.attribute',
    'attribute_missing',
  ],
  ['half a percentage', rules({ rollout: { percentage: 0.5 } }), 'rules.0.rollout.percentage', 'percentage_range'],
  ['neither percentage nor ramp', rules({ rollout: {} }), 'rules.0.rollout', 'rollout_form'],
  [
    'a ramp beyond all',
    rules({ rollout: { ramp: { from: 0, to: 100_001, ...at(MARCH, APRIL) } } }),
    'rules.0.rollout.ramp.to',
    'percentage_range',
  ],
  [
    'a ramp of no steps',
    rules({ rollout: { ramp: { from: 0, to: 1, steps: 0, ...at(MARCH, APRIL) } } }),
    'rules.0.rollout.ramp.steps',
    'ramp_steps',
  ],
  [
    'a ramp of no length',
    rules({ rollout: { ramp: { from: 0, to: 1, ...at(MARCH, MARCH) } } }),
    'rules.0.rollout.ramp.endsAt',
    'ramp_order',
  ],
  ['a window backwards', rules({ window: at(APRIL, MARCH) }), 'rules.0.window.endsAt', 'window_order'],
  ['no zone', rules({ window: { timezone: 'Moon/Sea' } }), 'rules.0.window.timezone', 'timezone_unknown'],
];

describe('validateConfiguration', () => {
  it.each(WRONG)('finds %s', (_, fields, path, code) => {
    const found = validateConfiguration(BOOLEAN, configuration(fields), refs);
    expect(found.map((each) => [each.path, each.code])).toContainEqual([path, code]);
  });

  it('finds nothing in what is right', () => {
    const right = configuration({
      offVariant: null,
      prerequisites: [{ flag: 'checkout', variants: ['on', 'off'] }],
      rules: [
        rule({ id: 'a', conditions: [] }),
        rule({ id: 'b', conditions: [{ segment: 'beta' }, { segment: 'flag:checkout' }], window: at(MARCH, APRIL) }),
        rule({ id: 'c', operator: 'NOT', conditions: [], rollout: { ramp: { from: 9, to: 1, ...at(MARCH, APRIL) } } }),
      ],
      default: { variant: null },
    });
    expect(validateConfiguration(BOOLEAN, right, refs)).toEqual([]);
  });

  it('says nothing of what it was given', () => {
    const secret = 'PLANTED';
    const found = validateConfiguration(
      BOOLEAN,
      configuration({
        offVariant: secret,
        prerequisites: [{ flag: secret, variants: [secret] }],
        targets: [{ variant: secret, subjects: [secret] }],
        rules: [
          rule({ id: secret, conditions: [{ segment: secret }], window: { timezone: secret, startsAt: secret } }),
        ],
      }),
      refs,
    );
    expect(found.length).toBeGreaterThan(5);
    expect(JSON.stringify(found)).not.toContain(secret);
  });
});

describe('checkGroup', () => {
  it('lets a segment be empty, and refuses an empty OR within it', () => {
    expect(checkGroup({ operator: 'OR', conditions: [] }, refs, '', 'segment')).toEqual([]);
    const within = { operator: 'AND' as const, conditions: [{ operator: 'OR' as const, conditions: [] }] };
    expect(checkGroup(within, refs, '', 'segment')).toMatchObject([
      { path: 'conditions.0.conditions', code: 'group_empty' },
    ]);
  });
});

describe('graphs', () => {
  const chain = (length: number) => (key: string) => (Number(key) < length ? [String(Number(key) + 1)] : []);

  it('accepts twenty levels of prerequisites and refuses twenty-one', () => {
    expect(checkPrerequisiteGraph('0', chain(20))).toEqual([]);
    expect(checkPrerequisiteGraph('0', chain(21))).toMatchObject([
      { code: 'prerequisite_too_deep', params: { limit: 20 } },
    ]);
  });

  it('finds a way back, directly and by others', () => {
    const edges: Record<string, string[]> = { a: ['b', 'c'], b: [], c: ['a'], d: ['d'] };
    expect(checkPrerequisiteGraph('a', (key) => edges[key] ?? [])).toMatchObject([{ code: 'prerequisite_cycle' }]);
    expect(checkSegmentGraph('d', (key) => edges[key] ?? [])).toMatchObject([{ code: 'segment_cycle' }]);
    expect(checkSegmentGraph('b', (key) => edges[key] ?? [])).toEqual([]);
  });

  it('ends quickly on many ways to the same flags', () => {
    const wide = (key: string) => (Number(key) < 40 ? [`${Number(key) + 2}`, `${Number(key) + 1}`] : []);
    expect(checkSegmentGraph('0', wide)).toEqual([]);
  });
});
