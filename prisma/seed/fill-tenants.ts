import type { ServiceContext } from '@/lib/services/context';
import { getEnvironment } from '@/lib/services/environments/get';
import { updateEnvironment } from '@/lib/services/environments/update';
import { getFlag } from '@/lib/services/flags/get';
import { updateFlag } from '@/lib/services/flags/update';
import { setManyOverrides } from '@/lib/services/overrides/set-many';
import { declareFlags } from '@/lib/services/registry/declare';
import { createTenant } from '@/lib/services/tenants/create';
import { DECLARATIONS } from './declared';
import { LEFT_TO_TENANTS, SAMPLE_OVERRIDES, SAMPLE_TENANTS } from './tenants';
import { unlessThere } from './unless-there';

type ProjectAt = (now: Date) => Promise<ServiceContext>;

const DAY = 86_400_000;
const ENVIRONMENTS = ['development', 'staging', 'production'] as const;
const MAP_STYLES = [
  { key: 'default', value: 'standard', name: 'Standard' },
  { key: 'satellite', value: 'satellite', name: 'Satellite' },
];

/** What the sample's applications declared, oldest first. The same post once more changes nothing. */
async function declareAll(at: ProjectAt, now: number): Promise<void> {
  for (const { daysAgo, ...post } of DECLARATIONS) {
    for (const environment of ENVIRONMENTS) {
      await declareFlags(await at(new Date(now - daysAgo * DAY)), { environment, ...post });
    }
  }
}

/** Leaves some of what was declared to the customers, in production. */
async function openToTenants(ctx: ServiceContext): Promise<void> {
  for (const key of LEFT_TO_TENANTS) {
    const { version } = await getFlag(ctx, { key });
    const variants = key === 'portal.map-style' ? { variants: MAP_STYLES } : {};
    await updateFlag(ctx, { key, version, tenantManaged: true, clientVisible: true, ...variants });
  }
  const reports = await getFlag(ctx, { key: 'portal.reports-tab' });
  await updateFlag(ctx, { key: reports.key, version: reports.version, clientVisible: true });
  const { version } = await getEnvironment(ctx, { key: 'production' });
  await updateEnvironment(ctx, { key: 'production', version, openToTenants: true });
}

/** Customers, the flags that the applications declared, and what some customers have instead of everybody's. */
export async function fillTenants(at: ProjectAt, now: number): Promise<void> {
  const early = await at(new Date(now - 13 * DAY));
  for (const tenant of SAMPLE_TENANTS) await unlessThere(() => createTenant(early, tenant));
  await declareAll(at, now);
  await openToTenants(await at(new Date(now - 4 * DAY)));
  for (const [index, { flag, tenants, value, note, days }] of SAMPLE_OVERRIDES.entries()) {
    const expiresAt = days === undefined ? {} : { expiresAt: new Date(now + days * DAY).toISOString() };
    const ctx = await at(new Date(now - (3 - index * 0.5) * DAY));
    await setManyOverrides(ctx, { environment: 'production', flag, tenants, note, ...value, ...expiresAt });
  }
}
