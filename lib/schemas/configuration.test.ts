import { describe, expect, it } from 'vitest';
import { completeConfiguration } from '@/lib/changes/complete';
import { BOOLEAN, configuration as stored, rule } from '@/lib/changes/testing/build';
import { validateConfiguration } from '@/lib/changes/validate';
import { configurationPutSchema } from './configuration';
import { constantProblem } from './constant';
import { changeSchema, instructionSchema } from './instruction';
import { issuesOf } from './issues';
import { ruleCreateSchema } from './rule';
import { segmentPutSchema } from './segment';
import { sentKinds } from './testing/instruction-kinds';
import changeV1 from './fixtures/change-v1.json';
import configurationV1 from './fixtures/configuration-v1.json';

/** Two rules that must work as written. */
const EXAMPLES = [
  '{"id":"rule-001","name":"Internal Team Members","description":"Target internal team members for early access","operator":"OR","conditions":[{"attribute":"email","operator":"matches","value":".*@marmitas\\\\.com"},{"attribute":"groups","operator":"contains","value":"internal-testers"}],"enabled":true}',
  '{"id":"rule-002","name":"Premium Customers in Production","description":"Target premium customers in production environment","operator":"AND","conditions":[{"attribute":"subscription","operator":"equals","value":"premium"},{"attribute":"environment","operator":"equals","value":"production"}],"enabled":true}',
];

describe('configurationPutSchema', () => {
  it('takes what GET answers, unchanged', () => {
    expect(configurationPutSchema.parse(configurationV1)).toEqual(configurationV1);
  });

  it('takes rules as short as they may be, and fills them', () => {
    const body = { version: 1, state: 'on', default: { variant: 'on' }, rules: [{ conditions: [] }] };
    expect(configurationPutSchema.parse(body)).toEqual({
      ...body,
      targets: [],
      prerequisites: [],
      rules: [{ name: '', description: '', enabled: true, operator: 'AND', conditions: [] }],
    });
  });

  it('takes the two example rules as they are written, and they mean something', () => {
    const rules: unknown[] = EXAMPLES.map((text) => JSON.parse(text));
    const body = configurationPutSchema.parse({ version: 1, state: 'on', default: { variant: 'off' }, rules });
    const whole = completeConfiguration(BOOLEAN, stored(), body, () => 'unused');
    expect(whole.rules).toEqual(rules.map((each) => ({ ...Object(each), serve: { variant: 'on' } })));
    const refs = { flags: () => undefined, segments: () => false, constant: constantProblem };
    expect(validateConfiguration(BOOLEAN, whole, refs)).toEqual([]);
  });

  it('leaves meaning alone: weights, percentages, order and zones are judged later', () => {
    const odd = {
      version: 1,
      state: 'on',
      default: { split: [{ variant: 'absent', weight: -3.5 }] },
      rules: [{ conditions: [], rollout: { percentage: 1e9 }, window: { startsAt: 'soon', timezone: 'Moon/Sea' } }],
    };
    expect(configurationPutSchema.safeParse(odd).success).toBe(true);
  });

  it('takes a segment condition in both writings, virtual segments too', () => {
    const conditions = [
      { segment: 'beta' },
      { segment: 'flag:checkout' },
      { attribute: '', operator: 'inSegment', value: 'beta' },
    ];
    expect(ruleCreateSchema.parse({ conditions }).conditions).toEqual(conditions);
    expect(ruleCreateSchema.safeParse({ conditions: [{ segment: 'flag:' }] }).success).toBe(false);
    expect(ruleCreateSchema.safeParse({ conditions: [{ segment: 'x:y' }] }).success).toBe(false);
  });

  it('keeps __proto__ as a name of an attribute and within a constant', () => {
    const value: unknown = JSON.parse('{"__proto__":1}');
    const conditions = [{ attribute: '__proto__.admin', operator: 'equals', value }];
    expect(ruleCreateSchema.parse({ conditions }).conditions).toEqual(conditions);
  });
});

describe('changeSchema', () => {
  it('takes every kind of instruction', () => {
    const instructions = changeV1.instructions.filter(({ kind }) => sentKinds.includes(kind));
    const parsed = changeSchema.parse({ version: 3, instructions, comment: 'why' });
    expect(parsed.instructions).toEqual(instructions);
    expect(parsed.dryRun).toBe(false);
    const known = instructionSchema.options.map((option) => option.shape.kind.value);
    expect(known.toSorted()).toEqual([...sentKinds].sort());
  });

  it.each([
    [{ instructions: [] }, 'instructions: too_small_list'],
    [{ instructions: [{ kind: 'dance' }] }, 'instructions.0.kind: invalid_choice'],
    [{ instructions: [{ kind: 'turnOn', extra: 1 }] }, 'instructions.0: unknown_field'],
    [{ instructions: [{ kind: 'removeTargets', subjects: [] }] }, 'instructions.0.subjects: too_small_list'],
    [
      { instructions: [{ kind: 'removeTargets', subjects: [{ not: '' }] }] },
      'instructions.0.subjects.0: expected_string',
    ],
    [{ instructions: [{ kind: 'turnOn' }], at: 'tomorrow' }, 'at: when_unreadable'],
    [{ instructions: [{ kind: 'updateRule', id: 'a' }] }, 'instructions.0.rule: expected_object'],
  ])('refuses %j', (body, expected) => {
    const parsed = changeSchema.safeParse(body);
    const found = parsed.success ? [] : issuesOf(parsed.error).map(({ path, code }) => `${path}: ${code}`);
    expect(found).toEqual([expected]);
  });
});

describe('segmentPutSchema', () => {
  it('may be empty, and refuses what is not known', () => {
    expect(segmentPutSchema.parse({ version: 1, operator: 'OR', conditions: [] }).conditions).toEqual([]);
    expect(segmentPutSchema.safeParse({ version: 1, operator: 'XOR', conditions: [] }).success).toBe(false);
    expect(segmentPutSchema.safeParse({ version: 1 }).success).toBe(false);
  });

  it('holds the same conditions as a rule', () => {
    const { operator, conditions } = rule();
    expect(segmentPutSchema.parse({ operator, conditions })).toEqual({ operator, conditions });
  });
});
