import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { addRule } from './add-rule';
import { listRules } from './list-rules';
import { removeRule } from './remove-rule';
import { replaceRule } from './replace-rule';
import { enableFlag } from './set-state';

let services: TestServices;
let count = 0;
let place = { flag: '', environment: 'development' };
const developer = () => services.as('developer');
const CONDITIONS = [{ attribute: 'plan', operator: 'equals', value: 'pro' }];
const add = (rule: object) => addRule(developer(), { ...place, conditions: CONDITIONS, ...rule });
const ids = async () => (await listRules(services.as('viewer'), place)).map(({ id }) => id);

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  count += 1;
  place = { flag: `flag-${count}`, environment: 'development' };
  await createFlag(services.as('admin'), { key: place.flag, type: 'boolean' });
});
afterAll(() => services.close());

it('adds rules at the end, or before another, without a version', async () => {
  const first = await add({ name: 'First' });
  expect(first).toMatchObject({ name: 'First', serve: { variant: 'on' }, enabled: true, operator: 'AND', version: 2 });
  await add({ id: 'second' });
  await add({ id: 'zeroth', before: first.id });
  expect(await ids()).toEqual(['zeroth', first.id, 'second']);
  expect((await refusal(add({ id: 'second' }))).at).toEqual(['id:rule_duplicate']);
  expect((await refusal(add({ before: 'absent' }))).at).toEqual(['before:rule_absent']);
});

it('says what is wrong by its place in the rule that was sent', async () => {
  await add({ id: 'first' });
  const wrong = { conditions: [{ attribute: 'x', operator: 'matches', value: '(' }, { segment: 'absent' }] };
  const at = ['conditions.0.value:constant_pattern', 'conditions.1.segment:segment_absent'];
  expect((await refusal(add(wrong))).at).toEqual(at);
  expect((await refusal(add({ ...wrong, before: 'first' }))).at).toEqual(at);
  expect((await refusal(replaceRule(developer(), { ...place, ...wrong, id: 'first', version: 2 }))).at).toEqual(at);
  expect((await refusal(add({ serve: { variant: 'absent' } }))).at).toEqual(['serve.variant:variant_absent']);
});

it('looks at a version that is given', async () => {
  expect((await refusal(add({ version: 7 }))).code).toBe('version_conflict');
  expect((await add({ version: 1 })).version).toBe(2);
});

it('takes rules added at once by many', async () => {
  expect(await race(10, (index) => add({ id: `r${index}` }))).toEqual({ done: 10 });
  expect(await ids()).toHaveLength(10);
});

it('replaces a rule as GET answers it, versioned by the configuration', async () => {
  const rule = await add({ id: 'r' });
  const replaced = await replaceRule(developer(), { ...place, ...rule, name: 'Renamed', enabled: false });
  expect(replaced).toMatchObject({ id: 'r', name: 'Renamed', enabled: false, version: 3 });
  expect((await refusal(replaceRule(developer(), { ...place, ...rule, name: 'Stale' }))).code).toBe('version_conflict');
  const { version: _, ...versionless } = rule;
  expect((await refusal(replaceRule(developer(), { ...place, ...versionless }))).code).toBe('version_required');
  await enableFlag(developer(), place);
  expect((await replaceRule(developer(), { ...place, ...replaced, name: 'On top' })).version).toBe(5);
});

it('removes a rule, versioned by the configuration', async () => {
  const rule = await add({ id: 'r' });
  await replaceRule(developer(), { ...place, ...rule, name: 'Changed' });
  expect((await refusal(removeRule(developer(), { ...place, id: 'r', version: 2 }))).code).toBe('version_conflict');
  await removeRule(developer(), { ...place, id: 'r', version: 3 });
  expect(await ids()).toEqual([]);
});

it('does not find a rule that is not there', async () => {
  expect((await refusal(removeRule(developer(), { ...place, id: 'absent', version: 1 }))).kind).toBe('not_found');
  const rule = { ...place, id: 'absent', version: 1, conditions: CONDITIONS };
  expect((await refusal(replaceRule(developer(), rule))).kind).toBe('not_found');
});

it('is for who may', async () => {
  const rule = { ...place, id: 'r', version: 1, conditions: CONDITIONS };
  for (const verb of [addRule, replaceRule]) {
    expect((await refusal(verb(services.as('viewer'), rule))).kind).toBe('forbidden');
    expect((await refusal(verb(services.as('stranger'), rule))).kind).toBe('not_found');
    expect((await refusal(verb(developer(), { ...rule, environment: 'production' }))).kind).toBe('forbidden');
  }
  expect((await refusal(removeRule(services.as('viewer'), { ...place, id: 'r', version: 1 }))).kind).toBe('forbidden');
  expect((await refusal(listRules(services.as('stranger'), place))).kind).toBe('not_found');
});
