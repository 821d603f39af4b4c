'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';
import type { VariantTotal } from './analytics-series';

/** Evaluations and share of each variant in the period. */
export function Totals({ totals, total }: { totals: readonly VariantTotal[]; total: number }) {
  const t = useTranslations('analytics.totals');
  const format = useFormatter();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
        <CardDescription className="tabular-nums">{t('all', { count: total })}</CardDescription>
      </CardHeader>
      <CardContent>
        <ul className="grid gap-3">
          {totals.map(({ key, name, color, total: count, share }) => (
            <li key={key} className="grid gap-1 text-sm">
              <span className="flex items-baseline justify-between gap-3">
                <span className="flex min-w-0 items-center gap-2">
                  <span
                    aria-hidden="true"
                    className="size-2 shrink-0 rounded-full"
                    style={{ backgroundColor: color }}
                  />
                  <span className="truncate">{name}</span>
                </span>
                <span className="shrink-0 tabular-nums">
                  {format.number(count)}{' '}
                  <span className="inline-block w-14 text-right text-muted-foreground">
                    {format.number(share, { style: 'percent', maximumFractionDigits: 1 })}
                  </span>
                </span>
              </span>
              <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-secondary">
                <span
                  className="block h-full rounded-full"
                  style={{ width: `${share * 100}%`, backgroundColor: color }}
                />
              </span>
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}
