import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROGRESS_ATTRIBUTES } from './attributes';
import { evaluate } from './evaluate';
import { type Merged, mergeContext, type Profile } from './merge-context';
import type { Ruleset } from './model';
import { createRuleset } from './ruleset';
import { anyContext, anyInstant, anyJson } from './test-arbitraries';
import { flagItems, sketchRuleset } from './test-items';
import type { EvaluationContext, Item, JsonObject, OnboardingBody, TenantBody } from './types';

interface StoredProfile extends Omit<Profile, 'joinedAt'> {
  joinedAt: string | null;
}
interface Case {
  name: string;
  context: EvaluationContext;
  isTrusted: boolean;
  isProven?: boolean;
  /** The file's own unless given. */
  profile?: StoredProfile | null;
  expect: Merged;
}
interface File {
  now: string;
  ruleset: {
    tenants: Record<string, Omit<TenantBody, 'v'>>;
    onboarding: Omit<OnboardingBody, 'v'>;
    trusted: string[];
  };
  profile: StoredProfile;
  merges: Case[];
}

const file: File = JSON.parse(readFileSync(new URL('./cases/merge-context.json', import.meta.url), 'utf8'));
const NOW = Date.parse(file.now);

function rulesetOf({ tenants, onboarding, trusted }: File['ruleset'], more: Item[] = []): Ruleset {
  const items: Item[] = [
    ...Object.entries(tenants).map(([key, body]): Item => ({ kind: 'tenant', key, body: { v: 1, ...body } })),
    { kind: 'onboarding', key: 'default', body: { v: 1, ...onboarding } },
    ...trusted.map(
      (key): Item => ({ kind: 'attribute', key, body: { v: 1, type: 'string', trusted: true, personal: false } }),
    ),
    ...more,
  ];
  return createRuleset({ project: 'default', environment: 'production', epoch: 'test', number: 1, items });
}
const profileOf = (stored: StoredProfile): Profile => ({
  ...stored,
  joinedAt: stored.joinedAt === null ? null : Date.parse(stored.joinedAt),
});

const RULESET = rulesetOf(file.ruleset);
const EMPTY = sketchRuleset({});

describe('merging', () => {
  it.each(file.merges.map((one): [string, Case] => [one.name, one]))('%s', (_, one) => {
    const { context, isTrusted, isProven, profile = file.profile } = one;
    const stored = profile && profileOf(profile);
    const before = JSON.stringify(context);
    const merged = mergeContext({ ruleset: RULESET, context, profile: stored, isTrusted, isProven, now: NOW });
    // As texts with names in order: `__proto__` must be there as a property of its own.
    expect(sorted(merged)).toBe(sorted(one.expect));
    expect(JSON.stringify(context)).toBe(before);
  });

  it('that adds and takes nothing gives the very same object', () => {
    const context = { targetingKey: 'u1', plan: 'pro' };
    for (const isTrusted of [true, false]) {
      const merged = mergeContext({ ruleset: EMPTY, context, profile: null, isTrusted, now: NOW });
      expect(merged.context).toBe(context);
      expect(merged.reserved).toBeNull();
    }
  });

  it('knows the stages and roles that every project starts with', () => {
    const stored = profileOf({ ...file.profile, stage: 'email_verified', role: 'manager', tenant: null });
    const { reserved } = mergeContext({ ruleset: EMPTY, context: {}, profile: stored, isTrusted: true, now: NOW });
    expect(reserved).toMatchObject({ stageIndex: 1, roleAtLeast: ['employee', 'manager'] });
  });
});

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const anyProfile: fc.Arbitrary<Profile | null> = fc.option(
  fc.record({
    attributes: anyContext,
    role: fc.option(fc.constantFrom('employee', 'manager', 'supervisor', '__proto__')),
    tenant: fc.option(fc.constantFrom('acme', 'odd', 'nobody', '__proto__')),
    joinedAt: fc.option(anyInstant),
    stage: fc.option(fc.constantFrom('active', 'gone', 'constructor')),
    counters: fc.dictionary(fc.string(), fc.nat()),
  }),
);

describe('merging anything', () => {
  const anything = fc.oneof(anyContext, anyJson) as fc.Arbitrary<JsonObject>;

  it('never throws, keeps what a server says, and adds no name that nobody said', () => {
    fc.assert(
      fc.property(anything, anyProfile, anyInstant, (context, profile, now) => {
        const merged = mergeContext({ ruleset: RULESET, context, profile, isTrusted: true, now });
        const said = typeof context === 'object' && context !== null && !Array.isArray(context) ? context : {};
        for (const [name, value] of Object.entries(said)) {
          if (name === 'tenantInfo') continue;
          expect(Object.getOwnPropertyDescriptor(merged.context, name)?.value).toBe(value);
        }
        const known = new Set([...Object.keys(said), ...Object.keys(profile?.attributes ?? {})]);
        for (const name of ['role', 'tenant', 'tenantInfo']) known.add(name);
        for (const name of Object.keys(merged.context)) expect(known.has(name)).toBe(true);
        expect(Object.getPrototypeOf(merged.context)).toBe(Object.prototype);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives a bare client key nothing that it did not say, and nothing trusted or reserved', () => {
    fc.assert(
      fc.property(anything, anyProfile, anyInstant, (context, profile, now) => {
        const { context: merged, reserved } = mergeContext({
          ruleset: RULESET,
          context,
          profile,
          isTrusted: false,
          now,
        });
        expect(reserved).toBeNull();
        for (const [name, value] of Object.entries(merged)) {
          expect(Object.getOwnPropertyDescriptor(Object(context), name)?.value).toEqual(value);
        }
        for (const name of ['plan', 'user.plan', 'tenantInfo', 'org.tier'])
          expect(Object.hasOwn(merged, name)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a rule about progress', () => {
  const items = flagItems('f', {
    configuration: {
      rules: PROGRESS_ATTRIBUTES.map((attribute) => ({
        conditions: [
          { attribute, operator: 'exists' },
          { attribute: `user.${attribute}`, operator: 'exists' },
        ],
      })),
    },
  });
  const ruleset = rulesetOf(file.ruleset, items);
  const forged: EvaluationContext = {
    stage: 'active',
    stageIndex: 9,
    daysSinceJoined: 99,
    counters: { x: 1 },
    roleAtLeast: ['admin'],
    'user.stage': 'active',
    'user.roleAtLeast': ['admin'],
  };

  it.each([true, false])('does not hold for what a caller says of it (a server: %s)', (isTrusted) => {
    const { context, reserved } = mergeContext({ ruleset, context: forged, profile: null, isTrusted, now: NOW });
    expect(evaluate(ruleset, 'f', context, NOW, { reserved: reserved ?? undefined }).variant).toBe('off');
  });

  it('holds for what is stored', () => {
    const profile = profileOf(file.profile);
    const { context, reserved } = mergeContext({ ruleset, context: {}, profile, isTrusted: true, now: NOW });
    expect(evaluate(ruleset, 'f', context, NOW, { reserved: reserved ?? undefined }).variant).toBe('on');
  });
});
