'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { FunnelView } from '@/lib/services/onboarding/types';

export interface FunnelChartProps {
  funnel: FunnelView;
  /** The list of subjects that are in a stage now. */
  hrefOf: (stage: string) => string;
}

/** A bar per stage: whoever reached it, and darker those of them who are in it now. */
export function FunnelChart({ funnel: { stages, total, days }, hrefOf }: FunnelChartProps) {
  const t = useTranslations('people.funnel');
  const format = useFormatter();
  const share = (count: number): number => (total === 0 ? 0 : (count / total) * 100);
  return (
    <ol aria-label={t('title')} className="divide-y rounded-lg border bg-card">
      {stages.map(({ key, name, subjects, reached, medianDays, stuck }, index) => (
        <li key={key} aria-label={name} className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[11rem_1fr_11rem]">
          <div className="min-w-0">
            <p className="flex items-baseline gap-2 text-sm font-medium">
              <span className="text-xs text-muted-foreground tabular-nums">{index + 1}</span>
              <span className="truncate">{name}</span>
            </p>
            <Link href={hrefOf(key)} className="rounded-sm text-[13px] text-link underline-offset-2 hover:underline">
              {t('inNow', { count: subjects })}
            </Link>
          </div>
          <div className="grid content-center gap-1">
            <div className="relative h-5 overflow-hidden rounded-sm bg-muted" aria-hidden="true">
              <div
                className="absolute inset-y-0 left-0 rounded-sm bg-primary/25"
                style={{ width: `${share(reached)}%` }}
              />
              <div
                className="absolute inset-y-0 left-0 rounded-sm bg-primary"
                style={{ width: `${share(subjects)}%` }}
              />
            </div>
            <p className="text-xs text-muted-foreground tabular-nums">
              {t('reached', {
                count: reached,
                share:
                  total === 0 ? '–' : format.number(reached / total, { style: 'percent', maximumFractionDigits: 1 }),
              })}
            </p>
          </div>
          <div className="grid content-center text-[13px] max-md:grid-flow-col max-md:justify-start max-md:gap-x-4">
            <p className={cn(stuck > 0 ? 'font-medium text-warning' : 'text-muted-foreground')}>
              {index === stages.length - 1 ? t('last') : t('stuck', { count: stuck, days })}
            </p>
            <p className="text-muted-foreground">
              {medianDays === null ? t('noMedian') : t('median', { days: Math.round(medianDays * 10) / 10 })}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
