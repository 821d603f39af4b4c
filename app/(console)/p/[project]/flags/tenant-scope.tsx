import { notFound } from 'next/navigation';
import { TenantFlagList } from '@/components/tenants/tenant-flag-list';
import { tenantPageContext } from '@/lib/auth/page-context';
import { listTenantFlags } from '@/lib/services/overrides/list-tenant-flags';
import { getTenant } from '@/lib/services/tenants/get';
import { chooseEnvironment, loadConsole } from '../load-console';

interface TenantScopeProps {
  project: string;
  tenant: string;
  asked: Record<string, string | string[] | undefined>;
}

/** The flag list for one tenant, as `?tenant=` asks for. */
export async function TenantScope({ project, tenant: key, asked }: TenantScopeProps) {
  const { ctx, environments, can } = await loadConsole(project);
  const environment = chooseEnvironment(environments, asked.env);
  if (!environment) notFound();
  const inTenant = await tenantPageContext({ project, tenant: key });
  const { tenantKey } = inTenant.scope;
  const q = typeof asked.q === 'string' ? asked.q.slice(0, 500) : '';
  const input = { environment: environment.key, limit: 200, q: q || undefined };
  const [{ name }, page] = await Promise.all([getTenant(ctx, { tenant: tenantKey }), listTenantFlags(inTenant, input)]);
  const canEdit = can.environments[environment.key]?.editOverrides ?? false;
  return (
    <TenantFlagList
      key={`${tenantKey} ${environment.key}`}
      place={{ project, tenant: { key: tenantKey, name }, environment, canEdit }}
      initial={{ q, page }}
    />
  );
}
