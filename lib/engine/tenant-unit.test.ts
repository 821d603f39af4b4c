import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate';
import { createRuleset } from './ruleset';
import type { Configuration, Item, JsonObject, Serve } from './types';

const NOW = Date.parse('2026-03-02T09:00:00Z');

function rulesetOf(salt: string, part: Partial<Configuration>) {
  const variants = ['a', 'b', 'c'].map((key) => ({ key, value: key }));
  const definition = { v: 1, id: 'f', type: 'string', variants, salt, algorithm: 'murmur3-v1', metadata: {} } as const;
  const flags = { clientVisible: true, tenantManaged: false, archived: false };
  const configuration: Configuration = {
    v: 1,
    version: 1,
    state: 'on',
    killed: false,
    offVariant: null,
    targets: [],
    prerequisites: [],
    rules: [],
    default: { variant: 'a' },
    ...part,
  };
  const items: Item[] = [
    { kind: 'flag', key: 'f', body: { ...definition, ...flags, variants } },
    { kind: 'config', key: 'f', body: configuration },
  ];
  return createRuleset({ project: 'p', environment: 'e', epoch: 'x', number: 1, items });
}

const thirds: Serve = {
  split: [
    { variant: 'a', weight: 33_333 },
    { variant: 'b', weight: 33_333 },
    { variant: 'c', weight: 33_334 },
  ],
  unit: 'tenant',
};
const rolledOut = (percentage: number): Partial<Configuration> => ({
  rules: [
    {
      id: 'r',
      name: '',
      description: '',
      enabled: true,
      operator: 'AND',
      conditions: [],
      serve: { variant: 'b' },
      rollout: { percentage, unit: 'tenant' },
    },
  ],
});

const subject = fc.record({ targetingKey: fc.string({ minLength: 1 }), plan: fc.string(), age: fc.integer() });
const subjects = fc.array(subject, { minLength: 2, maxLength: 20 });
const tenant = fc.string({ minLength: 1 });
const variantsOf = (ruleset: ReturnType<typeof rulesetOf>, people: readonly JsonObject[], key: string) =>
  new Set(people.map((person) => evaluate(ruleset, 'f', { ...person, tenant: key }, NOW).variant));

describe('with the tenant as unit', () => {
  it('a whole organisation is in a rollout or out of it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 0, max: 100_000 }),
        tenant,
        subjects,
        (salt, percentage, key, people) => {
          expect(variantsOf(rulesetOf(salt, rolledOut(percentage)), people, key).size).toBe(1);
        },
      ),
    );
  });

  it('a whole organisation gets one variant of a split', () => {
    fc.assert(
      fc.property(fc.string(), tenant, subjects, (salt, key, people) => {
        expect(variantsOf(rulesetOf(salt, { default: thirds }), people, key).size).toBe(1);
      }),
    );
  });

  it('raising the percentage moves no organisation out', () => {
    const percentage = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(fc.string(), percentage, percentage, tenant, subjects, (salt, one, other, key, people) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        if (!variantsOf(rulesetOf(salt, rolledOut(low)), people, key).has('b')) return;
        expect(variantsOf(rulesetOf(salt, rolledOut(high)), people, key)).toEqual(new Set(['b']));
      }),
    );
  });

  it('organisations are spread by the percentage, however many people each has', () => {
    const ruleset = rulesetOf('salt', rolledOut(25_000));
    const people = [{ targetingKey: 'u1' }, { targetingKey: 'u2' }];
    const keys = Array.from({ length: 4_000 }, (_, index) => `tenant-${index}`);
    const within = keys.filter((key) => variantsOf(ruleset, people, key).has('b'));
    expect(within.length / keys.length).toBeGreaterThan(0.23);
    expect(within.length / keys.length).toBeLessThan(0.27);
  });

  it('who belongs to no tenant is not in it, and gets the off variant of a split', () => {
    const context = { targetingKey: 'u1' };
    expect(evaluate(rulesetOf('s', rolledOut(99_999)), 'f', context, NOW)).toMatchObject({ variant: 'a' });
    expect(evaluate(rulesetOf('s', { default: thirds }), 'f', context, NOW)).toMatchObject({ variant: null });
  });
});
