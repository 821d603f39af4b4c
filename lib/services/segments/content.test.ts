import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changeConfiguration } from '../configurations/change';
import { createFlag } from '../flags/create';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { createSegment } from './create';
import { getSegment } from './get';
import { listSegments } from './list';
import { removeSegment } from './remove';
import { updateSegmentContent } from './update-content';
import { segmentUsage } from './usage';

let services: TestServices;
let key = '';
let count = 0;
const environment = 'staging';
const PLAN = [{ attribute: 'plan', operator: 'equals', value: 'pro' }];
const put = (body: object, role: 'admin' | 'developer' | 'viewer' | 'stranger' = 'developer') =>
  updateSegmentContent(services.as(role), { key, environment, version: 1, conditions: PLAN, ...body });
const segment = (name: string) => createSegment(services.as('developer'), { key: name });

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  count += 1;
  key = `segment-${count}`;
  await segment(key);
});
afterAll(() => services.close());

it('starts empty in every environment', async () => {
  const view = await getSegment(services.as('viewer'), { key, environment: 'production' });
  expect(view).toMatchObject({
    key,
    name: key,
    version: 1,
    environment: 'production',
    memberCount: 0,
    usedIn: [],
    content: { version: 1, operator: 'AND', conditions: [] },
    operator: 'AND',
    conditions: [],
  });
});

it('keeps keys unique without regard to case', async () => {
  expect((await refusal(createSegment(services.as('developer'), { key: key.toUpperCase() }))).code).toBe('key_taken');
  expect((await refusal(createSegment(services.as('developer'), { key: 'flag:x' }))).kind).toBe('invalid');
  expect((await refusal(createSegment(services.as('viewer'), { key: 'x' }))).kind).toBe('forbidden');
  expect((await refusal(createSegment(services.as('stranger'), { key: 'x' }))).kind).toBe('not_found');
});

it('has its content in one environment, with a version of its own', async () => {
  const stored = await put({ operator: 'OR' });
  expect(stored).toMatchObject({ version: 2, content: { version: 2, operator: 'OR', conditions: PLAN } });
  expect(await put({ operator: 'OR', version: 2 })).toEqual(stored);
  expect((await getSegment(services.as('viewer'), { key, environment: 'development' })).content).toMatchObject({
    version: 1,
    conditions: [],
  });
  const entry = await services.db.auditEntry.findFirstOrThrow({
    where: { action: 'segment.update' },
    orderBy: { seq: 'desc' },
  });
  expect(JSON.parse(entry.detail ?? '')).toMatchObject({ before: { segment: key, version: 1 }, after: { version: 2 } });
});

it('says in the audit what it was called before', async () => {
  await put({ name: 'Early birds', description: 'Who asked first.' });
  const entry = await services.db.auditEntry.findFirstOrThrow({
    where: { action: 'segment.update' },
    orderBy: { seq: 'desc' },
  });
  expect(JSON.parse(entry.detail ?? '')).toMatchObject({
    before: { name: key, description: '' },
    after: { name: 'Early birds', description: 'Who asked first.' },
  });
});

it('is in conflict with a change since, in this environment only', async () => {
  const stored = await put({});
  const refused = await refusal(put({ operator: 'NOT' }));
  expect([refused.kind, refused.code, refused.current]).toEqual(['conflict', 'version_conflict', stored]);
  expect((await put({ environment: 'development', operator: 'NOT' })).version).toBe(3);
  expect((await put({ version: 2, operator: 'NOT' })).version).toBe(4);
  expect((await refusal(put({ version: 9 }))).code).toBe('version_conflict');
  expect((await refusal(updateSegmentContent(services.as('admin'), { key, environment, conditions: [] }))).code).toBe(
    'version_required',
  );
});

it('lets one of many parallel saves through, and environments not get in each other’s way', async () => {
  const outcomes = await race(20, (index) => put({ conditions: [{ attribute: `a${index}`, operator: 'exists' }] }));
  expect(outcomes).toEqual({ done: 1, version_conflict: 19 });
  const places = ['development', 'production'];
  expect(await race(2, (index) => put({ environment: places[index], version: 1 }, 'admin'))).toEqual({ done: 2 });
});

it('reaches its environment', async () => {
  expect((await refusal(put({ environment: 'production' }))).kind).toBe('forbidden');
  expect((await put({ environment: 'production' }, 'admin')).version).toBe(2);
  expect((await refusal(put({}, 'viewer'))).kind).toBe('forbidden');
  expect((await refusal(put({}, 'stranger'))).kind).toBe('not_found');
  expect((await refusal(put({ key: 'absent' }))).kind).toBe('not_found');
});

it.each([
  [{ conditions: [{ segment: 'absent' }] }, 'conditions.0.segment:segment_absent'],
  [{ conditions: [{ operator: 'OR', conditions: [] }] }, 'conditions.0.conditions:group_empty'],
  [{ conditions: [{ attribute: 'x', operator: 'in', value: 'a' }] }, 'conditions.0.value:constant_list'],
])('refuses %j', async (body, at) => {
  const refused = await refusal(put(body));
  expect([refused.kind, refused.at]).toEqual(['refused', [at]]);
});

it('refuses cycles through other segments, also under a race', async () => {
  const other = `${key}-other`;
  await segment(other);
  expect((await refusal(put({ conditions: [{ segment: key }] }))).at).toEqual(['conditions:segment_cycle']);
  const outcomes = await race(2, (index) =>
    put(index === 0 ? { conditions: [{ segment: other }] } : { key: other, conditions: [{ segment: key }] }),
  );
  expect(outcomes).toEqual({ done: 1, change_refused: 1 });
});

it('is listed with how many conditions it has anywhere, those of groups included', async () => {
  await put({ conditions: [...PLAN, { operator: 'OR', conditions: [...PLAN, ...PLAN] }] });
  const { items } = await listSegments(services.as('viewer'), { q: key });
  expect(items.find((item) => item.key === key)?.conditions).toEqual({ development: 0, staging: 3, production: 0 });
});

it('is listed with its members and how many use it, by pages', async () => {
  const first = await listSegments(services.as('viewer'), { limit: 1, q: 'segment-' });
  expect(first.items[0]).toMatchObject({
    key: 'segment-1',
    usedBy: 0,
    members: { development: 0, staging: 0, production: 0 },
  });
  const second = await listSegments(services.as('viewer'), { limit: 1, q: 'segment-', cursor: first.nextCursor });
  expect(second.items[0]?.key).not.toBe('segment-1');
  expect(second.total).toBe(first.total);
  expect((await refusal(listSegments(services.as('viewer'), { cursor: 'made-up' }))).code).toBe('invalid_cursor');
});

it('is not deleted while rules or segments use it, nor by who cannot reach what it holds', async () => {
  const outer = `${key}-outer`;
  await segment(outer);
  await createFlag(services.as('admin'), { key: `flag-${key}`, type: 'boolean' });
  await put({ key: outer, conditions: [{ segment: key }] });
  await changeConfiguration(services.as('admin'), {
    flag: `flag-${key}`,
    environment: 'production',
    version: 1,
    instructions: [{ kind: 'addRule', rule: { conditions: [{ segment: key }] } }],
  });
  const usage = [
    { kind: 'rule', key: `flag-${key}`, environment: 'production' },
    { kind: 'segment', key: outer, environment },
  ];
  expect(await segmentUsage(services.as('viewer'), { key })).toEqual(expect.arrayContaining(usage));
  const refused = await refusal(removeSegment(services.as('developer'), { key, version: 1 }));
  expect([refused.code, refused.at.length]).toEqual(['segment_in_use', 2]);
  await put({ key: outer, version: 2, environment: 'production' }, 'admin');
  expect((await refusal(removeSegment(services.as('developer'), { key: outer, version: 3 }))).kind).toBe('forbidden');
  expect((await refusal(removeSegment(services.as('admin'), { key: outer, version: 2 }))).code).toBe(
    'version_conflict',
  );
  await removeSegment(services.as('admin'), { key: outer, version: 3 });
  expect(await services.db.item.count({ where: { key: outer, toNumber: null } })).toBe(0);
  expect((await refusal(getSegment(services.as('viewer'), { key: outer, environment }))).kind).toBe('not_found');
});
