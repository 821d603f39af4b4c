import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEnvironment } from '../environments/create';
import { createFlag } from '../flags/create';
import { setOverride } from '../overrides/set';
import { createTestServices, refusal, type TestServices } from '../testing';
import { createTenant } from './create';
import { getTenant } from './get';
import { listTenants } from './list';
import { removeTenant } from './remove';
import type { TenantView } from './types';
import { updateTenant } from './update';

let services: TestServices;
let count = 0;
const editor = () => services.as('editor');
const make = (changes: object = {}): Promise<TenantView> => {
  count += 1;
  return createTenant(editor(), { key: `t${count}`, ...changes });
};
const itemsOf = async (key: string) =>
  services.db.item.findMany({ where: { kind: 'tenant', key, toNumber: null }, select: { body: true } });
const numbers = async () =>
  Object.fromEntries((await services.db.environment.findMany()).map(({ key, number }) => [key, number]));
const keysOf = async (query: object) =>
  (await listTenants(services.as('viewer'), query)).items.map(({ key, overrides }) => [key, overrides]);

beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

describe('a tenant', () => {
  it('is an item of every environment, with its attributes', async () => {
    const tenant = await make({ name: 'Acme', attributes: { plan: 'pro', seats: 5 } });
    expect(tenant).toMatchObject({ name: 'Acme', attributes: { plan: 'pro', seats: 5 }, version: 1 });
    const bodies = (await itemsOf(tenant.key)).map(({ body }) => body);
    expect(bodies).toEqual(Array(3).fill({ v: 1, attributes: { plan: 'pro', seats: 5 } }));
    expect(await getTenant(services.as('viewer'), { tenant: tenant.key })).toEqual(tenant);
  });

  it('is an item of environments that are made later', async () => {
    const { key } = await make({ attributes: { plan: 'pro' } });
    await createEnvironment(services.as('admin'), { key: 'later' });
    expect(await itemsOf(key)).toHaveLength(4);
  });

  it('is called by its key unless it has a name, and shares no key, in any case', async () => {
    const { key, name } = await make();
    expect(name).toBe(key);
    expect(await refusal(createTenant(editor(), { key: key.toUpperCase() }))).toMatchObject({
      kind: 'conflict',
      code: 'key_taken',
      current: { key },
    });
  });

  it.each([
    ['a key with a slash', { key: 'a/b' }],
    ['an empty key', { key: '' }],
    ['attributes that are a list', { attributes: [1] }],
    ['an attribute of 5 kB', { attributes: { note: 'x'.repeat(5_000) } }],
    ['501 attributes', { attributes: Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`a${index}`, 1])) }],
    ['half a surrogate pair', { attributes: { name: '\ud800' } }],
    ['another field', { roles: [] }],
  ])('is refused with %s', async (_, changes) => {
    expect(await refusal(make(changes))).toMatchObject({ kind: 'invalid' });
  });

  it('keeps attributes whatever they are called', async () => {
    const attributes = JSON.parse('{"__proto__":{"admin":true},"constructor":1}');
    const { key } = await make({ attributes });
    const [item] = await itemsOf(key);
    expect(JSON.stringify(item?.body)).toBe('{"v":1,"attributes":{"__proto__":{"admin":true},"constructor":1}}');
  });
});

describe('changing one', () => {
  it('stores what differs, a version and a number each time', async () => {
    const { key } = await make({ attributes: { plan: 'pro' } });
    const before = await numbers();
    const named = await updateTenant(editor(), { tenant: key, version: 1, name: 'New' });
    expect(named).toMatchObject({ name: 'New', version: 2, attributes: { plan: 'pro' } });
    expect(await numbers()).toEqual(before);
    const changed = await updateTenant(editor(), { tenant: key, version: 2, attributes: { plan: 'free' } });
    expect(changed).toMatchObject({ version: 3, attributes: { plan: 'free' } });
    expect(await numbers()).toEqual(Object.fromEntries(Object.entries(before).map(([name, at]) => [name, at + 1])));
    expect(await updateTenant(editor(), { tenant: key, version: 3, attributes: { plan: 'free' } })).toEqual(changed);
    const entries = await services.db.auditEntry.findMany({ where: { tenant: key }, orderBy: { seq: 'asc' } });
    expect(entries.map(({ action }) => action)).toEqual(['tenant.create', 'tenant.update', 'tenant.update']);
  });

  it('needs the version that is stored', async () => {
    const { key } = await make();
    expect(await refusal(updateTenant(editor(), { tenant: key, name: 'X' }))).toMatchObject({
      code: 'version_required',
    });
    expect(await refusal(updateTenant(editor(), { tenant: key, name: 'X', version: 2 }))).toMatchObject({
      kind: 'conflict',
      current: { key, version: 1 },
    });
    expect(await refusal(removeTenant(editor(), { tenant: key, version: 2 }))).toMatchObject({ kind: 'conflict' });
  });

  it('reaches every environment with attributes, none with a name', async () => {
    const { key } = await make();
    const developer = services.as('developer');
    expect(await refusal(updateTenant(developer, { tenant: key, version: 1, attributes: { a: 1 } }))).toMatchObject({
      kind: 'forbidden',
    });
    expect(await refusal(createTenant(developer, { key: 'mine', attributes: { a: 1 } }))).toMatchObject({
      kind: 'forbidden',
    });
    expect(await updateTenant(developer, { tenant: key, version: 1, name: 'Ours' })).toMatchObject({ name: 'Ours' });
    expect(await createTenant(developer, { key: 'mine' })).toMatchObject({ key: 'mine' });
  });

  it('is for those who may edit overrides, in their own project', async () => {
    const { key } = await make();
    for (const [role, kind] of [
      ['viewer', 'forbidden'],
      ['stranger', 'not_found'],
    ] as const) {
      const asked = { tenant: key, version: 1 };
      expect(await refusal(createTenant(services.as(role), { key: 'x' }))).toMatchObject({ kind });
      expect(await refusal(updateTenant(services.as(role), { ...asked, name: 'x' }))).toMatchObject({ kind });
      expect(await refusal(removeTenant(services.as(role), asked))).toMatchObject({ kind });
    }
    expect(await refusal(getTenant(services.as('stranger'), { tenant: key }))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(getTenant(services.as('viewer'), { tenant: 'nobody' }))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(getTenant(services.as('viewer'), { tenant: key.toUpperCase() }))).toMatchObject({
      kind: 'not_found',
    });
  });
});

it('goes with its overrides, in one change of each environment', async () => {
  const [gone, stays] = [await make(), await make()];
  await createFlag(editor(), { key: 'going', type: 'boolean' });
  for (const tenant of [gone, stays]) {
    for (const environment of ['development', 'production']) {
      await setOverride(services.inTenant(tenant, 'editor'), { flag: 'going', environment, enabled: true });
    }
  }
  const before = await numbers();
  expect(
    await refusal(removeTenant(services.as('developer'), { tenant: gone.key, version: gone.version })),
  ).toMatchObject({ kind: 'forbidden' });
  await removeTenant(editor(), { tenant: gone.key, version: gone.version });
  const open = await services.db.item.findMany({ where: { kind: 'override', toNumber: null } });
  expect(open.map(({ key }) => key)).toEqual([`going/${stays.key}`, `going/${stays.key}`]);
  expect(await itemsOf(gone.key)).toEqual([]);
  expect(await numbers()).toEqual(Object.fromEntries(Object.entries(before).map(([name, at]) => [name, at + 1])));
  expect(await refusal(getTenant(editor(), { tenant: gone.key }))).toMatchObject({ kind: 'not_found' });
});

describe('the list', () => {
  it('counts overrides in force, and puts those with the most first', async () => {
    const own = await createTestServices();
    const as = () => own.as('editor');
    const flags = ['fa', 'fb', 'fc'];
    for (const key of flags) await createFlag(as(), { key, type: 'boolean' });
    const tenants = new Map<string, TenantView>();
    for (const key of ['none', 'one', 'Two', 'three']) tenants.set(key, await createTenant(as(), { key }));
    const set = async (key: string, flag: string, environment: string, expiresAt?: string) => {
      const tenant = tenants.get(key);
      if (!tenant) throw new Error(key);
      await setOverride(own.inTenant(tenant, 'editor'), { flag, environment, enabled: true, expiresAt });
    };
    await set('one', 'fa', 'production');
    for (const flag of ['fa', 'fb']) await set('Two', flag, 'development');
    for (const flag of flags) await set('three', flag, 'development', '2026-03-02T10:00:00Z');
    const list = async (query: object) =>
      (await listTenants(own.as('viewer'), query)).items.map(({ key, overrides }) => `${key} ${overrides}`);
    expect(await list({})).toEqual(['none 0', 'one 1', 'three 3', 'Two 2']);
    expect(await list({ environment: 'development' })).toEqual(['none 0', 'one 0', 'three 3', 'Two 2']);
    expect(await list({ sort: 'overrides', withOverrides: 'true' })).toEqual(['three 3', 'Two 2', 'one 1']);
    expect(await list({ q: 'T' })).toEqual(['three 3', 'Two 2']);
    const first = await listTenants(own.as('viewer'), { sort: 'overrides', limit: 2 });
    expect([first.total, first.items.map(({ key }) => key)]).toEqual([4, ['three', 'Two']]);
    expect(await list({ sort: 'overrides', limit: 2, cursor: first.nextCursor })).toEqual(['one 1', 'none 0']);
    own.setNow('2026-03-02T10:00:00Z');
    expect(await list({ withOverrides: '1' })).toEqual(['one 1', 'Two 2']);
    await own.close();
  });

  it('refuses a cursor of another list', async () => {
    expect(await refusal(listTenants(services.as('viewer'), { cursor: 'abc' }))).toMatchObject({
      code: 'invalid_cursor',
    });
    expect(await keysOf({ q: 'there is none' })).toEqual([]);
  });
});
