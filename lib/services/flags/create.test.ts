import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { archiveFlag } from './archive';
import { createFlag } from './create';
import { getFlag } from './get';
import { removeFlag } from './remove';

let services: TestServices;
const items = (key: string) =>
  services.db.item.findMany({ where: { key, toNumber: null }, orderBy: [{ kind: 'asc' }, { environmentId: 'asc' }] });

beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

it('makes a boolean flag that is off everywhere, with on and off ready', async () => {
  const flag = await createFlag(services.as('developer'), { key: 'checkout', type: 'boolean', tags: ['a', 'a'] });
  expect(flag).toMatchObject({
    key: 'checkout',
    name: 'checkout',
    kind: 'release',
    version: 1,
    archived: false,
    tags: ['a'],
    variants: [
      { key: 'on', value: true },
      { key: 'off', value: false },
    ],
    createdBy: 'developer of the test',
    createdAt: services.now().toISOString(),
  });
  expect(Object.values(flag.environments).map(({ state, version }) => [state, version])).toEqual([
    ['off', 1],
    ['off', 1],
    ['off', 1],
  ]);
  expect(Object.keys(flag.environments)).toEqual(['development', 'staging', 'production']);
  expect(await getFlag(services.as('viewer'), { key: 'checkout' })).toEqual(flag);
});

it('writes its definition and configuration into every environment', async () => {
  const stored = await items('checkout');
  expect(stored.map(({ kind }) => kind)).toEqual(['config', 'config', 'config', 'flag', 'flag', 'flag']);
  expect(stored[0]?.body).toMatchObject({ state: 'off', offVariant: 'off', default: { variant: 'on' }, version: 1 });
  expect(stored[3]?.body).toMatchObject({ type: 'boolean', archived: false, algorithm: 'murmur3-v1' });
});

it('gives other types their first variant as default and the caller’s own as off', async () => {
  await createFlag(services.as('developer'), {
    key: 'price',
    type: 'number',
    variants: [
      { key: 'low', value: 1 },
      { key: 'high', value: 2 },
    ],
  });
  const [configuration] = await items('price');
  expect(configuration?.body).toMatchObject({ offVariant: null, default: { variant: 'low' } });
});

it.each([
  [{ key: 'x y', type: 'boolean' }, 'key:invalid_key'],
  [{ key: '__proto__', type: 'boolean' }, 'key:invalid_key'],
  [{ key: { not: '' }, type: 'boolean' }, 'key:expected_string'],
  [{ key: 'x', type: 'text' }, 'type:invalid_choice'],
  [{ key: 'x', type: 'string' }, 'variants:variants_needed'],
  [{ key: 'x', type: 'json', variants: [{ key: 'a', value: [1] }] }, 'variants.0.value:expected_object'],
  [{ key: 'x', type: 'boolean', name: 'a\u0000' }, 'name:text_unstorable'],
])('refuses %j', async (input, at) => {
  const refused = await refusal(createFlag(services.as('admin'), input));
  expect(refused.kind).toBe('invalid');
  expect(refused.at).toContain(at);
});

it('is refused to viewers and hidden from strangers', async () => {
  const input = { key: 'mine', type: 'boolean' };
  expect((await refusal(createFlag(services.as('viewer'), input))).kind).toBe('forbidden');
  expect((await refusal(createFlag(services.as('stranger'), input))).kind).toBe('not_found');
  expect((await refusal(getFlag(services.as('stranger'), { key: 'checkout' }))).kind).toBe('not_found');
});

it('keeps keys unique without regard to case, also under a race', async () => {
  const refused = await refusal(createFlag(services.as('admin'), { key: 'CheckOut', type: 'boolean' }));
  expect([refused.kind, refused.code]).toEqual(['conflict', 'key_taken']);
  const outcomes = await race(10, (index) =>
    createFlag(services.as('admin'), { key: index % 2 ? 'Raced' : 'raced', type: 'boolean' }),
  );
  expect(outcomes).toEqual({ done: 1, key_taken: 9 });
});

it('lets the key of a deleted flag be used again, with a new id and salt', async () => {
  const first = await createFlag(services.as('admin'), { key: 'again', type: 'boolean' });
  const { version } = await archiveFlag(services.as('admin'), { key: 'again' });
  await removeFlag(services.as('admin'), { key: 'again', version });
  const second = await createFlag(services.as('admin'), { key: 'Again', type: 'boolean' });
  expect(second.id).not.toBe(first.id);
  expect(second.salt).not.toBe(first.salt);
});
