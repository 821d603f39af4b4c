import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enableFlag } from '../configurations/set-state';
import { createFlag } from '../flags/create';
import { createTenant } from '../tenants/create';
import type { TenantView } from '../tenants/types';
import { createTestServices, refusal, TEST_NOW, type TestServices } from '../testing';
import { gridOfOverrides } from './grid';
import { listOverrides } from './list';
import { listSystemFlags } from './list-system-flags';
import { listTenantFlags } from './list-tenant-flags';
import { setOverride } from './set';

let services: TestServices;
const tenants: TenantView[] = [];
const environment = 'development';
const FLAGS = ['a.b', 'A-c', 'bb', 'search_me'];
const viewer = () => services.as('viewer');
const set = async (tenant: number, flag: string, more: object = {}) => {
  const found = tenants[tenant];
  if (!found) throw new Error('no tenant');
  await setOverride(services.inTenant(found, 'editor'), { flag, environment, enabled: true, ...more });
};
const keys = (items: readonly { key: string }[]): string[] => items.map(({ key }) => key);

beforeAll(async () => {
  services = await createTestServices();
  for (const key of FLAGS) await createFlag(services.as('editor'), { key, type: 'boolean', name: `Flag ${key}` });
  for (const key of ['acme', 'Bolt', 'corp']) tenants.push(await createTenant(services.as('editor'), { key }));
  await set(0, 'a.b');
  await set(0, 'bb', { note: 'Trial', expiresAt: '2026-03-02T10:00:00Z' });
  await set(1, 'bb', { enabled: false });
  await set(0, 'bb', { environment: 'staging' });
  await enableFlag(services.as('editor'), { flag: 'bb', environment });
});
afterAll(() => services.close());

describe('a tenant’s flags', () => {
  const list = (query: object = {}) => {
    const [acme] = tenants;
    if (!acme) throw new Error('no tenant');
    return listTenantFlags(services.inTenant(acme, 'viewer'), { environment, ...query });
  };

  it('are by key, in pages, searched and narrowed down', async () => {
    const { items, total, nextCursor } = await list({ limit: 2 });
    expect([keys(items), total]).toEqual([['A-c', 'a.b'], 4]);
    expect(keys((await list({ limit: 2, cursor: nextCursor })).items)).toEqual(['bb', 'search_me']);
    expect(keys((await list({ q: 'SEARCH_' })).items)).toEqual(['search_me']);
    expect(keys((await list({ q: 'a_b' })).items)).toEqual([]);
    expect(await list({ overridden: 'true' })).toMatchObject({
      total: 2,
      items: [
        { key: 'a.b', from: 'tenant', enabled: true, systemEnabled: false },
        { key: 'bb', from: 'tenant', note: 'Trial', expiresAt: '2026-03-02T10:00:00.000Z', systemEnabled: true },
      ],
    });
    expect(await refusal(list({ environment: undefined }))).toMatchObject({ kind: 'invalid' });
  });
});

describe('the system view', () => {
  it('says what everybody gets, and how many tenants do not', async () => {
    const { items, total } = await listSystemFlags(viewer(), { environment });
    expect(total).toBe(4);
    expect(items.map(({ key, enabled, overridden, overrides }) => [key, enabled, overridden, overrides])).toEqual([
      ['A-c', false, false, 0],
      ['a.b', false, false, 1],
      ['bb', true, false, 2],
      ['search_me', false, false, 0],
    ]);
    expect(keys((await listSystemFlags(viewer(), { environment, overridden: 'true' })).items)).toEqual(['a.b', 'bb']);
    expect(await refusal(listSystemFlags(services.as('stranger'), { environment }))).toMatchObject({
      kind: 'not_found',
    });
  });
});

describe('overrides of all tenants', () => {
  const list = async (query: object = {}) =>
    (await listOverrides(viewer(), query)).items.map((row) => `${row.flag} ${row.tenant} ${row.environment}`);

  it('are by flag and tenant, searched and narrowed down', async () => {
    expect(await list({ environment })).toEqual(['a.b acme development', 'bb Bolt development', 'bb acme development']);
    expect(await list({ environment: 'staging' })).toEqual(['bb acme staging']);
    expect(await list({ flag: 'a.b' })).toEqual(['a.b acme development']);
    expect(await list({ tenant: 'Bolt' })).toEqual(['bb Bolt development']);
    expect(await list({ q: 'bolt' })).toEqual(['bb Bolt development']);
    const first = await listOverrides(viewer(), { limit: 3 });
    expect([first.total, first.items.length]).toEqual([4, 3]);
    expect(await list({ limit: 3, cursor: first.nextCursor })).toHaveLength(1);
    expect(first.items[0]).toMatchObject({
      variant: 'on',
      enabled: true,
      expiresAt: null,
      note: null,
      setAt: TEST_NOW,
    });
    expect(await refusal(listOverrides(services.as('stranger'), {}))).toMatchObject({ kind: 'not_found' });
  });
});

describe('the grid', () => {
  const grid = (query: object = {}) => gridOfOverrides(viewer(), { environment, ...query });

  it('is a window of rows and columns, with what differs in it', async () => {
    const whole = await grid();
    expect([keys(whole.tenants), whole.tenantTotal]).toEqual([['acme', 'Bolt', 'corp'], 3]);
    expect([keys(whole.flags), whole.flagTotal]).toEqual([['A-c', 'a.b', 'bb', 'search_me'], 4]);
    expect(whole.cells.map(({ flag, tenant, enabled }) => `${flag} ${tenant} ${enabled}`).sort()).toEqual([
      'a.b acme true',
      'bb Bolt false',
      'bb acme true',
    ]);
    expect(whole.flags[2]).toMatchObject({ key: 'bb', enabled: true, systemEnabled: true, from: 'system' });
    const part = await grid({ tenantOffset: '1', tenantLimit: '1', flagOffset: '2', flagLimit: '1' });
    expect(part).toMatchObject({ tenantTotal: 3, flagTotal: 4, tenants: [{ key: 'Bolt' }], flags: [{ key: 'bb' }] });
    expect(part.cells).toEqual([{ flag: 'bb', tenant: 'Bolt', variant: 'off', enabled: false, expiresAt: null }]);
  });

  it('is searched, and keeps tenants with overrides', async () => {
    expect(await grid({ withOverrides: 'true' })).toMatchObject({ tenantTotal: 2 });
    expect(await grid({ q: 'cor', flags: 'flag b' })).toMatchObject({ tenantTotal: 1, flagTotal: 1, cells: [] });
    expect(await grid({ tenantOffset: 10 })).toMatchObject({ tenantTotal: 3, tenants: [], cells: [] });
    expect(await refusal(grid({ tenantLimit: 201 }))).toMatchObject({ kind: 'invalid' });
  });
});

it('leaves out what has expired, everywhere', async () => {
  services.setNow('2026-03-02T10:00:00Z');
  const place = { environment };
  expect((await listOverrides(viewer(), place)).total).toBe(2);
  expect((await gridOfOverrides(viewer(), place)).cells).toHaveLength(2);
  expect((await listSystemFlags(viewer(), { ...place, q: 'bb' })).items[0]?.overrides).toBe(1);
  services.setNow(TEST_NOW);
});
