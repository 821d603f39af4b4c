import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createSegment } from '../segments/create';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { changeConfiguration } from './change';
import { getConfiguration } from './get';

let services: TestServices;
let count = 0;
const environment = 'staging';

async function flags(...keys: string[]): Promise<string[]> {
  count += 1;
  const named = keys.map((key) => `${key}-${count}`);
  for (const key of named) await createFlag(services.as('admin'), { key, type: 'boolean' });
  return named;
}
async function change(flag: string, instruction: object): Promise<unknown> {
  const { version } = await getConfiguration(services.as('admin'), { flag, environment });
  return changeConfiguration(services.as('admin'), { flag, environment, version, instructions: [instruction] });
}
const needs = (flag: string, ...needed: string[]): Promise<unknown> =>
  change(flag, { kind: 'setPrerequisites', prerequisites: needed.map((key) => ({ flag: key, variants: ['on'] })) });
const rule = (conditions: object[], more: object = {}) => ({
  kind: 'addRule',
  rule: { name: 'r', conditions, ...more },
});
let flag = '';

beforeAll(async () => {
  services = await createTestServices();
  await createSegment(services.as('admin'), { key: 'known' });
});
beforeEach(async () => {
  [flag = ''] = await flags('a');
});
afterAll(() => services.close());

const ANY = { attribute: 'x', operator: 'exists' };
it.each([
  [rule([{ segment: 'absent' }]), 'rules.0.conditions.0.segment:segment_absent'],
  [
    rule([{ attribute: '', operator: 'notInSegment', value: 'flag:absent' }]),
    'rules.0.conditions.0.value:segment_absent',
  ],
  [rule([{ operator: 'OR', conditions: [] }]), 'rules.0.conditions.0.conditions:group_empty'],
  [rule([{ attribute: 'e', operator: 'matches', value: '(' }]), 'rules.0.conditions.0.value:constant_pattern'],
  [rule([{ attribute: 'e', operator: 'before', value: '2026-01-01' }]), 'rules.0.conditions.0.value:constant_instant'],
  [rule([ANY], { serve: { variant: 'absent' } }), 'instructions.0.rule.serve.variant:variant_absent'],
  [
    rule([ANY], { serve: { split: [{ variant: 'on', weight: 99_999 }] } }),
    'instructions.0.rule.serve.split:weights_total',
  ],
  [rule([ANY], { rollout: { percentage: 100_001 } }), 'instructions.0.rule.rollout.percentage:percentage_range'],
  [{ kind: 'setDefault', default: { variant: 'absent' } }, 'instructions.0.default.variant:variant_absent'],
  [{ kind: 'setOffVariant', variant: 'absent' }, 'instructions.0.variant:variant_absent'],
  [{ kind: 'addTargets', variant: 'absent', subjects: ['u'] }, 'instructions.0.variant:variant_absent'],
  [
    { kind: 'setPrerequisites', prerequisites: [{ flag: 'absent', variants: ['on'] }] },
    'prerequisites.0.flag:flag_absent',
  ],
  [
    { kind: 'addTargets', variant: 'on', subjects: Array.from({ length: 1_001 }, (_, i) => `u${i}`) },
    'targets:targets_limit',
  ],
  [rule(Array.from({ length: 51 }, () => ANY)), 'instructions.0.rule.conditions:conditions_limit'],
])('refuses %j', async (instruction, at) => {
  const refused = await refusal(change(flag, instruction));
  expect([refused.kind, refused.code]).toEqual(['refused', 'change_refused']);
  expect(refused.at).toContain(at);
  expect((await getConfiguration(services.as('viewer'), { flag, environment })).version).toBe(1);
});

it.each([
  rule([{ attribute: 'x', operator: 'almost', value: 1 }]),
  rule([{ attribute: 'x', operator: { not: '' }, value: 1 }]),
  { kind: 'explode' },
  { kind: 'removeRule', id: { not: '' } },
  { kind: 'setOffVariant', variant: '__proto__' },
])('is a wrong shape: %j', async (instruction) => {
  expect((await refusal(change(flag, instruction))).kind).toBe('invalid');
});

it('takes references that are there, virtual segments among them', async () => {
  await change(flag, rule([{ segment: 'known' }, { segment: `flag:${flag}` }]));
});

it('takes no variant that a prerequisite lacks', async () => {
  const [needed = ''] = await flags('n');
  const refused = await refusal(
    change(flag, { kind: 'setPrerequisites', prerequisites: [{ flag: needed, variants: ['on', 'maybe'] }] }),
  );
  expect(refused.at).toEqual(['prerequisites.0.variants.1:prerequisite_variant_absent']);
});

it('refuses prerequisites that lead back, however far', async () => {
  const [a = '', b = '', c = ''] = await flags('a', 'b', 'c');
  expect((await refusal(needs(a, a))).at).toEqual(['prerequisites:prerequisite_cycle']);
  await needs(a, b);
  await needs(b, c);
  expect((await refusal(needs(c, a))).at).toEqual(['prerequisites:prerequisite_cycle']);
  const elsewhere = { flag: c, environment: 'production', version: 1 };
  await changeConfiguration(services.as('admin'), {
    ...elsewhere,
    instructions: [{ kind: 'setPrerequisites', prerequisites: [{ flag: a, variants: ['on'] }] }],
  });
});

it('refuses the twenty-first level, from either end', async () => {
  const chain = await flags(...Array.from({ length: 22 }, (_, index) => `d${index}`));
  const at = (index: number): string => chain[index] ?? '';
  for (let index = 19; index >= 0; index -= 1) await needs(at(index), at(index + 1));
  expect((await refusal(needs(at(20), at(21)))).at).toEqual(['prerequisites:prerequisite_too_deep']);
  expect((await refusal(needs(at(21), at(0)))).at).toEqual(['prerequisites:prerequisite_too_deep']);
  await needs(at(21), at(1));
});

it('lets one of two racers save its half of a cycle', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [a = '', b = ''] = await flags('ra', 'rb');
    const outcomes = await race(2, (index) => (index === 0 ? needs(a, b) : needs(b, a)));
    expect(outcomes).toEqual({ done: 1, change_refused: 1 });
  }
});

it('is not held up by what else is wrong when it is an emergency stop', async () => {
  await change(flag, rule([{ segment: 'known' }]));
  await services.db.segment.deleteMany({ where: { key: 'known' } });
  expect((await refusal(change(flag, { kind: 'setOffVariant', variant: null }))).at).toEqual([
    'rules.0.conditions.0.segment:segment_absent',
  ]);
  expect(await change(flag, { kind: 'kill' })).toMatchObject({ killed: true });
});
