import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateEnvironment } from '../environments/update';
import { getEnvironment } from '../environments/get';
import { createFlag } from '../flags/create';
import { updateFlag } from '../flags/update';
import { clearOverride } from '../overrides/clear';
import { getTenantFlag } from '../overrides/get-tenant-flag';
import { listTenantFlags } from '../overrides/list-tenant-flags';
import { setOverride } from '../overrides/set';
import { listSegments } from '../segments/list';
import { createTestServices, refusal, type TestServices } from '../testing';
import { createTenant } from './create';
import { getTenantRoles } from './get-roles';
import { tenantHome } from './home';
import { listTenantAudit } from './list-audit';
import { removeTenant } from './remove';
import { setTenantRoles } from './set-roles';
import type { TenantView } from './types';

let services: TestServices;
let acme: TenantView;
let globex: TenantView;
const own = () => services.inTenant(acme, 'tenantAdmin');
const OPEN = 'development';
const CLOSED = 'production';
const GONE = { kind: 'not_found' };

beforeAll(async () => {
  services = await createTestServices();
  const admin = services.as('admin');
  acme = await createTenant(admin, { key: 'acme', name: 'Acme' });
  globex = await createTenant(admin, { key: 'globex' });
  const { version } = await getEnvironment(admin, { key: OPEN });
  await updateEnvironment(admin, { key: OPEN, version, openToTenants: true });
  await createFlag(admin, { key: 'theirs', type: 'boolean', tenantManaged: true, description: 'For you' });
  await createFlag(admin, { key: 'ours', type: 'boolean' });
});
afterAll(() => services.close());

describe('a tenant’s own admin', () => {
  it('sees the flags that tenants manage, in environments open to them', async () => {
    const page = await listTenantFlags(own(), { environment: OPEN });
    expect(page.items.map(({ key, description }) => [key, description])).toEqual([['theirs', 'For you']]);
    expect(page.total).toBe(1);
    expect(await getTenantFlag(own(), { flag: 'theirs', environment: OPEN })).toMatchObject({ overridden: false });
    expect(await refusal(getTenantFlag(own(), { flag: 'ours', environment: OPEN }))).toMatchObject(GONE);
    for (const environment of [CLOSED, 'nowhere']) {
      expect(await refusal(listTenantFlags(own(), { environment }))).toMatchObject({ ...GONE, code: 'not_found' });
      expect(await refusal(getTenantFlag(own(), { flag: 'theirs', environment }))).toMatchObject(GONE);
    }
  });

  it('sets and clears overrides of those, there, and of nothing else', async () => {
    const set = (flag: string, environment: string) => setOverride(own(), { flag, environment, enabled: true });
    expect(await set('theirs', OPEN)).toMatchObject({ overridden: true, enabled: true, from: 'tenant' });
    await clearOverride(own(), { flag: 'theirs', environment: OPEN });
    for (const [flag, environment] of [
      ['ours', OPEN],
      ['theirs', CLOSED],
      ['none', OPEN],
      ['theirs', 'nowhere'],
    ] as const) {
      expect(await refusal(set(flag, environment))).toMatchObject(GONE);
      expect(await refusal(clearOverride(own(), { flag, environment }))).toMatchObject(GONE);
    }
  });

  it('does not clear what members set of a flag that is not theirs', async () => {
    await setOverride(services.inTenant(acme, 'editor'), { flag: 'ours', environment: OPEN, enabled: true });
    expect(await refusal(clearOverride(own(), { flag: 'ours', environment: OPEN }))).toMatchObject(GONE);
  });

  it('is nobody in another tenant, and nobody in the project', async () => {
    const actor = own().actor;
    const foreign = { ...services.inTenant(globex, 'viewer'), actor };
    expect(await refusal(listTenantFlags(foreign, { environment: OPEN }))).toMatchObject(GONE);
    expect(await refusal(setOverride(foreign, { flag: 'theirs', environment: OPEN, enabled: true }))).toMatchObject(
      GONE,
    );
    expect(await refusal(listSegments(services.as('viewer', { actor }), {}))).toMatchObject(GONE);
  });

  it('is told where they may act', async () => {
    const home = await tenantHome(own(), {});
    expect(home).toMatchObject({ tenant: { key: 'acme', name: 'Acme' }, project: { key: 'default' }, mayEdit: true });
    expect(home.environments.map(({ key, mayEdit }) => [key, mayEdit])).toEqual([[OPEN, true]]);
    const seen = await tenantHome(services.inTenant(acme, 'developer'), {});
    expect(seen.environments.map(({ key, mayEdit }) => [key, mayEdit])).toEqual([
      ['development', true],
      ['staging', true],
      ['production', false],
    ]);
    expect(await tenantHome(services.inTenant(acme, 'viewer'), {})).toMatchObject({ mayEdit: false });
  });

  it('who is a viewer of the project too, still manages the tenant’s flags and no others', async () => {
    const { grants } = services.as('viewer').actor;
    const actor = { ...own().actor, grants };
    const both = { ...own(), actor };
    const set = (flag: string, environment: string) => setOverride(both, { flag, environment, enabled: true });
    expect(await set('theirs', OPEN)).toMatchObject({ overridden: true });
    expect(await refusal(set('ours', OPEN))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(set('theirs', CLOSED))).toMatchObject({ kind: 'forbidden' });
    await clearOverride(both, { flag: 'theirs', environment: OPEN });
  });
});

describe('a tenant’s audit', () => {
  it('holds what was done to its overrides, before and after, and no rules', async () => {
    const member = services.inTenant(acme, 'editor');
    const flag = 'theirs';
    await setOverride(own(), { flag, environment: OPEN, enabled: true, note: 'Pilot' });
    await setOverride(member, { flag, environment: CLOSED, enabled: true });
    await setOverride(services.inTenant(globex, 'editor'), { flag, environment: OPEN, enabled: false });
    const page = await listTenantAudit(own(), { limit: 1 });
    expect(page.items[0]).toMatchObject({
      action: 'override.set',
      flag,
      environment: OPEN,
      before: null,
      after: { variant: 'on', enabled: true, expiresAt: null, note: 'Pilot' },
      actor: { name: 'Tenant admin of the test' },
    });
    const seen = await listTenantAudit(own(), { limit: 200 });
    expect(new Set(seen.items.map((entry) => `${entry.flag} ${entry.environment}`))).toEqual(
      new Set([`${flag} ${OPEN}`]),
    );
    const all = await listTenantAudit(member, { limit: 200 });
    const places = all.items.map((entry) => `${entry.flag} ${entry.environment}`);
    expect(places).toEqual(expect.arrayContaining([`${flag} ${CLOSED}`, `ours ${OPEN}`]));
    expect(all.items.every(({ action }) => action.startsWith('override.'))).toBe(true);
  });

  it('follows the flag: what tenants manage no longer is seen no longer', async () => {
    const admin = services.as('admin');
    const flag = 'was-theirs';
    await createFlag(admin, { key: flag, type: 'boolean', tenantManaged: true });
    await setOverride(own(), { flag, environment: OPEN, enabled: true });
    expect((await listTenantAudit(own(), { flag })).items).toHaveLength(1);
    await updateFlag(admin, { key: flag, version: 1, tenantManaged: false });
    expect((await listTenantAudit(own(), { flag })).items).toEqual([]);
    expect(await refusal(clearOverride(own(), { flag, environment: OPEN }))).toMatchObject(GONE);
  });

  it('is not inherited by a later tenant of the same key', async () => {
    const first = await createTenant(services.as('admin'), { key: 'again' });
    await setOverride(services.inTenant(first, 'admin'), { flag: 'theirs', environment: OPEN, enabled: true });
    await removeTenant(services.as('admin'), { tenant: 'again', version: 1 });
    expect(await refusal(listTenantAudit(services.inTenant(first, 'tenantAdmin'), {}))).toMatchObject(GONE);
    services.setNow('2026-03-02T09:00:01.000Z');
    const second = await createTenant(services.as('admin'), { key: 'again' });
    expect((await listTenantAudit(services.inTenant(second, 'admin'), {})).items).toEqual([]);
  });
});

describe('subject roles of a tenant’s own', () => {
  const set = (roles: object[], version: number) => setTenantRoles(own(), { roles, version });

  it('rank with the project’s, and are in every environment’s item', async () => {
    const { version } = await getTenantRoles(own(), {});
    const view = await set([{ key: 'shift-lead', ranksWith: 'manager' }], version);
    expect(view).toEqual({
      roles: [{ key: 'shift-lead', ranksWith: 'manager' }],
      projectRoles: ['employee', 'manager', 'admin'],
      version: version + 1,
    });
    expect(await getTenantRoles(services.inTenant(acme, 'viewer'), {})).toEqual(view);
    const items = await services.db.item.findMany({ where: { kind: 'tenant', key: 'acme', toNumber: null } });
    expect(items.map(({ body }) => body)).toEqual(
      Array(3).fill({ v: 1, attributes: {}, roles: [{ key: 'shift-lead', ranksWith: 'manager' }] }),
    );
    expect(await refusal(set([], version))).toMatchObject({ kind: 'conflict' });
  });

  it('are refused where they shadow a role, rank with none, or come twice', async () => {
    const { version } = await getTenantRoles(own(), {});
    expect(await refusal(set([{ key: 'admin', ranksWith: 'employee' }], version))).toMatchObject({
      kind: 'refused',
      at: ['roles.0.key:project_role'],
    });
    expect(await refusal(set([{ key: 'chief', ranksWith: 'king' }], version))).toMatchObject({
      kind: 'refused',
      at: ['roles.0.ranksWith:unknown_subject_role'],
    });
    const twice = { key: 'chief', ranksWith: 'admin' };
    expect(await refusal(set([twice, twice], version))).toMatchObject({
      kind: 'invalid',
      at: ['roles.1.key:name_twice'],
    });
  });

  it('are said by members who may edit everywhere, and by nobody of another tenant', async () => {
    const { version } = await getTenantRoles(own(), {});
    const asked = { roles: [], version };
    expect(await refusal(setTenantRoles(services.inTenant(acme, 'developer'), asked))).toMatchObject({
      kind: 'forbidden',
    });
    const foreign = { ...services.inTenant(globex, 'viewer'), actor: own().actor };
    expect(await refusal(setTenantRoles(foreign, asked))).toMatchObject(GONE);
    expect(await refusal(getTenantRoles(foreign, {}))).toMatchObject(GONE);
    expect(await setTenantRoles(services.inTenant(acme, 'editor'), asked)).toMatchObject({ roles: [] });
  });
});
