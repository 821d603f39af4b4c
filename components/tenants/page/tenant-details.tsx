'use client';

import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/shared/relative-time';
import type { TenantView } from '@/lib/services/tenants/types';
import { AttributeList } from './attribute-list';
import { TenantDanger } from './tenant-danger';
import { TenantForm } from './tenant-form';

export interface TenantDetailsProps {
  project: string;
  tenant: TenantView;
  canManage: boolean;
}

/** A tenant's name and attributes, and the way to delete it. */
export function TenantDetails({ project, tenant, canManage }: TenantDetailsProps) {
  const t = useTranslations('tenants');
  return (
    <div className="grid max-w-2xl gap-6 pb-6">
      {canManage ? (
        <TenantForm project={project} tenant={tenant} />
      ) : (
        <>
          <p className="text-[13px] text-muted-foreground">{t('page.readOnly')}</p>
          <AttributeList attributes={tenant.attributes} />
        </>
      )}
      <p className="text-xs text-muted-foreground">
        {t.rich('details.facts', {
          created: () => <RelativeTime at={tenant.createdAt} />,
          updated: () => <RelativeTime at={tenant.updatedAt} />,
        })}
      </p>
      {canManage && <TenantDanger project={project} tenant={tenant} />}
    </div>
  );
}
