import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../context';
import { createProject } from '../projects/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { acceptLink } from '../users/accept-link';
import { createUser } from '../users/create';
import { disableUser } from '../users/disable';
import { describeMe } from '../users/me';
import { administeredTenants } from './administered';
import { createTenant } from './create';
import { inviteTenantAdmin } from './invite-admin';
import { listTenantAdmins } from './list-admins';
import { removeTenantAdmin } from './remove-admin';
import { removeTenant } from './remove';

let services: TestServices;
let count = 0;
const admin = () => services.as('admin');
const address = () => `person-${(count += 1)}@example.com`;
const invite = (email: string, more: object = {}) => inviteTenantAdmin(admin(), { tenant: 'acme', email, ...more });
const emails = async (tenant: string) => (await listTenantAdmins(admin(), { tenant })).map(({ email }) => email);
const tokenOf = (url: string | undefined): string => url?.split('/').at(-1) ?? '';
const tenantsOf = async (userId: string) => {
  const rows = await services.db.tenantAdmin.findMany({ where: { userId }, include: { tenant: true } });
  return rows.map(({ tenant }) => tenant.key).sort();
};

beforeAll(async () => {
  services = await createTestServices();
  for (const key of ['acme', 'globex', 'initech']) await createTenant(admin(), { key, name: key.toUpperCase() });
});
afterAll(() => services.close());

describe('inviting', () => {
  it('makes somebody new, who holds no role, with a link that works once', async () => {
    const email = address();
    const invited = await invite(email, { name: 'Ada', tenants: ['globex'] });
    expect(invited).toMatchObject({
      email,
      name: 'Ada',
      active: false,
      inviteUrl: expect.stringContaining('/invite/'),
    });
    expect(await tenantsOf(invited.id)).toEqual(['acme', 'globex']);
    expect(await services.db.assignment.count({ where: { userId: invited.id } })).toBe(0);
    const password = 'correct horse battery';
    const guest = () => services.installation('viewer', { actor: { kind: 'job', id: 'g', name: 'Guest', grants: [] } });
    await acceptLink(guest(), { token: tokenOf(invited.inviteUrl), password });
    expect(await refusal(acceptLink(guest(), { token: tokenOf(invited.inviteUrl), password }))).toMatchObject({
      code: 'link_invalid',
    });
    expect((await listTenantAdmins(admin(), { tenant: 'acme' })).find(({ id }) => id === invited.id)?.active).toBe(
      true,
    );
  });

  it('lets who has an account simply gain the tenant', async () => {
    const email = address();
    const user = await createUser(services.installation(), {
      email,
      role: 'viewer',
      password: 'correct horse battery',
    });
    const invited = await invite(email.toUpperCase(), { tenants: ['initech'] });
    expect(invited).toEqual(expect.not.objectContaining({ inviteUrl: expect.anything() }));
    expect(await tenantsOf(user.id)).toEqual(['acme', 'initech']);
    const again = await invite(email);
    expect(again).toEqual(invited);
    const audited = () => services.db.auditEntry.count({ where: { action: 'tenant.addAdmin' } });
    const entries = await audited();
    await invite(email);
    expect(await audited()).toBe(entries);
  });

  it('gives nobody a link into an account that can do more', async () => {
    const owner = address();
    await createUser(services.installation(), { email: owner, role: 'admin' });
    expect(await invite(owner)).not.toHaveProperty('inviteUrl');
    const project = await createProject(services.installation(), { key: 'elsewhere' });
    const elsewhere = services.inProject(project, 'admin');
    await createTenant(elsewhere, { key: 'acme' });
    const shared = address();
    expect(await inviteTenantAdmin(elsewhere, { tenant: 'acme', email: shared })).toHaveProperty('inviteUrl');
    expect(await invite(shared)).not.toHaveProperty('inviteUrl');
  });

  it('makes a new link for who has not come yet', async () => {
    const email = address();
    const first = await invite(email);
    const second = await invite(email, { tenants: ['globex'] });
    expect(tokenOf(second.inviteUrl)).not.toBe(tokenOf(first.inviteUrl));
    expect(await services.db.accessLink.count({ where: { userId: first.id } })).toBe(1);
  });

  it('stores nothing where a tenant is unknown or the account is disabled', async () => {
    const email = address();
    expect(await refusal(invite(email, { tenants: ['nobody'] }))).toMatchObject({ kind: 'not_found' });
    expect(await services.db.user.count({ where: { emailFolded: email } })).toBe(0);
    const { id } = await invite(email);
    await disableUser(services.installation(), { id });
    expect(await refusal(invite(email, { tenants: ['initech'] }))).toMatchObject({ code: 'user_disabled' });
    expect(await tenantsOf(id)).toEqual(['acme']);
    expect(await refusal(invite('no address'))).toMatchObject({ kind: 'invalid' });
  });

  it('is for who manages users', async () => {
    for (const [role, kind] of [
      ['editor', 'forbidden'],
      ['stranger', 'not_found'],
    ] as const) {
      const ctx = services.as(role);
      expect(await refusal(inviteTenantAdmin(ctx, { tenant: 'acme', email: address() }))).toMatchObject({ kind });
      expect(await refusal(listTenantAdmins(ctx, { tenant: 'acme' }))).toMatchObject({ kind });
      expect(await refusal(removeTenantAdmin(ctx, { tenant: 'acme', id: 'x' }))).toMatchObject({ kind });
    }
  });
});

it('takes one tenant away, and leaves the others and the account', async () => {
  const email = address();
  const { id } = await invite(email, { tenants: ['globex'] });
  await removeTenantAdmin(admin(), { tenant: 'acme', id });
  expect(await tenantsOf(id)).toEqual(['globex']);
  expect(await emails('acme')).not.toContain(email);
  expect(await emails('globex')).toContain(email);
  expect(await refusal(removeTenantAdmin(admin(), { tenant: 'acme', id }))).toMatchObject({ kind: 'not_found' });
});

it('says of oneself which tenants one administers', async () => {
  const { key } = await createTenant(admin(), { key: 'umbrella', name: 'Umbrella' });
  const { id, name, email } = await invite(address(), { tenants: [key] });
  const rows = await services.db.tenantAdmin.findMany({ where: { userId: id } });
  const actor: Actor = { kind: 'user', id, name, email, grants: [], tenants: rows.map(({ tenantId }) => tenantId) };
  const ctx = services.installation('viewer', { actor });
  const project = { key: 'default', name: 'Default' };
  const expected = [
    { project, tenant: { key: 'acme', name: 'ACME' } },
    { project, tenant: { key, name: 'Umbrella' } },
  ];
  expect(await administeredTenants(ctx)).toEqual(expected);
  expect(await describeMe(ctx, {})).toMatchObject({ grants: [], tenants: expected });
  await removeTenant(admin(), { tenant: key, version: 1 });
  expect(await administeredTenants(ctx)).toEqual(expected.slice(0, 1));
  expect(await administeredTenants(services.installation('admin'))).toEqual([]);
});
