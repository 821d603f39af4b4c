'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ChartPoint, ChartSeries } from './chart-types';

export interface ChartTooltipProps {
  /** Epoch milliseconds of the point under the pointer. */
  at: number;
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  resolution: 'hour' | 'day';
}

export function ChartTooltip({ at, points, series, resolution }: ChartTooltipProps) {
  const t = useTranslations('common');
  const format = useFormatter();
  const point = points.find((each) => new Date(each.at).getTime() === at);
  if (!point) return null;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = resolution === 'hour' ? ({ timeStyle: 'short' } as const) : {};
  const total = series.reduce((sum, { key }) => sum + (point.values[key] ?? 0), 0);
  return (
    <div className="min-w-40 rounded-md border bg-popover p-2 text-xs text-popover-foreground shadow-sm">
      <p className="mb-1 font-medium">{format.dateTime(at, { dateStyle: 'medium', ...time, timeZone })}</p>
      <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-2 gap-y-0.5 tabular-nums">
        {series.map(({ key, name, color }) => (
          <div key={key} className="contents">
            <span aria-hidden="true" className="size-2 rounded-full" style={{ backgroundColor: color }} />
            <dt className="truncate text-muted-foreground">{name}</dt>
            <dd className="text-right">{format.number(point.values[key] ?? 0)}</dd>
          </div>
        ))}
        <div className="contents">
          <span />
          <dt className="border-t pt-0.5 text-muted-foreground">{t('chart.total')}</dt>
          <dd className="border-t pt-0.5 text-right font-medium">{format.number(total)}</dd>
        </div>
      </dl>
    </div>
  );
}
