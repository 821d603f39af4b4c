'use client';

import { useTranslations } from 'next-intl';
import { NameCell } from '@/components/shared/name-cell';
import { Badge } from '@/components/ui/badge';
import type { TenantFlagView } from '@/lib/services/overrides/types';
import { OverrideActions } from './override-actions';
import { OverrideStatus } from './override-status';
import type { TenantFlagRowProps } from './use-tenant-flag-columns';

/** A flag's row in tenant scope where there is no room for columns. */
export function TenantFlagCard({
  flag,
  hrefOf,
  onEdit,
  onClear,
  ...control
}: TenantFlagRowProps & { flag: TenantFlagView }) {
  const t = useTranslations('tenants.flags');
  return (
    <div className="grid min-w-0 gap-1.5 py-2">
      <div className="flex min-w-0 items-start gap-2">
        <NameCell name={flag.name} keyText={flag.key} href={hrefOf?.(flag)} className="flex-1" />
        {flag.overridden && <Badge variant="default">{t('overrideActive')}</Badge>}
      </div>
      <div className="flex min-w-0 items-end justify-between gap-2">
        <OverrideStatus flag={flag} {...control} />
        {control.canEdit && <OverrideActions flag={flag} onEdit={onEdit} onClear={onClear} />}
      </div>
    </div>
  );
}
