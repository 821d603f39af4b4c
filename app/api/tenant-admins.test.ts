import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createWorld, OWN_TENANT, type World } from './testing/world';

const P = '/api/admin/projects/default';
const TENANT = `${P}/tenants/${OWN_TENANT}`;
const FLAG = `${TENANT}/flags/theirs?environment=development`;
const meSchema = z.object({ id: z.string(), grants: z.array(z.unknown()), tenants: z.array(z.unknown()) });
const items = (json: unknown) => z.object({ items: z.array(z.record(z.string(), z.unknown())) }).parse(json).items;

let world: World;
const own = (method: 'GET' | 'PUT' | 'DELETE' | 'POST', path: string, body?: unknown) =>
  world.call(method, path, { as: 'tenantAdmin', body });
const me = async () => meSchema.parse((await own('GET', '/api/admin/me')).json);
const evaluated = async (key: string, tenant: string) => {
  const headers = { authorization: `Bearer ${key}` };
  const path = `/api/flags/theirs?targetingKey=u1&tenant=${tenant}`;
  return z.object({ value: z.boolean() }).parse((await world.call('GET', path, { as: 'anonymous', headers })).json)
    .value;
};

beforeAll(async () => {
  world = await createWorld();
  const { version } = await world.make('GET', `${P}/environments/development`);
  await world.make('PATCH', `${P}/environments/development`, { version, openToTenants: true });
  await world.make('POST', `${P}/flags`, { key: 'theirs', type: 'boolean', tenantManaged: true });
  await world.make('POST', `${P}/flags`, { key: 'ours', type: 'boolean' });
});
afterAll(() => world.close());

it('an organisation’s admin is told what they administer, and that nothing else is there', async () => {
  expect(await me()).toMatchObject({
    grants: [],
    tenants: [{ project: { key: 'default' }, tenant: { key: OWN_TENANT } }],
  });
  for (const path of [
    '/api/admin/projects',
    P,
    `${P}/flags`,
    `${P}/tenants`,
    TENANT,
    `${P}/audit`,
    '/api/admin/users',
  ]) {
    expect([path, (await own('GET', path)).status]).toEqual([path, 404]);
  }
});

it('they toggle for their tenant, and applications get it on the next request', async () => {
  const { key } = await world.make('POST', `${P}/keys`, { kind: 'server', name: 'App', environment: 'development' });
  expect(await evaluated(String(key), OWN_TENANT)).toBe(false);
  const put = await own('PUT', FLAG, { enabled: true });
  expect(put).toMatchObject({ status: 200, json: { enabled: true, from: 'tenant', systemEnabled: false } });
  expect(await evaluated(String(key), OWN_TENANT)).toBe(true);
  expect(await evaluated(String(key), 'another')).toBe(false);
  const audit = await own('GET', `${TENANT}/audit`);
  expect(items(audit.json)).toMatchObject([{ action: 'override.set', flag: 'theirs', after: { enabled: true } }]);
  expect((await own('DELETE', FLAG)).status).toBe(204);
  expect(await evaluated(String(key), OWN_TENANT)).toBe(false);
  expect((await own('DELETE', FLAG)).status).toBe(404);
  expect((await own('PUT', `${TENANT}/flags/ours?environment=development`, { enabled: true })).status).toBe(404);
});

it('closing the environment, or the flag, shuts them out at once', async () => {
  const environment = `${P}/environments/development`;
  const set = async (path: string, change: object) => {
    const { version } = await world.make('GET', path);
    await world.make('PATCH', path, { version, ...change });
  };
  await set(environment, { openToTenants: false });
  expect((await own('PUT', FLAG, { enabled: true })).status).toBe(404);
  expect((await own('GET', `${TENANT}/flags?environment=development`)).status).toBe(404);
  await set(environment, { openToTenants: true });
  await set(`${P}/flags/theirs`, { tenantManaged: false });
  expect((await own('PUT', FLAG, { enabled: true })).status).toBe(404);
  expect(items((await own('GET', `${TENANT}/flags?environment=development`)).json)).toEqual([]);
  await set(`${P}/flags/theirs`, { tenantManaged: true });
  expect((await own('PUT', FLAG, { enabled: true })).status).toBe(200);
});

it('a tenant taken away is gone with the next request, and so is a disabled account', async () => {
  const { id } = await me();
  await world.make('DELETE', `${TENANT}/admins/${id}`);
  expect((await own('GET', `${TENANT}/home`)).status).toBe(404);
  expect((await own('PUT', FLAG, { enabled: false })).status).toBe(404);
  expect((await me()).tenants).toEqual([]);
  await world.make('POST', `${TENANT}/admins`, { email: 'tenant-admin@example.com' });
  expect((await own('GET', `${TENANT}/home`)).status).toBe(200);
  await world.make('POST', `/api/admin/users/${id}/disable`);
  expect((await own('GET', `${TENANT}/home`)).status).toBe(401);
  expect((await own('PUT', FLAG, { enabled: false })).status).toBe(401);
});
