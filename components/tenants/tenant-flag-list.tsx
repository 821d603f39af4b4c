'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { PageHeader } from '@/components/shared/page-header';
import { scopeQuery } from '@/lib/client/scope-query';
import type { InitialTenantFlags } from '@/lib/client/use-tenant-flags';
import type { TenantFlagView } from '@/lib/services/overrides/types';
import { ScopeLine } from './scope-line';
import { TenantFlags } from './tenant-flags';
import type { TenantPlace } from './tenant-place';
import { TenantShortcuts } from './tenant-shortcuts';

export interface TenantFlagListProps {
  place: TenantPlace;
  initial: InitialTenantFlags;
}

/** The flag list in tenant scope. */
export function TenantFlagList({ place, initial }: TenantFlagListProps) {
  const { project, tenant, environment } = place;
  const t = useTranslations('tenants.flags');
  const env = environment.key;
  const inScope = scopeQuery({ env, tenant: tenant.key });
  const hrefOf = useCallback(
    ({ key }: TenantFlagView): string => `/p/${project}/flags/${encodeURIComponent(key)}/targeting${inScope}`,
    [project, inScope],
  );
  return (
    <PageBody layout="fill">
      <TenantFlags
        place={place}
        initial={initial}
        hrefOf={hrefOf}
        head={(count) => (
          <>
            <PageHeader
              title={t('title')}
              meta={
                <>
                  <span className="text-sm text-muted-foreground tabular-nums">{t('count', { count })}</span>
                  <EnvironmentBadge environment={environment} />
                </>
              }
            />
            <ScopeLine
              tenant={tenant.key}
              systemHref={`/p/${project}/flags${scopeQuery({ env })}`}
              tenantHref={`/p/${project}/tenants/${encodeURIComponent(tenant.key)}${scopeQuery({ env })}`}
            />
            <TenantShortcuts project={project} environment={env} current={tenant.key} />
          </>
        )}
      />
    </PageBody>
  );
}
