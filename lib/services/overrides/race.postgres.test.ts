import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createTenant } from '../tenants/create';
import { removeTenant } from '../tenants/remove';
import type { TenantView } from '../tenants/types';
import { createTestServices, race, type TestServices } from '../testing';
import { clearOverride } from './clear';
import { setOverride } from './set';
import { setManyOverrides } from './set-many';

let services: TestServices;
let count = 0;
let tenant: TenantView;
const flag = 'raced';
const environment = 'development';
const set = (value: object) => setOverride(services.inTenant(tenant, 'editor'), { flag, environment, ...value });
const open = () =>
  services.db.item.findMany({ where: { kind: 'override', key: `${flag}/${tenant.key}`, toNumber: null } });
const audited = (action: string) => services.db.auditEntry.count({ where: { action, tenant: tenant.key } });

beforeAll(async () => {
  services = await createTestServices();
  await createFlag(services.as('editor'), { key: flag, type: 'boolean' });
});
beforeEach(async () => {
  tenant = await createTenant(services.as('editor'), { key: `t${(count += 1)}` });
});
afterAll(() => services.close());

it('twenty who set the same: one row, one change', async () => {
  expect(await race(20, () => set({ enabled: true }))).toEqual({ done: 20 });
  expect(await open()).toHaveLength(1);
  expect(await audited('override.set')).toBe(1);
});

it('two who disagree: one row, the last one’s, and both in the audit', async () => {
  expect(await race(20, (index) => set({ enabled: index % 2 === 0 }))).toEqual({ done: 20 });
  const rows = await open();
  expect(rows).toHaveLength(1);
  const last = await services.db.auditEntry.findFirstOrThrow({
    where: { action: 'override.set', tenant: tenant.key },
    orderBy: { seq: 'desc' },
  });
  expect(rows[0]?.body).toEqual({ v: 1, variant: JSON.parse(last.detail ?? '').after.variant });
});

it('twenty who clear the same: one finds it', async () => {
  await set({ enabled: true });
  const outcome = await race(20, () => clearOverride(services.inTenant(tenant, 'editor'), { flag, environment }));
  expect(outcome).toEqual({ done: 1, not_found: 19 });
});

it.each(Array.from({ length: 5 }, (_, index) => index))(
  'a tenant that is deleted while its overrides are set leaves none behind (%s)',
  async (turn) => {
    const { key, version } = tenant;
    await race(12, async (index) => {
      if (index === turn * 2) return removeTenant(services.as('editor'), { tenant: key, version });
      if (index % 3 === 0) {
        return setManyOverrides(services.as('editor'), { flag, environment, tenants: [key], enabled: true });
      }
      return set({ enabled: index % 2 === 0 });
    });
    expect(await open()).toEqual([]);
    expect(await services.db.item.count({ where: { kind: 'tenant', key, toNumber: null } })).toBe(0);
  },
);
