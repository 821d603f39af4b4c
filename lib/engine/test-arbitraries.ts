import fc from 'fast-check';
import { flagItems, segmentItems } from './test-items';
import { createRuleset } from './ruleset';
import type { Ruleset } from './model';
import { type Condition, type EvaluationContext, type Item, type JsonValue, OPERATORS, type Operator } from './types';
import type { Prerequisite, Rollout, Rule, Serve } from './types';

const NAMES = [
  'plan',
  'age',
  'tags',
  'email',
  'a.b',
  'user.plan',
  'now',
  'environment',
  '__proto__',
  'constructor',
  '',
];
const FLAGS = ['f0', 'f1', 'f2', 'f3'];
const SEGMENTS = ['s0', 's1', 's2', 'flag:f0', 'flag:f1', 'nope'];
const SUBJECTS = ['u1', 'u2', 'u3'];
const TENANTS = ['acme', 'globex'];
/** Instants that the rulesets speak of lie in the first hour of 2026. */
export const FIRST_INSTANT = Date.UTC(2026, 0, 1);
export const LAST_INSTANT = FIRST_INSTANT + 3_600_000;

/** Any JSON, prototype names and values that operators care about among it. */
export const anyJson: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>('pro', 'free', '', 1, 0, -1, true, false, null, '1.2.3', '1.2.3-rc.1', '10.0.0.1', '::1'),
  fc.constantFrom<JsonValue>('2026-01-01T00:30:00Z', FIRST_INSTANT, ['pro', 1], [], {}, 1e308, '\ud800', '\u0000'),
  fc.jsonValue({ maxDepth: 4 }).map((value): JsonValue => JSON.parse(JSON.stringify(value))),
);

const name = fc.constantFrom(...NAMES);
export const anyContext: fc.Arbitrary<EvaluationContext> = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...NAMES, 'a', 'user', 'targetingKey', 'tenant', 'counters', 'stage'), fc.string()),
      fc.oneof(anyJson, fc.constantFrom(...SUBJECTS, ...TENANTS)),
    ),
  )
  // Through text, as contexts arrive: `__proto__` becomes an own property.
  .map((entries) =>
    JSON.parse(`{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)}}`),
  );

export const anyInstant: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: FIRST_INSTANT - 60_000, max: LAST_INSTANT + 60_000 }),
  fc.integer({ min: -10, max: 70 }).map((minute) => FIRST_INSTANT + minute * 60_000),
);
const instant = fc
  .integer({ min: 0, max: 3600 })
  .map((second) => new Date(FIRST_INSTANT + second * 1000).toISOString());
const operator = fc.constantFrom<Operator>(...OPERATORS.filter((one) => !one.endsWith('Segment')));
const constant = fc.oneof(
  anyJson,
  fc.constantFrom<JsonValue>('10.0.0.0/8', '^p', '(', ['pro', 'free'], '2026-01-01T00:10:00Z'),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ attribute: name, operator, value: constant }),
    fc.record({ segment: fc.constantFrom(...SEGMENTS) }),
    fc.record({
      attribute: fc.constant(''),
      operator: fc.constantFrom('inSegment', 'notInSegment'),
      value: fc.constantFrom(...SEGMENTS),
    }),
    fc.record({
      operator: fc.constantFrom('AND', 'OR', 'NOT'),
      conditions: fc.array(tie('condition'), { maxLength: 3 }),
    }),
  ),
}));

const unit = fc.constantFrom(undefined, 'targetingKey', 'plan', 'a.b');
const serve: fc.Arbitrary<Serve> = fc.oneof(
  fc.record({ variant: fc.constantFrom('on', 'off', null) }),
  fc.record({
    split: fc.integer({ min: 0, max: 100_000 }).map((weight) => [
      { variant: 'off', weight },
      { variant: 'on', weight: 100_000 - weight },
    ]),
    unit,
  }),
);
const share = fc.integer({ min: 0, max: 100_000 });
const rollout: fc.Arbitrary<Rollout> = fc.oneof(
  fc.record({ percentage: share, unit }),
  fc
    .record({ from: share, to: share, startsAt: instant, endsAt: instant, steps: fc.constantFrom(undefined, 1, 4) })
    .map((ramp) => ({ ramp })),
);
const rule: fc.Arbitrary<Partial<Rule>> = fc.record(
  {
    enabled: fc.boolean(),
    operator: fc.constantFrom('AND', 'OR', 'NOT'),
    conditions: fc.array(condition, { maxLength: 3 }),
    serve,
    rollout,
    window: fc.record({ startsAt: instant, endsAt: instant }, { requiredKeys: [] }),
  },
  { requiredKeys: ['operator', 'conditions'] },
);
const prerequisite: fc.Arbitrary<Prerequisite> = fc.record({
  flag: fc.constantFrom(...FLAGS, 'nope'),
  variants: fc.subarray(['on', 'off']),
});
const variant = fc.constantFrom('on', 'off');

const flag = fc.record({
  definition: fc.record({ clientVisible: fc.boolean(), archived: fc.boolean() }, { requiredKeys: [] }),
  configuration: fc.record(
    {
      state: fc.constantFrom('on', 'on', 'on', 'off', 'default'),
      killed: fc.constantFrom(false, false, false, true),
      offVariant: fc.constantFrom('off', 'on', null),
      targets: fc.array(fc.record({ variant, subjects: fc.subarray(SUBJECTS) }), { maxLength: 2 }),
      prerequisites: fc.array(prerequisite, { maxLength: 2 }),
      rules: fc.array(rule, { maxLength: 3 }),
      default: serve,
    },
    { requiredKeys: [] },
  ),
  codeDefault: fc.option(fc.record({ variant }), { nil: undefined }),
  overrides: fc.dictionary(
    fc.constantFrom(...TENANTS),
    fc.record({ variant, expiresAt: instant }, { requiredKeys: ['variant'] }),
  ),
  memberships: fc.dictionary(
    fc.constantFrom('m1', 'm2', 'm3'),
    fc.oneof(
      fc.record({ subject: fc.constantFrom(...SUBJECTS), startsAt: instant, endsAt: instant }),
      fc.record({ tenant: fc.constantFrom(...TENANTS), startsAt: instant, endsAt: instant, variant }),
    ),
  ),
});
const segment = fc.record({
  operator: fc.constantFrom<'AND' | 'OR' | 'NOT'>('AND', 'OR', 'NOT'),
  conditions: fc.option(fc.array(condition, { maxLength: 2 }), { nil: undefined }),
  members: fc.subarray(SUBJECTS),
});

/** Items of a few flags and segments that refer to each other, cycles included. */
export const anyItems: fc.Arbitrary<Item[]> = fc
  .tuple(fc.array(flag, { minLength: 1, maxLength: FLAGS.length }), fc.array(segment, { maxLength: 3 }))
  .map(([flags, segments]) => [
    ...flags.flatMap((sketch, index) => flagItems(`f${index}`, sketch)),
    ...segments.flatMap((sketch, index) => segmentItems(`s${index}`, sketch)),
  ]);

export function rulesetOf(items: Item[], number = 1): Ruleset {
  return createRuleset({ project: 'default', environment: 'production', epoch: 'test', number, items });
}

export const anyRuleset: fc.Arbitrary<Ruleset> = anyItems.map((items) => rulesetOf(items));
