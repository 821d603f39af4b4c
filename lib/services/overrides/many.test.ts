import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createTenant } from '../tenants/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { setManyOverrides } from './set-many';

let services: TestServices;
let count = 0;
let flag = '';
const environment = 'development';
const many = (asked: object, role: 'editor' | 'viewer' | 'developer' | 'stranger' = 'editor') =>
  setManyOverrides(services.as(role), { flag, environment, tenants: ['acme', 'globex'], ...asked });
const stored = async () =>
  (
    await services.db.item.findMany({
      where: { kind: 'override', key: { startsWith: `${flag}/` }, toNumber: null },
      orderBy: { key: 'asc' },
    })
  ).map(({ key, body }) => [key.split('/')[1], body]);
const number = async () => (await services.db.environment.findFirstOrThrow({ where: { key: environment } })).number;
const ON = { variant: 'on', enabled: true, expiresAt: null, note: null };
const OFF = { variant: 'off', enabled: false, expiresAt: null, note: null };

beforeAll(async () => {
  services = await createTestServices();
  for (const key of ['acme', 'globex', 'initech']) await createTenant(services.as('editor'), { key });
});
beforeEach(async () => {
  flag = `m${(count += 1)}`;
  await createFlag(services.as('editor'), { key: flag, type: 'boolean' });
});
afterAll(() => services.close());

describe('many at once', () => {
  it('are tried, which stores nothing, and then set in one change', async () => {
    await many({ tenants: ['globex'], enabled: true });
    const before = await number();
    const expected = {
      flag,
      environment,
      changes: [
        { tenant: 'initech', before: null, after: OFF },
        { tenant: 'globex', before: ON, after: OFF },
      ],
      unchanged: 0,
    };
    const asked = { tenants: ['initech', 'globex', 'initech'], enabled: false };
    expect(await many({ ...asked, dryRun: true })).toEqual({ ...expected, dryRun: true });
    expect([await number(), (await stored()).length]).toEqual([before, 1]);
    expect(await many(asked)).toEqual({ ...expected, dryRun: false });
    expect(await number()).toBe(before + 1);
    expect(await stored()).toEqual([
      ['globex', { v: 1, variant: 'off' }],
      ['initech', { v: 1, variant: 'off' }],
    ]);
    expect(await many(asked)).toMatchObject({ changes: [], unchanged: 2 });
    expect(await number()).toBe(before + 1);
    const entries = await services.db.auditEntry.findMany({ where: { flag, action: 'override.set' } });
    expect(entries.map(({ tenant }) => tenant).sort()).toEqual(['globex', 'globex', 'initech']);
  });

  it('are cleared, those that there are', async () => {
    await many({ tenants: ['acme'], enabled: true });
    expect(await many({ clear: true })).toMatchObject({
      changes: [{ tenant: 'acme', before: ON, after: null }],
      unchanged: 1,
    });
    expect(await stored()).toEqual([]);
  });

  it('are refused whole where a tenant, the flag or the value is wrong', async () => {
    expect(await refusal(many({ tenants: ['acme', 'nobody'], enabled: true }))).toMatchObject({
      kind: 'refused',
      at: ['tenants.1:unknown_tenant'],
    });
    expect(await refusal(many({ variant: 'blue' }))).toMatchObject({ at: ['variant:unknown_variant'] });
    expect(await refusal(many({ variant: 'blue', dryRun: true }))).toMatchObject({ at: ['variant:unknown_variant'] });
    expect(await refusal(many({ enabled: true, expiresAt: '2020-01-01T00:00:00Z' }))).toMatchObject({
      code: 'expiry_past',
    });
    expect(await refusal(many({ flag: 'none', enabled: true }))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(many({ environment: 'none', enabled: true }))).toMatchObject({ kind: 'not_found' });
    for (const asked of [{}, { enabled: true, clear: true }, { tenants: [], clear: true }, { clear: false }]) {
      expect(await refusal(many(asked))).toMatchObject({ kind: 'invalid' });
    }
    expect(await stored()).toEqual([]);
  });

  it('are for who may edit there; a dry run is a read', async () => {
    expect(await refusal(many({ enabled: true }, 'viewer'))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(many({ enabled: true }, 'stranger'))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(many({ enabled: true, environment: 'production' }, 'developer'))).toMatchObject({
      kind: 'forbidden',
    });
    expect(await many({ enabled: true, environment: 'production', dryRun: true }, 'viewer')).toMatchObject({
      changes: [{ tenant: 'acme' }, { tenant: 'globex' }],
    });
  });

  it('go in batches of 500, each a change of its own', async () => {
    const { projectId } = services;
    const keys = Array.from({ length: 1_100 }, (_, index) => `bulk-${String(index).padStart(4, '0')}`);
    const at = services.now();
    await services.db.tenant.createMany({
      data: keys.map((key) => ({
        id: key,
        projectId,
        key,
        keyFolded: key,
        name: key,
        attributes: {},
        createdAt: at,
        updatedAt: at,
      })),
    });
    const before = await number();
    const { changes } = await many({ tenants: keys, enabled: true });
    expect([changes.length, await number(), (await stored()).length]).toEqual([1_100, before + 3, 1_100]);
  });
});
