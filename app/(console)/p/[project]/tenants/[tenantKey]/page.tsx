import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { TenantPage } from '@/components/tenants/page/tenant-page';
import { tenantPageContext } from '@/lib/auth/page-context';
import { allows } from '@/lib/permissions/allows';
import { listTenantFlags } from '@/lib/services/overrides/list-tenant-flags';
import { getTenant } from '@/lib/services/tenants/get';
import { getTenantRoles } from '@/lib/services/tenants/get-roles';
import { listTenantAdmins } from '@/lib/services/tenants/list-admins';
import { chooseEnvironment, loadConsole } from '../../load-console';

interface Props {
  params: Promise<{ project: string; tenantKey: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('tenants');
  return { title: `${decodeURIComponent((await params).tenantKey)} · ${t('title')}` };
}

export default async function TenantRoute({ params, searchParams }: Props) {
  const [{ project, tenantKey }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments, can, canMakeTenants } = await loadConsole(project);
  const environment = chooseEnvironment(environments, asked.env);
  if (!environment || !can.viewFlags) notFound();
  const inTenant = await tenantPageContext({ project, tenant: decodeURIComponent(tenantKey) });
  const key = inTenant.scope.tenantKey;
  const seesAdmins = allows(ctx.actor.grants, 'user.manage', ctx.scope.projectId);
  const q = typeof asked.q === 'string' ? asked.q.slice(0, 500) : '';
  const [tenant, page, roles, admins] = await Promise.all([
    getTenant(ctx, { tenant: key }),
    listTenantFlags(inTenant, { environment: environment.key, limit: 200, q: q || undefined }),
    getTenantRoles(inTenant, {}),
    seesAdmins ? listTenantAdmins(ctx, { tenant: key }) : null,
  ]);
  return (
    <TenantPage
      key={environment.key}
      project={project}
      tenant={tenant}
      environment={environment}
      environments={environments}
      canEdit={can.environments[environment.key]?.editOverrides ?? false}
      canManage={canMakeTenants}
      canSetRoles={environments.every(({ key: each }) => can.environments[each]?.editOverrides)}
      canViewAudit={can.viewAudit}
      flags={{ q, page }}
      roles={roles}
      admins={admins}
    />
  );
}
