import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { apiKeyCreateSchema } from './api-key';
import { auditListSchema } from './audit';
import { configurationPutSchema } from './configuration';
import { environmentCreateSchema, environmentPatchSchema } from './environment';
import { evaluationSchema, ofrepSchema } from './evaluation';
import { explainSchema } from './explain';
import { flagCreateSchema, flagPatchSchema } from './flag';
import { changeSchema } from './instruction';
import { issuesOf } from './issues';
import { SHAPE_TEXTS } from './issue-texts';
import { paginationSchema } from './pagination';
import { projectCreateSchema } from './project';
import { roleCreateSchema } from './role';
import { ruleCreateSchema } from './rule';
import { segmentMembersSchema, segmentPutSchema } from './segment';
import { signInSchema } from './sign-in';
import { userCreateSchema } from './user';

const SCHEMAS: Record<string, z.ZodType> = {
  apiKeyCreateSchema,
  auditListSchema,
  changeSchema,
  configurationPutSchema,
  environmentCreateSchema,
  environmentPatchSchema,
  evaluationSchema,
  explainSchema,
  flagCreateSchema,
  flagPatchSchema,
  ofrepSchema,
  paginationSchema,
  projectCreateSchema,
  roleCreateSchema,
  ruleCreateSchema,
  segmentMembersSchema,
  segmentPutSchema,
  signInSchema,
  userCreateSchema,
};

/** Bodies that are right; the tests spoil them. */
const rule = {
  name: 'n',
  operator: 'OR',
  conditions: [
    { attribute: 'email', operator: 'matches', value: 'x' },
    { operator: 'NOT', conditions: [{ segment: 'beta' }] },
  ],
  serve: { split: [{ variant: 'on', weight: 100_000 }], unit: 'company' },
  rollout: { ramp: { from: 0, to: 1, startsAt: 'a', endsAt: 'b' } },
  window: { startsAt: '2026-03-01', timezone: 'UTC' },
};
const configuration = {
  version: 1,
  state: 'on',
  killed: false,
  offVariant: null,
  targets: [{ variant: 'on', subjects: ['u1'] }],
  prerequisites: [{ flag: 'f', variants: ['on'] }],
  rules: [rule],
  default: { variant: 'on' },
};
const RIGHT: Record<string, unknown> = {
  apiKeyCreateSchema: { kind: 'client', name: 'k', environment: 'dev', origins: ['https://a.example'] },
  auditListSchema: { flag: 'f', from: '2026-03-01', limit: '20' },
  changeSchema: { version: 1, instructions: [{ kind: 'turnOn' }, { kind: 'addRule', rule, before: null }] },
  configurationPutSchema: configuration,
  environmentCreateSchema: { key: 'dev', name: 'Development', protected: true },
  environmentPatchSchema: { name: 'Development', version: 2 },
  evaluationSchema: { context: { targetingKey: 'u1', deep: { list: [1, null] } }, keys: ['a'] },
  explainSchema: { context: { plan: 'pro' }, at: '2026-03-01T00:00:00Z', draft: configuration },
  flagCreateSchema: {
    key: 'f',
    type: 'json',
    variants: [{ key: 'a', value: { x: 1 }, name: 'A' }],
    metadata: { team: 'web' },
    links: [{ title: 't', url: 'https://a.example' }],
    tags: ['t'],
  },
  flagPatchSchema: { name: 'n', metadata: { team: 'web' }, version: 1 },
  ofrepSchema: { context: {} },
  paginationSchema: { limit: '5', q: 'x' },
  projectCreateSchema: { key: 'p', name: 'P' },
  roleCreateSchema: { key: 'r', permissions: ['flag.view'] },
  ruleCreateSchema: { ...rule, before: 'r1', version: 1 },
  segmentMembersSchema: { subjects: ['u1'] },
  segmentPutSchema: { version: 1, operator: 'AND', conditions: rule.conditions },
  signInSchema: { email: 'a@b.example', password: 'x' },
  userCreateSchema: { email: 'a@b.example', name: 'A', role: 'viewer', password: 'long enough' },
};

const SECRET = 'PLANTEDx';

/** Every way to put one strange thing into a body: in place of each part, and beside each part. */
function* spoiled(value: unknown, strange: unknown): Generator<unknown> {
  yield strange;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    yield [...value, strange];
    for (const [index, part] of value.entries())
      for (const each of spoiled(part, strange)) yield value.with(index, each);
    return;
  }
  yield { ...value, [SECRET]: strange };
  for (const [name, part] of Object.entries(value)) {
    for (const each of spoiled(part, strange)) yield { ...value, [name]: each };
  }
}

const STRANGE: [string, unknown][] = [
  ['a text', SECRET],
  ['a text that is no key', `${SECRET} /<b>`],
  ['a text with NUL', `${SECRET}\0`],
  ['half a pair', `${SECRET}\uD800`],
  ['a long text', SECRET.repeat(2_000)],
  ['an object', { [SECRET]: SECRET, not: '' }],
  ['an object with a strange name', { [`${SECRET}\0`]: 1 }],
  ['a list', [[SECRET]]],
  ['deep nesting', JSON.parse(`${'['.repeat(70)}"${SECRET}"${']'.repeat(70)}`)],
  ['a huge number', 1e308],
  ['no number', Number.NaN],
  ['null', null],
  ['true', true],
  ['own __proto__', JSON.parse(`{"__proto__":{"${SECRET}":1}}`)],
];

describe('issuesOf', () => {
  it.each(Object.keys(SCHEMAS))('%s takes what is right', (name) => {
    expect(SCHEMAS[name]?.safeParse(RIGHT[name])).toMatchObject({ success: true });
  });

  it.each(Object.keys(SCHEMAS))('%s never echoes what it refuses, and always says why in words of ours', (name) => {
    let refused = 0;
    for (const [, strange] of STRANGE) {
      for (const body of spoiled(RIGHT[name], strange)) {
        const parsed = SCHEMAS[name]?.safeParse(body);
        if (!parsed || parsed.success) continue;
        refused += 1;
        const issues = issuesOf(parsed.error);
        expect(issues.length).toBeGreaterThan(0);
        expect(JSON.stringify(issues)).not.toContain('PLANTED');
        for (const { code, message, path } of issues) {
          expect(Object.keys(SHAPE_TEXTS)).toContain(code);
          expect(message).not.toMatch(/[{}]|undefined|NaN/);
          expect(path).toMatch(/^[a-zA-Z0-9.]*$/);
        }
      }
    }
    expect(refused).toBeGreaterThan(5);
  });

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        for (const schema of Object.values(SCHEMAS)) {
          const parsed = schema.safeParse(value);
          if (!parsed.success) expect(issuesOf(parsed.error).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [
      'a rule’s serve, by the form that was meant',
      { ...configuration, rules: [{ ...rule, serve: { split: [{ variant: 'on' }] } }] },
      'rules.0.serve.split.0.weight',
      'expected_number',
    ],
    ['a variant that is no text', { ...configuration, default: { variant: 5 } }, 'default.variant', 'expected_string'],
    [
      'a rule that serves the caller’s own default',
      { ...configuration, rules: [{ ...rule, serve: { variant: null } }] },
      'rules.0.serve.variant',
      'expected_string',
    ],
    [
      'an operator that is not known',
      { ...configuration, rules: [{ ...rule, conditions: [{ attribute: 'a', operator: 'sounds' }] }] },
      'rules.0.conditions.0.operator',
      'invalid_choice',
    ],
    [
      'a field that is not known, deep within',
      {
        ...configuration,
        rules: [{ ...rule, conditions: [{ operator: 'AND', conditions: [{ segment: 'x', y: 1 }] }] }],
      },
      'rules.0.conditions.0.conditions.0',
      'unknown_field',
    ],
    ['a state that is not known', { ...configuration, state: 'maybe' }, 'state', 'invalid_choice'],
    [
      'both percentage and ramp',
      { ...configuration, rules: [{ ...rule, rollout: { ...rule.rollout, percentage: 1 } }] },
      'rules.0.rollout',
      'rollout_form',
    ],
    ['no default', { ...configuration, default: undefined }, 'default', 'invalid'],
    ['rules that are no list', { ...configuration, rules: {} }, 'rules', 'expected_array'],
    ['half a version', { ...configuration, version: 1.5 }, 'version', 'expected_number'],
    ['a negative version', { ...configuration, version: -1 }, 'version', 'too_small_number'],
  ])('places %s', (_, body, path, code) => {
    const parsed = configurationPutSchema.safeParse(body);
    const found = parsed.success ? [] : issuesOf(parsed.error);
    expect(found.map((each) => [each.path, each.code])).toEqual([[path, code]]);
  });

  it('says limits as numbers of ours', () => {
    const parsed = flagPatchSchema.safeParse({ description: 'x'.repeat(10_001) });
    expect(parsed.success ? [] : issuesOf(parsed.error)).toEqual([
      {
        path: 'description',
        code: 'too_big_text',
        message: 'This is too long: at most 10,000 characters.',
        params: { limit: 10_000 },
      },
    ]);
  });
});
