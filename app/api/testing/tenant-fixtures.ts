import { randomUUID } from 'node:crypto';
import type { Fixture, Place } from './permission-fixtures';
import { OWN_TENANT, type World } from './world';

type Make = World['make'];

const freshKey = (): string => `k${randomUUID().slice(0, 13)}`;
const base = ({ project }: Place): string => `/api/admin/projects/${project}`;
const query = ({ environment }: Place): string => `?environment=${environment}`;
const overrideOf = (place: Place, tenant: string, flag: string): string =>
  `${base(place)}/tenants/${tenant}/flags/${flag}${query(place)}`;

async function makeTenant(make: Make, place: Place): Promise<string> {
  const key = freshKey();
  await make('POST', `${base(place)}/tenants`, { key });
  return key;
}

async function makeFlag(make: Make, place: Place, tenantManaged: boolean): Promise<string> {
  const key = freshKey();
  await make('POST', `${base(place)}/flags`, { key, type: 'boolean', tenantManaged });
  return key;
}

/** Development is open to tenants, production is not. */
async function openDevelopment(make: Make, { project }: Place): Promise<void> {
  const path = `/api/admin/projects/${project}/environments/development`;
  const { version, openToTenants } = await make('GET', path);
  if (openToTenants !== true) await make('PATCH', path, { version, openToTenants: true });
}

export const newTenant: Fixture = async () => ({ body: { key: freshKey(), attributes: { plan: 'pro' } } });
export const newBareTenant: Fixture = async () => ({ body: { key: freshKey() } });
export const tenant: Fixture = async (make, place) => ({ params: { tenant: await makeTenant(make, place) } });
export const ownTenant: Fixture = async () => ({ params: { tenant: OWN_TENANT } });
export const tenantPatch: Fixture = async (make, place) => ({
  ...(await tenant(make, place)),
  body: { version: 1, attributes: { plan: 'pro' } },
});
export const tenantName: Fixture = async (make, place) => ({
  ...(await tenant(make, place)),
  body: { version: 1, name: 'Renamed' },
});
export const tenantToRemove: Fixture = async (make, place) => ({ ...(await tenant(make, place)), query: '?version=1' });
export const overriddenTenantToRemove: Fixture = async (make, place) => {
  const { params, body } = await override(make, place);
  await make('PUT', overrideOf(place, params?.tenant ?? '', params?.key ?? ''), body);
  return { params: { tenant: params?.tenant ?? '' }, query: '?version=1' };
};

export const environmentInQuery: Fixture = async (_make, place) => ({ query: query(place) });
export const tenantInQuery: Fixture = async (make, place) => ({ ...(await tenant(make, place)), query: query(place) });
export const ownTenantInQuery: Fixture = async (make, place) => {
  await openDevelopment(make, place);
  return { params: { tenant: OWN_TENANT }, query: query(place) };
};

const flagOf =
  (own: boolean, tenantManaged: boolean): Fixture =>
  async (make, place) => {
    if (own) await openDevelopment(make, place);
    const key = await makeFlag(make, place, tenantManaged);
    return { params: { key, tenant: own ? OWN_TENANT : await makeTenant(make, place) }, query: query(place) };
  };
export const tenantFlag = flagOf(false, true);
export const ownTenantFlag = flagOf(true, true);
export const ownTenantUnmanagedFlag = flagOf(true, false);

const put =
  (on: Fixture): Fixture =>
  async (make, place) => ({ ...(await on(make, place)), body: { enabled: true } });
export const override = put(tenantFlag);
export const ownOverride = put(ownTenantFlag);
export const ownUnmanagedOverride = put(ownTenantUnmanagedFlag);

const cleared =
  (on: Fixture): Fixture =>
  async (make, place) => {
    const { params = {} } = await on(make, place);
    await make('PUT', overrideOf(place, params.tenant ?? '', params.key ?? ''), { enabled: true });
    return { params, query: query(place) };
  };
export const overrideToClear = cleared(tenantFlag);
export const ownOverrideToClear = cleared(ownTenantFlag);

const rolesOf =
  (on: Fixture): Fixture =>
  async (make, place) => {
    const { params = {} } = await on(make, place);
    const { version } = await make('GET', `${base(place)}/tenants/${params.tenant}/roles`);
    return { params, body: { version, roles: [{ key: freshKey(), ranksWith: 'manager' }] } };
  };
export const tenantRoles = rolesOf(tenant);
export const ownTenantRoles = rolesOf(ownTenant);

const email = (): string => `${freshKey()}@example.com`;
export const newTenantAdmin: Fixture = async (make, place) => ({
  ...(await tenant(make, place)),
  body: { email: email() },
});
export const newOwnTenantAdmin: Fixture = async (make, place) => ({
  ...(await ownTenant(make, place)),
  body: { email: email() },
});
export const tenantAdminToRemove: Fixture = async (make, place) => {
  const { params, body } = await newTenantAdmin(make, place);
  const { id } = await make('POST', `${base(place)}/tenants/${params?.tenant}/admins`, body);
  return { params: { ...params, id: String(id) } };
};

const many =
  (on: Fixture, changes: object): Fixture =>
  async (make, place) => {
    const { params } = await on(make, place);
    const { environment } = place;
    return { body: { flag: params?.key, environment, tenants: [params?.tenant], enabled: true, ...changes } };
  };
export const manyOverrides = many(tenantFlag, {});
export const dryOverrides = many(tenantFlag, { dryRun: true });
export const manyOwnOverrides = many(ownTenantFlag, {});
