import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { addSegmentMembers } from '../segments/add-members';
import { createSegment } from '../segments/create';
import { updateSegmentContent } from '../segments/update-content';
import { createTestServices, refusal, type TestServices } from '../testing';
import { transaction } from '../transaction';
import { changeConfiguration } from './change';
import { explainFlag } from './explain';
import { getConfiguration } from './get';

let services: TestServices;
let count = 0;
let place = { flag: '', environment: 'staging' };
const admin = () => services.as('admin');
const explain = (context: object, more: object = {}) =>
  explainFlag(services.as('viewer'), { ...place, context, ...more });
async function change(...instructions: object[]): Promise<void> {
  const { version } = await getConfiguration(admin(), place);
  await changeConfiguration(admin(), { ...place, version, instructions });
}
const rule = (conditions: object[]) => ({ kind: 'addRule', rule: { id: `r${count}`, name: 'r', conditions } });

beforeAll(async () => {
  services = await createTestServices();
  for (const key of ['inner', 'outer']) await createSegment(admin(), { key });
  await addSegmentMembers(admin(), { key: 'inner', environment: 'staging', subjects: ['a/b', 'other'] });
  const nested = { key: 'outer', environment: 'staging', version: 1, conditions: [{ segment: 'inner' }] };
  await updateSegmentContent(admin(), nested);
});
beforeEach(async () => {
  count += 1;
  place = { ...place, flag: `flag-${count}` };
  await createFlag(admin(), { key: place.flag, type: 'boolean' });
});
afterAll(() => services.close());

it('answers the verdict with a step for each row of the precedence list', async () => {
  const answer = await explain({ targetingKey: 'u' });
  expect(answer).toMatchObject({
    key: place.flag,
    variant: 'off',
    value: false,
    reason: 'DISABLED',
    cause: 'off',
    configVersion: 1,
  });
  expect(answer.trace.map(({ step }) => step)).toContain('default');
  expect(answer).not.toHaveProperty('metadata');
});

it('tries what GET answered, changed or not, as a draft', async () => {
  const stored = await getConfiguration(admin(), place);
  expect(await explain({ targetingKey: 'u' }, { draft: stored })).toMatchObject({ cause: 'off' });
  const draft = { ...stored, state: 'on', comment: 'For everybody' };
  expect(await explain({ targetingKey: 'u' }, { draft })).toMatchObject({ value: true, cause: 'default' });
  expect(await getConfiguration(admin(), place)).toEqual(stored);
});

it('follows segments within segments, and members whose names hold a slash', async () => {
  await change({ kind: 'turnOn' }, { kind: 'setDefault', default: { variant: 'off' } }, rule([{ segment: 'outer' }]));
  expect(await explain({ targetingKey: 'a/b' })).toMatchObject({ variant: 'on', cause: 'rule', ruleId: `r${count}` });
  expect(await explain({ targetingKey: 'nobody' })).toMatchObject({ variant: 'off', cause: 'default' });
});

it('follows prerequisites and what they depend on', async () => {
  await createFlag(admin(), { key: `base-${count}`, type: 'boolean' });
  const prerequisites = [{ flag: `base-${count}`, variants: ['on'] }];
  await change({ kind: 'turnOn' }, { kind: 'setPrerequisites', prerequisites });
  expect(await explain({ targetingKey: 'u' })).toMatchObject({ cause: 'prerequisite', variant: 'off' });
  const own = place.flag;
  place = { ...place, flag: `base-${count}` };
  await change({ kind: 'turnOn' });
  place = { ...place, flag: own };
  expect(await explain({ targetingKey: 'u' })).toMatchObject({ cause: 'default', variant: 'on' });
});

it('reads overrides, memberships and code defaults', async () => {
  const window = { startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2026-04-01T00:00:00.000Z' };
  await change({ kind: 'turnOn' }, { kind: 'setDefault', default: { variant: 'off' } });
  await transaction(admin(), { environments: ['staging'] }, async (tx) => {
    const { id } = tx.environment('staging');
    tx.items.put(id, 'override', `${place.flag}/acme`, { v: 1, variant: 'on' });
    tx.items.put(id, 'membership', `${place.flag}/m1`, { v: 1, subject: 'u1', ...window });
    tx.items.put(id, 'membership', `${place.flag}/m2`, { v: 1, subject: 'u2', ...window });
  });
  expect(await explain({ targetingKey: 'x', tenant: 'acme' })).toMatchObject({ cause: 'override', variant: 'on' });
  expect(await explain({ targetingKey: 'u1' })).toMatchObject({ cause: 'membership', variant: 'on' });
  expect(await explain({ targetingKey: 'u3' })).toMatchObject({ cause: 'default', variant: 'off' });
});

it('tries a draft that is not saved, and refuses one that could not be', async () => {
  const stored = await getConfiguration(admin(), place);
  const { flag: _flag, environment: _environment, ...draft } = stored;
  expect(await explain({ targetingKey: 'u' }, { draft: { ...draft, state: 'on' } })).toMatchObject({
    variant: 'on',
    cause: 'default',
  });
  expect(await getConfiguration(admin(), place)).toEqual(stored);
  const wrong = { ...draft, rules: [{ conditions: [{ segment: 'absent' }] }] };
  expect((await refusal(explain({}, { draft: wrong }))).at).toEqual(['rules.0.conditions.0.segment:segment_absent']);
});

it('looks back to an instant, with its items and its clock', async () => {
  services.setNow('2026-03-03T09:00:00Z');
  await change({ kind: 'turnOn' });
  services.setNow('2026-03-05T09:00:00Z');
  await change({ kind: 'turnOff' });
  const at = (instant: string) => explain({ targetingKey: 'u' }, { at: instant });
  expect(await at('2026-03-02T12:00:00+01:00')).toMatchObject({ cause: 'off', configVersion: 1 });
  expect(await at('2026-03-03T09:00:00Z')).toMatchObject({ variant: 'on', configVersion: 2 });
  expect(await at('2026-03-05T08:59:59Z')).toMatchObject({ variant: 'on', configVersion: 2 });
  expect(await at('2026-03-05T09:00:00Z')).toMatchObject({ cause: 'off', configVersion: 3 });
  expect(await at('2025-01-01T00:00:00Z')).toMatchObject({ reason: 'ERROR', errorCode: 'FLAG_NOT_FOUND' });
});

it('survives contexts that no database can look up', async () => {
  for (const targetingKey of ['\u0000', '\ud800', '', 12, { not: '' }, null]) {
    expect(await explain({ targetingKey, tenant: targetingKey })).toMatchObject({ cause: 'off' });
  }
});

it('is for members', async () => {
  expect((await refusal(explainFlag(services.as('stranger'), { ...place, context: {} }))).kind).toBe('not_found');
  expect((await refusal(explain({}, { flag: 'absent' }))).kind).toBe('not_found');
  expect((await refusal(explain([]))).kind).toBe('invalid');
});
