import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { addSegmentMembers } from './add-members';
import { createSegment } from './create';
import { getSegment } from './get';
import { listSegmentMembers } from './list-members';
import { removeSegmentMembers } from './remove-members';

let services: TestServices;
let count = 0;
let place = { key: '', environment: 'staging' };
const developer = () => services.as('developer');
const add = (...subjects: string[]) => addSegmentMembers(developer(), { ...place, subjects });
const remove = (...subjects: string[]) => removeSegmentMembers(developer(), { ...place, subjects });
const list = (query: object = {}) => listSegmentMembers(services.as('viewer'), { ...place, ...query });
const number = async () =>
  (await services.db.environment.findFirstOrThrow({ where: { key: place.environment } })).number;
const users = (many: number) => Array.from({ length: many }, (_, index) => `user-${String(index).padStart(5, '0')}`);

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  count += 1;
  place = { key: `s_${count}`, environment: 'staging' };
  await createSegment(developer(), { key: place.key });
});
afterAll(() => services.close());

it('adds and removes, writing only what differs', async () => {
  expect(await add('a', 'b', 'b')).toEqual({ memberCount: 2, changed: 2, version: 1 });
  const before = await number();
  expect(await add('a', 'b')).toEqual({ memberCount: 2, changed: 0, version: 1 });
  expect(await number()).toBe(before);
  expect(await remove('b', 'c')).toEqual({ memberCount: 1, changed: 1, version: 1 });
  expect((await list()).items).toEqual([{ subject: 'a' }]);
  expect((await getSegment(services.as('viewer'), { ...place, environment: 'production' })).memberCount).toBe(0);
});

it('takes any subject, also with signs that keys or patterns mean something by', async () => {
  const odd = ['a/b', '%', '_', '\\', "'", 'ä', '__proto__', `${place.key}/x`];
  await add(...odd);
  expect((await list()).items.map(({ subject }) => subject).sort()).toEqual(odd.toSorted());
  expect((await list({ q: '%' })).items).toEqual([{ subject: '%' }]);
  await createSegment(developer(), { key: `sx${count}` });
  await addSegmentMembers(developer(), { ...place, key: `sx${count}`, subjects: ['foreign'] });
  expect((await list()).total).toBe(odd.length);
});

it('works through a long list in batches, a change each', async () => {
  const before = await number();
  expect(await add(...users(1_201))).toMatchObject({ memberCount: 1_201, changed: 1_201 });
  expect(await number()).toBe(before + 3);
  const entries = await services.db.auditEntry.findMany({
    where: { action: 'segment.addMembers' },
    orderBy: { seq: 'desc' },
    take: 3,
  });
  const listed = entries.map(({ detail }) => JSON.parse(detail ?? '').after.members.length);
  expect(listed).toEqual([201, 500, 500]);
});

it('pages by subject, and searches', async () => {
  await add(...users(7));
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await list({ limit: 3, ...(cursor && { cursor }) });
    seen.push(...page.items.map(({ subject }) => subject));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(users(7));
  expect((await list({ q: 'USER-00003' })).items).toEqual([{ subject: 'user-00003' }]);
  expect((await refusal(list({ cursor: 'made-up' }))).code).toBe('invalid_cursor');
});

it('loses nobody when many add at once', async () => {
  expect(await race(10, (index) => add(...users(20), `own-${index}`))).toEqual({ done: 10 });
  expect((await list({ limit: 1 })).total).toBe(30);
});

it('is for who may, and reaches its environment', async () => {
  for (const verb of [addSegmentMembers, removeSegmentMembers]) {
    expect((await refusal(verb(services.as('viewer'), { ...place, subjects: ['a'] }))).kind).toBe('forbidden');
    expect((await refusal(verb(services.as('stranger'), { ...place, subjects: ['a'] }))).kind).toBe('not_found');
    expect((await refusal(verb(developer(), { ...place, environment: 'production', subjects: ['a'] }))).kind).toBe(
      'forbidden',
    );
    expect((await refusal(verb(developer(), { ...place, key: 'absent', subjects: ['a'] }))).kind).toBe('not_found');
    expect((await refusal(verb(developer(), { ...place, environment: 'absent', subjects: ['a'] }))).kind).toBe(
      'not_found',
    );
  }
  expect((await refusal(listSegmentMembers(services.as('stranger'), place))).kind).toBe('not_found');
});

it.each([[], ['a\u0000'], [''], ['\ud800'], [{ not: '' }], ['x'.repeat(513)]])('refuses %j', async (...subjects) => {
  const asked = { ...place, subjects: subjects.flat() };
  expect((await refusal(addSegmentMembers(developer(), asked))).kind).toBe('invalid');
});
