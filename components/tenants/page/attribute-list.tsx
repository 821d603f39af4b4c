'use client';

import { useTranslations } from 'next-intl';
import type { JsonObject } from '@/lib/engine/types';

/** A tenant's attributes for who may only look. */
export function AttributeList({ attributes }: { attributes: JsonObject }) {
  const t = useTranslations('tenants.details');
  const entries = Object.entries(attributes);
  if (entries.length === 0) return <p className="text-sm text-muted-foreground">{t('noRows')}</p>;
  return (
    <dl className="divide-y rounded-lg border px-4 text-sm">
      {entries.map(([name, value]) => (
        <div key={name} className="grid grid-cols-[10rem_minmax(0,1fr)] gap-3 py-2">
          <dt className="truncate font-mono text-xs leading-5 text-muted-foreground">{name}</dt>
          <dd className="font-mono text-xs leading-5 break-words">
            {typeof value === 'string' ? value : JSON.stringify(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
