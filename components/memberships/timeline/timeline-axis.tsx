'use client';

import { useFormatter } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { Span, Tick, Zoom } from './time-scale';

interface AxisProps {
  span: Span;
  zoom: Zoom;
  zone: string;
  /** Pixels of the whole span. */
  width: number;
}

const LEAST_LABEL = 24;
const LEAST_WEEKDAY = 64;
const shareOf = ({ from, to }: Span, at: number): string => `${((at - from) / (to - from)) * 100}%`;

/** The labels above: hours of a day, or days. */
export function TimelineAxis({ span, zoom, zone, width }: AxisProps) {
  const format = useFormatter();
  const each = width / span.ticks.length;
  const last = span.to - (LEAST_LABEL / width) * (span.to - span.from);
  // Where days are narrow, weeks are labelled, and none beyond the edge.
  const isShown = (tick: Tick): boolean =>
    zoom === 'day' || each >= LEAST_LABEL || (tick.isWeekStart && tick.at <= last);
  const label = ({ at }: Tick): string => {
    if (zoom === 'day')
      return format.dateTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
    const weekday = each >= LEAST_WEEKDAY ? ({ weekday: 'short' } as const) : {};
    return format.dateTime(at, { day: 'numeric', ...weekday, timeZone: zone });
  };
  return (
    <div aria-hidden="true" className="relative h-full">
      {span.ticks.filter(isShown).map((tick) => (
        <span
          key={tick.at}
          className="absolute inset-y-0 flex items-center pl-1 text-[11px] whitespace-nowrap text-muted-foreground tabular-nums"
          style={{ left: shareOf(span, tick.at) }}
        >
          {label(tick)}
        </span>
      ))}
    </div>
  );
}

/** The lines behind the bars, weekends shaded, and now. */
export function TimelineGrid({ span, now }: { span: Span; now: number }) {
  const isNowShown = now >= span.from && now < span.to;
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      {span.ticks.map((tick, index) => {
        const end = span.ticks[index + 1]?.at ?? span.to;
        return (
          <span
            key={tick.at}
            className={cn(
              'absolute inset-y-0 border-l',
              tick.isWeekend && 'bg-muted/50',
              index === 0 && 'border-transparent',
            )}
            style={{ left: shareOf(span, tick.at), width: `${((end - tick.at) / (span.to - span.from)) * 100}%` }}
          />
        );
      })}
      {isNowShown && (
        <span
          data-testid="today"
          className="absolute inset-y-0 z-10 border-l border-primary"
          style={{ left: shareOf(span, now) }}
        />
      )}
    </div>
  );
}
