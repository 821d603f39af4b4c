'use client';

import { OctagonX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { WithReason } from '@/components/flag-page/with-reason';
import { Badge } from '@/components/ui/badge';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import type { OverrideValue } from '@/lib/client/override-actions';
import type { TenantFlagView } from '@/lib/services/overrides/types';

export interface OverrideControlProps {
  flag: TenantFlagView;
  /** The tenant's name. */
  tenant: string;
  canEdit: boolean;
  onSet: (flag: TenantFlagView, value: OverrideValue) => void;
}

/** What a flag gives the tenant, as a switch or a choice of variants: using it writes an override. */
export const OverrideControl = memo(function OverrideControl({ flag, tenant, canEdit, onSet }: OverrideControlProps) {
  const t = useTranslations('tenants.flags');
  if (flag.killed) {
    return (
      <Badge variant="destructive" title={t('killed')}>
        <OctagonX />
        {t('killedMark')}
      </Badge>
    );
  }
  const reason = canEdit ? null : t('forbidden');
  if (flag.type === 'boolean') {
    return (
      <WithReason reason={reason}>
        <Switch
          checked={flag.enabled}
          disabled={!canEdit}
          aria-label={t('switch', { flag: flag.key, tenant })}
          onCheckedChange={(enabled) => onSet(flag, { enabled })}
        />
      </WithReason>
    );
  }
  return (
    <WithReason reason={reason}>
      <Select
        value={flag.variant ?? ''}
        disabled={!canEdit}
        onValueChange={(variant) => variant !== '' && onSet(flag, { variant })}
      >
        <SelectTrigger size="sm" aria-label={t('variant', { flag: flag.key, tenant })} className="w-32 shrink-0">
          <SelectValue placeholder={t('choose')} />
        </SelectTrigger>
        <SelectContent>
          {flag.variants.map(({ key, name }) => (
            <SelectItem key={key} value={key}>
              {name ?? key}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </WithReason>
  );
});
