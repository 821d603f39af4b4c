'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import type { ChartPoint, ChartSeries } from './chart-types';

export interface ChartTableProps {
  label: string;
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  resolution?: 'hour' | 'day';
  height?: number;
}

/** The chart's figures, newest first. */
export function ChartTable({ label, series, points, resolution = 'day', height = 240 }: ChartTableProps) {
  const t = useTranslations('common');
  const format = useFormatter();
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = resolution === 'hour' ? ({ timeStyle: 'short' } as const) : {};
  return (
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region
      tabIndex={0}
      className="focus-inset overflow-auto tabular-nums"
      style={{ maxHeight: height + 40 }}
    >
      <Table>
        <TableHeader>
          <TableRow>
            <TableHead>{t('chart.time')}</TableHead>
            {series.map(({ key, name }) => (
              <TableHead key={key} className="text-right">
                {name}
              </TableHead>
            ))}
            <TableHead className="text-right">{t('chart.total')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {points.toReversed().map((point) => (
            <TableRow key={point.at} className="h-9">
              <TableCell className="whitespace-nowrap">
                {format.dateTime(new Date(point.at), { dateStyle: 'medium', ...time, timeZone })}
              </TableCell>
              {series.map(({ key }) => (
                <TableCell key={key} className="text-right">
                  {format.number(point.values[key] ?? 0)}
                </TableCell>
              ))}
              <TableCell className="text-right font-medium">
                {format.number(series.reduce((sum, { key }) => sum + (point.values[key] ?? 0), 0))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
