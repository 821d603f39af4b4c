'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryStates } from 'nuqs';
import { useCallback } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { KeyText } from '@/components/shared/key-text';
import { PageHeader } from '@/components/shared/page-header';
import {
  Breadcrumb,
  BreadcrumbItem,
  BreadcrumbLink,
  BreadcrumbList,
  BreadcrumbPage,
  BreadcrumbSeparator,
} from '@/components/ui/breadcrumb';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { scopeQuery } from '@/lib/client/scope-query';
import type { InitialTenantFlags } from '@/lib/client/use-tenant-flags';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { TenantFlagView } from '@/lib/services/overrides/types';
import type { TenantAdminView, TenantRolesView, TenantView } from '@/lib/services/tenants/types';
import { TenantAudit } from '../tenant-audit';
import { TenantFlags } from '../tenant-flags';
import { TenantRoles } from '../tenant-roles';
import { TenantAdmins } from './tenant-admins';
import { TenantDetails } from './tenant-details';

export interface TenantPageProps {
  project: string;
  tenant: TenantView;
  environment: EnvironmentView;
  environments: readonly EnvironmentView[];
  /** Whether overrides may be set in this environment. */
  canEdit: boolean;
  /** Whether the tenant may be renamed and deleted. */
  canManage: boolean;
  /** Whether its subject roles may be set, which count in every environment. */
  canSetRoles: boolean;
  canViewAudit: boolean;
  flags: InitialTenantFlags;
  roles: TenantRolesView;
  /** Null for who may not see them. */
  admins: readonly TenantAdminView[] | null;
}

const TABS = ['flags', 'details', 'roles', 'admins', 'audit'] as const;

/** One tenant: its flags, what it is, who administers it, what was done. */
export function TenantPage(props: TenantPageProps) {
  const { project, tenant, environment, canEdit, admins } = props;
  const t = useTranslations('tenants');
  // A search among flags, or in the audit, ends with the tab it was made in.
  const [{ tab }, setAsked] = useQueryStates({ tab: parseAsString.withDefault('flags'), q: parseAsString });
  const seen = { flags: true, details: true, roles: true, admins: admins !== null, audit: props.canViewAudit };
  const tabs = TABS.filter((each) => seen[each]);
  const current = tabs.find((each) => each === tab) ?? 'flags';
  const query = scopeQuery({ env: environment.key });
  const hrefOf = useCallback(
    ({ key }: TenantFlagView): string => `/p/${project}/flags/${encodeURIComponent(key)}/targeting${query}`,
    [project, query],
  );
  return (
    <PageBody layout="fill">
      <PageHeader
        breadcrumb={
          <Breadcrumb aria-label={t('page.breadcrumb')}>
            <BreadcrumbList>
              <BreadcrumbItem>
                <BreadcrumbLink asChild>
                  <Link href={`/p/${project}/tenants${query}`}>{t('title')}</Link>
                </BreadcrumbLink>
              </BreadcrumbItem>
              <BreadcrumbSeparator />
              <BreadcrumbItem>
                <BreadcrumbPage>{tenant.name}</BreadcrumbPage>
              </BreadcrumbItem>
            </BreadcrumbList>
          </Breadcrumb>
        }
        title={tenant.name}
        meta={
          <>
            <KeyText value={tenant.key} />
            <EnvironmentBadge environment={environment} />
          </>
        }
      />
      <Tabs
        value={current}
        onValueChange={(next) => void setAsked({ tab: next === 'flags' ? null : next, q: null })}
        className="min-h-0 flex-1"
      >
        <TabsList aria-label={t('page.tabs')}>
          {tabs.map((each) => (
            <TabsTrigger key={each} value={each}>
              {t(`page.${each}`)}
            </TabsTrigger>
          ))}
        </TabsList>
        <TabsContent value="flags" className="flex min-h-0 flex-col gap-4">
          <TenantFlags place={{ project, tenant, environment, canEdit }} initial={props.flags} hrefOf={hrefOf} />
        </TabsContent>
        <TabsContent value="details">
          <TenantDetails key={tenant.version} project={project} tenant={tenant} canManage={props.canManage} />
        </TabsContent>
        <TabsContent value="roles" className="grid max-w-2xl content-start gap-4 pb-6">
          <p className="max-w-prose text-sm text-muted-foreground">{t('roles.hint')}</p>
          <TenantRoles
            key={props.roles.version}
            project={project}
            tenant={tenant.key}
            stored={props.roles}
            canEdit={props.canSetRoles}
          />
        </TabsContent>
        {admins && (
          <TabsContent value="admins">
            <TenantAdmins {...props} admins={admins} />
          </TabsContent>
        )}
        {props.canViewAudit && (
          <TabsContent value="audit" className="flex min-h-0 flex-col gap-4">
            <TenantAudit project={project} tenant={tenant.key} environments={props.environments} />
          </TabsContent>
        )}
      </Tabs>
    </PageBody>
  );
}
