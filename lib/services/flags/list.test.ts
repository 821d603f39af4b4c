import { afterAll, beforeAll, expect, it } from 'vitest';
import { enableFlag, killFlag } from '../configurations/set-state';
import { encodeCursor } from '../cursor';
import { createTestServices, refusal, type TestServices } from '../testing';
import { archiveFlag } from './archive';
import { createFlag } from './create';
import { listFlags } from './list';

const DAY = 86_400_000;
let services: TestServices;
const list = (query: object = {}) => listFlags(services.as('viewer'), query);
const keys = async (query: object = {}) => (await list(query)).items.map(({ key }) => key);

async function count(flag: string, environment: string, daysAgo: number, evaluations: bigint): Promise<void> {
  const at = new Date(services.now().getTime() - daysAgo * DAY);
  const { id } = await services.db.environment.findFirstOrThrow({ where: { key: environment } });
  const hour = new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
  await services.db.evaluationCount.create({
    data: { environmentId: id, flag, variant: 'on', sdk: 'test', hour, count: evaluations, lastAt: at },
  });
}

beforeAll(async () => {
  services = await createTestServices();
  const create = (key: string, more: object = {}) =>
    createFlag(services.as('admin'), { key, type: 'boolean', ...more });
  services.setNow('2026-01-01T12:00:00Z');
  await create('old', { name: 'Zebra' });
  services.setNow('2026-03-02T12:00:00Z');
  await create('checkout', { name: 'New checkout', tags: ['shop', 'beta'], owner: 'Ana Lopez', kind: 'experiment' });
  await create('price_100%', { key: 'price_100', description: 'Saves 100% of people', tags: ['shop'] });
  await create('Banner', { type: 'string', variants: [{ key: 'a', value: 'a' }] });
  await create('gone');
  await enableFlag(services.as('admin'), { flag: 'checkout', environment: 'production' });
  await enableFlag(services.as('admin'), { flag: 'price_100', environment: 'staging' });
  await killFlag(services.as('admin'), { flag: 'price_100', environment: 'production' });
  await archiveFlag(services.as('admin'), { key: 'gone' });
  await count('checkout', 'production', 0, 5n);
  await count('checkout', 'staging', 0, 2n);
  await count('checkout', 'production', 6, 3n);
  await count('checkout', 'production', 8, 100n);
  await count('old', 'production', 40, 1n);
});
afterAll(() => services.close());

it('lists by key without regard to case, archived ones only when asked', async () => {
  expect(await keys()).toEqual(['Banner', 'checkout', 'old', 'price_100']);
  expect(await keys({ archived: 'true' })).toEqual(['gone']);
  expect(await keys({ q: 'archived:true' })).toEqual(['gone']);
  expect((await list({ archived: 'all' })).total).toBe(5);
});

it.each([
  ['CHECK', ['checkout']],
  ['100%', ['price_100']],
  ['e_1', ['price_100']],
  ['shop', ['checkout', 'price_100']],
  ['"new check"', ['checkout']],
  ['new zebra', []],
  ['tag:shop', ['checkout', 'price_100']],
  ['tag:shop tag:beta', ['checkout']],
  ['owner:ana', ['checkout']],
  ['owner:"ana lopez"', ['checkout']],
  ['kind:experiment', ['checkout']],
  ['type:string', ['Banner']],
  ['state:on', ['checkout', 'price_100']],
  ['state:on env:production', ['checkout']],
  ['env:production', ['checkout']],
  ['env:absent', []],
  ['state:killed', ['price_100']],
  ['state:killed env:staging', []],
  ['state:sideways', []],
  ['state:off env:production', ['Banner', 'old']],
  ['stale:true', ['old']],
  ['stale:false tag:shop', ['checkout', 'price_100']],
  ['unknown:term', []],
  ["'; DROP TABLE flag; --", []],
])('finds by %s', async (q, expected) => {
  expect(await keys({ q })).toEqual(expected);
});

it.each([
  [{ sort: 'name' }, ['Banner', 'checkout', 'price_100', 'old']],
  [{ sort: 'name', order: 'desc' }, ['old', 'price_100', 'checkout', 'Banner']],
  [{ sort: 'createdAt' }, ['old', 'checkout', 'price_100', 'Banner']],
  [{ sort: 'lastSeenAt', direction: 'desc' }, ['checkout', 'old', 'Banner', 'price_100']],
])('sorts by %j, and pages give the same', async (query, expected) => {
  expect(await keys(query)).toEqual(expect.arrayContaining(expected));
  expect((await keys(query))[0]).toBe(expected[0]);
  const paged: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await list({ ...query, limit: '1', ...(cursor && { cursor }) });
    paged.push(...page.items.map(({ key }) => key));
    cursor = page.nextCursor;
  } while (cursor);
  expect(paged).toEqual(await keys(query));
});

it('refuses cursors of another order, or made up', async () => {
  const { nextCursor } = await list({ limit: 1 });
  expect((await refusal(list({ sort: 'name', cursor: nextCursor }))).code).toBe('invalid_cursor');
  for (const cursor of [
    'x',
    encodeCursor(['key', 'a']),
    encodeCursor(['key', 'a', 'b', 'c']),
    encodeCursor(['key', 1, 'b']),
  ]) {
    expect((await refusal(list({ cursor }))).code).toBe('invalid_cursor');
  }
  expect((await refusal(list({ cursor: Buffer.from('["key","\\u0000","b"]').toString('base64url') }))).code).toBe(
    'invalid_cursor',
  );
});

it('counts evaluations of seven days over all environments, and when a flag was last seen', async () => {
  const { items } = await list({ q: 'checkout' });
  expect(items[0]).toMatchObject({
    evaluations: [3, 0, 0, 0, 0, 0, 7],
    lastSeenAt: services.now().toISOString(),
    lifecycle: 'live',
    environments: { production: { state: 'on', version: 2 }, development: { lastSeenAt: null } },
  });
  expect((await list({ q: 'old' })).items[0]).toMatchObject({ lifecycle: 'stale', evaluations: [0, 0, 0, 0, 0, 0, 0] });
  expect((await list({ q: 'banner' })).items[0]?.lifecycle).toBe('new');
});

it('is for members, and wants sensible limits', async () => {
  expect((await refusal(listFlags(services.as('stranger'), {}))).kind).toBe('not_found');
  for (const query of [{ limit: 0 }, { limit: 1_000 }, { limit: ['1', '2'] }, { q: { not: '' } }, { sort: 'salt' }]) {
    expect((await refusal(list(query))).kind).toBe('invalid');
  }
});
