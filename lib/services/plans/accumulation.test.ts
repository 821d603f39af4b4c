import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyInstructions } from '@/lib/changes/apply';
import { evaluate } from '@/lib/engine/evaluate';
import { createRuleset } from '@/lib/engine/ruleset';
import type { Configuration, FlagDefinition, Item, JsonObject } from '@/lib/engine/types';
import { type Strategy, strategySchema } from '@/lib/schemas/plan';
import { stepInstructions } from './step-instructions';
import { planSteps } from './steps';
import { takingBack } from './take-back';
import { invert } from '@/lib/changes/invert';

const NOW = Date.parse('2026-03-02T09:00:00Z');
const SEGMENTS = ['internal', 'beta'];
const NAMES = ['internal', 'beta', 'crew', 'premium'];
const ROLES = ['admin', 'guest', 'member'];

const definition: FlagDefinition = {
  v: 1,
  id: 'f',
  type: 'boolean',
  variants: [
    { key: 'on', value: true },
    { key: 'off', value: false },
  ],
  salt: 'salt',
  algorithm: 'murmur3-v1',
  metadata: {},
  clientVisible: true,
  tenantManaged: false,
  archived: false,
};
const fresh: Configuration = {
  v: 1,
  version: 1,
  state: 'off',
  killed: false,
  offVariant: 'off',
  targets: [],
  prerequisites: [],
  rules: [],
  default: { variant: 'on' },
};

function groundOf(configuration: Configuration) {
  return { definition, configuration, codeDefault: null, isSegment: (key: string) => SEGMENTS.includes(key) };
}

/** The configurations after each step of a strategy in one environment. */
function courseOf(strategy: Strategy, start = fresh) {
  const { unit, seed } = strategy;
  const plan = { id: 'p', name: 'Plan', variant: 'on', unit, seed, steps: planSteps(strategy, 'e') };
  let configuration = start;
  return plan.steps.map(({ index }) => {
    const instructions = stepInstructions(plan, groundOf(configuration), index);
    const inverse = invert({ definition, configuration }, instructions);
    configuration = applyInstructions({ definition, configuration }, instructions);
    return { configuration, inverse };
  });
}

function admitted(configuration: Configuration, subjects: readonly JsonObject[]): boolean[] {
  const members = subjects.flatMap(({ targetingKey, in: of }): Item[] =>
    SEGMENTS.filter((key) => Array.isArray(of) && of.includes(key)).map((key) => ({
      kind: 'member',
      key: `${key}/${String(targetingKey)}`,
      body: { v: 1 },
    })),
  );
  const segments = SEGMENTS.map(
    (key): Item => ({ kind: 'segment', key, body: { v: 1, version: 1, operator: 'AND', conditions: [] } }),
  );
  const items: Item[] = [
    { kind: 'flag', key: 'f', body: definition },
    { kind: 'config', key: 'f', body: configuration },
    ...segments,
    ...members,
  ];
  const ruleset = createRuleset({ project: 'p', environment: 'e', epoch: 'x', number: 1, items });
  return subjects.map((context) => evaluate(ruleset, 'f', context, NOW).variant === 'on');
}

const some = (names: string[]) => fc.subarray(names);
const step = fc.record(
  {
    percentage: fc.oneof(fc.constantFrom(0, 100), fc.integer({ min: 0, max: 100 })),
    targetGroups: some(NAMES),
    includedRoles: some(ROLES),
    excludedRoles: some(ROLES),
  },
  { requiredKeys: ['percentage'] },
);
const strategies = fc
  .record({ steps: fc.array(step, { minLength: 1, maxLength: 6 }), unit: fc.constantFrom(undefined, 'company') })
  .map(({ steps, unit }) => strategySchema.parse({ strategy: 'combined', steps, ...(unit && { unit }) }));
const subject = fc.record({
  targetingKey: fc.string({ minLength: 1, maxLength: 8 }).filter((key) => !key.includes('/')),
  company: fc.constantFrom('a', 'b', 'c', 'd'),
  in: some(SEGMENTS),
  groups: fc.oneof(some(NAMES), fc.constantFrom(...NAMES, 'crewmates')),
  roles: some(ROLES),
  role: fc.constantFrom(...ROLES),
});
const subjects = fc.uniqueArray(subject, {
  minLength: 20,
  maxLength: 40,
  selector: ({ targetingKey }) => targetingKey,
});

describe('the steps of a plan', () => {
  it('let nobody go who was admitted, whatever they are', () => {
    fc.assert(
      fc.property(strategies, subjects, (strategy, people) => {
        let before = people.map(() => false);
        for (const { configuration } of courseOf(strategy)) {
          const now = admitted(configuration, people);
          expect(before.filter((was, index) => was && !now[index])).toEqual([]);
          before = now;
        }
      }),
      { numRuns: 80 },
    );
  });

  it('are taken back to exactly what was there, from any of them', () => {
    fc.assert(
      fc.property(strategies, fc.nat({ max: 5 }), (strategy, from) => {
        const course = courseOf(strategy);
        const index = from % course.length;
        const entries = course.map(({ inverse }, at) => ({
          step: at,
          environment: 'e',
          at: '',
          from: at,
          inverse,
          undone: false,
        }));
        const configuration = course.at(-1)?.configuration ?? fresh;
        const { instructions, partly } = takingBack(entries.slice(index), { configuration, others: [] });
        const back = applyInstructions({ definition, configuration }, instructions);
        expect([partly, back]).toEqual([false, index === 0 ? fresh : course[index - 1]?.configuration]);
      }),
      { numRuns: 80 },
    );
  });

  it('admit whom they mean: the whole of a group’s name, exclusion before inclusion, and nobody else', () => {
    const strategy = strategySchema.parse({
      strategy: 'combined',
      steps: [
        { targetGroups: ['crew'] },
        { includedRoles: ['admin', 'member'], excludedRoles: ['guest'] },
        { targetGroups: ['internal'] },
      ],
    });
    const people: JsonObject[] = [
      { targetingKey: 'a', groups: ['crew'] },
      { targetingKey: 'b', groups: 'crew' },
      { targetingKey: 'c', groups: 'crewmates' },
      { targetingKey: 'd', roles: ['admin'] },
      { targetingKey: 'e', roles: ['admin', 'guest'] },
      { targetingKey: 'f', role: 'member' },
      { targetingKey: 'g', role: 'guest', roles: ['admin'] },
      { targetingKey: 'h', in: ['internal'] },
      { targetingKey: 'i', groups: ['internal'] },
      { targetingKey: 'j' },
    ];
    const after = courseOf(strategy).map(({ configuration }) =>
      people.filter((_, index) => admitted(configuration, people)[index]).map(({ targetingKey }) => targetingKey),
    );
    expect(after).toEqual([
      ['a', 'b'],
      ['a', 'b', 'd', 'f'],
      ['a', 'b', 'd', 'f', 'h'],
    ]);
  });

  it('serve the share they say', () => {
    const strategy = strategySchema.parse({
      strategy: 'staged-rollout',
      phases: [{ percentage: 5 }, { percentage: 20 }, { percentage: 100 }],
    });
    const people = Array.from({ length: 10_000 }, (_, index) => ({ targetingKey: `subject-${index}` }));
    const shares = courseOf(strategy).map(
      ({ configuration }) => admitted(configuration, people).filter(Boolean).length / 100,
    );
    expect(shares[0]).toBeCloseTo(5, 0);
    expect(Math.abs((shares[1] ?? 0) - 20)).toBeLessThan(1.2);
    expect(shares[2]).toBe(100);
  });
});
