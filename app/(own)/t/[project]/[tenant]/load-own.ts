import { redirect } from 'next/navigation';
import { cache } from 'react';
import { requireUser, tenantPageContext } from '@/lib/auth/page-context';
import { isTenantAdmin } from '@/lib/services/authorize';
import type { ServiceContext, TenantScope } from '@/lib/services/context';
import { tenantHome } from '@/lib/services/tenants/home';
import type { TenantEnvironment, TenantHomeView } from '@/lib/services/tenants/types';

export interface Own {
  ctx: ServiceContext<TenantScope>;
  home: TenantHomeView;
}
export type OwnParams = Promise<{ project: string; tenant: string }>;

/** What every page of a tenant's own admins starts from. The project's members see the tenant in its console. */
export const loadOwn = cache(async (project: string, tenant: string): Promise<Own> => {
  await requireUser();
  const ctx = await tenantPageContext({ project: decodeURIComponent(project), tenant: decodeURIComponent(tenant) });
  const { projectKey, tenantKey } = ctx.scope;
  if (!isTenantAdmin(ctx)) redirect(`/p/${projectKey}/flags?tenant=${encodeURIComponent(tenantKey)}`);
  return { ctx, home: await tenantHome(ctx, {}) };
});

/** The environment that `?env=` names, else the first that is open. */
export const openEnvironment = (
  home: TenantHomeView,
  asked: string | string[] | undefined,
): TenantEnvironment | undefined => home.environments.find(({ key }) => key === asked) ?? home.environments[0];
