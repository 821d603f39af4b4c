'use client';

import { useTranslations } from 'next-intl';
import type { ValueSource } from '@/lib/services/overrides/types';
import { SourceMark } from './source-mark';

const SOURCES: readonly ValueSource[] = ['tenant', 'system', 'default'];

export function GridLegend({ tenants, flags }: { tenants: number; flags: number }) {
  const t = useTranslations('tenants.grid');
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-xs text-muted-foreground">
      <ul aria-label={t('legend.label')} className="flex flex-wrap gap-x-4 gap-y-1">
        {SOURCES.map((source) => (
          <li key={source} className="flex items-center gap-1.5">
            <SourceMark source={source} />
            {t(`legend.${source}`)}
          </li>
        ))}
      </ul>
      <p className="tabular-nums">
        {t('size', { tenants, flags })}
        <span className="max-md:hidden"> · {t('hint')}</span>
      </p>
    </div>
  );
}
