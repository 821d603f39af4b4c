'use client';

import { useTranslations } from 'next-intl';
import { PageBody } from '@/components/frame/page-body';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { PageHeader } from '@/components/shared/page-header';
import type { InitialTenantFlags } from '@/lib/client/use-tenant-flags';
import type { TenantEnvironment, TenantHomeView } from '@/lib/services/tenants/types';
import { TenantFlags } from '../tenant-flags';

export interface OwnFlagsProps {
  home: TenantHomeView;
  environment: TenantEnvironment;
  initial: InitialTenantFlags;
}

/** The flags that a tenant's own admins manage. */
export function OwnFlags({ home, environment, initial }: OwnFlagsProps) {
  const t = useTranslations('tenants');
  const { project, tenant } = home;
  const place = { project: project.key, tenant, environment, canEdit: environment.mayEdit, isOwn: true };
  return (
    <PageBody layout="fill" className="mx-auto max-w-6xl">
      <TenantFlags
        place={place}
        initial={initial}
        head={(count) => (
          <PageHeader
            title={t('flags.title')}
            meta={
              <>
                <span className="text-sm text-muted-foreground tabular-nums">{t('flags.count', { count })}</span>
                <EnvironmentBadge environment={environment} />
              </>
            }
            description={t('own.note', { name: tenant.name })}
          />
        )}
      />
    </PageBody>
  );
}
