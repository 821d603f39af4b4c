'use client';

import { ChartArea, Download, Table2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { ChartPlot } from './chart-plot';
import { ChartTable } from './chart-table';
import type { ChartAnnotation, ChartPoint, ChartSeries } from './chart-types';
import { toCsv } from '@/lib/schemas/csv';
import { downloadText } from './download';
import { EmptyState } from './empty-state';

export interface StackedAreaChartProps {
  title: ReactNode;
  /** The chart in words, for those who do not see it. */
  label: string;
  series: readonly ChartSeries[];
  /** Oldest first. */
  points: readonly ChartPoint[];
  annotations?: readonly ChartAnnotation[];
  /** A handle under the chart chooses a part of it. */
  brush?: boolean;
  /** How an interval's start is written: with the hour, or only the day. */
  resolution?: 'hour' | 'day';
  /** Without extension. */
  csvName: string;
  height?: number;
  className?: string;
}

export function StackedAreaChart(props: StackedAreaChartProps) {
  const { title, series, points, csvName, className } = props;
  const t = useTranslations('common');
  const [showsTable, setShowsTable] = useState(false);
  const isEmpty = points.every((point) => series.every(({ key }) => (point.values[key] ?? 0) === 0));
  const download = () => {
    const head = [t('chart.time'), ...series.map(({ name }) => name)];
    const rows = points.map((point) => [
      new Date(point.at).toISOString(),
      ...series.map(({ key }) => point.values[key] ?? 0),
    ]);
    downloadText(`${csvName}.csv`, toCsv([head, ...rows]));
  };
  return (
    <figure className={cn('rounded-lg border bg-card', className)}>
      <figcaption className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-b py-1 pr-2 pl-4">
        <span className="text-sm font-semibold">{title}</span>
        <span className="flex items-center gap-1">
          <Button variant="ghost" size="sm" aria-pressed={showsTable} onClick={() => setShowsTable(!showsTable)}>
            {showsTable ? <ChartArea /> : <Table2 />}
            {showsTable ? t('chart.showChart') : t('chart.showTable')}
          </Button>
          <Button variant="ghost" size="sm" onClick={download}>
            <Download />
            {t('chart.csv')}
          </Button>
        </span>
      </figcaption>
      {showsTable ? (
        <ChartTable {...props} />
      ) : isEmpty ? (
        <EmptyState title={t('chart.empty')} headingLevel={3} />
      ) : (
        <>
          <Legend series={series} />
          <ChartPlot {...props} />
        </>
      )}
    </figure>
  );
}

function Legend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 px-4 pt-3 text-xs text-muted-foreground">
      {series.map(({ key, name, color }) => (
        <li key={key} className="flex items-center gap-1.5">
          <span aria-hidden="true" className="size-2 rounded-full" style={{ backgroundColor: color }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
