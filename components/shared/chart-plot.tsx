'use client';

import { useFormatter } from 'next-intl';
import {
  Area,
  AreaChart,
  Brush,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartTooltip } from './chart-tooltip';
import type { ChartAnnotation, ChartPoint, ChartSeries } from './chart-types';

export interface ChartPlotProps {
  label: string;
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  annotations?: readonly ChartAnnotation[];
  brush?: boolean;
  resolution?: 'hour' | 'day';
  height?: number;
}

const TICK = { fill: 'var(--muted-foreground)', fontSize: 11 };

export function ChartPlot({
  label,
  series,
  points,
  annotations = [],
  brush,
  resolution = 'day',
  height = 240,
}: ChartPlotProps) {
  const format = useFormatter();
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const data = points.map(({ at, values }) => ({ at: new Date(at).getTime(), values }));
  const tick = (at: number) =>
    format.dateTime(at, {
      month: 'short',
      day: 'numeric',
      timeZone,
      ...(resolution === 'hour' && { hour: '2-digit', minute: '2-digit' }),
    });
  return (
    <div role={brush ? 'group' : 'img'} aria-label={label} className="px-2 pt-2 pb-2" style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart data={data} margin={{ top: 8, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--border)" />
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            tickFormatter={tick}
            tick={TICK}
            tickLine={false}
            axisLine={{ stroke: 'var(--border)' }}
            minTickGap={48}
          />
          <YAxis
            width={48}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            tickFormatter={(value: number) => format.number(value, { notation: 'compact' })}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--control)' }}
            content={({ active, label: at }) =>
              active ? <ChartTooltip at={Number(at)} points={points} series={series} resolution={resolution} /> : null
            }
          />
          {series.map(({ key, name, color }) => (
            <Area
              key={key}
              name={name}
              dataKey={(point: { values: ChartPoint['values'] }) => point.values[key] ?? 0}
              stackId="all"
              type="linear"
              stroke={color}
              strokeWidth={1.5}
              fill={color}
              fillOpacity={0.28}
              isAnimationActive={false}
            />
          ))}
          {annotations.map((note) => (
            <ReferenceLine
              key={`${note.at}-${note.label}`}
              x={new Date(note.at).getTime()}
              stroke="var(--control)"
              strokeDasharray="3 3"
              label={{ value: note.label, position: 'insideTopLeft', fill: 'var(--muted-foreground)', fontSize: 11 }}
            />
          ))}
          {brush && (
            <Brush
              dataKey="at"
              height={24}
              tickFormatter={tick}
              stroke="var(--control)"
              fill="var(--muted)"
              ariaLabel={label}
            />
          )}
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}
