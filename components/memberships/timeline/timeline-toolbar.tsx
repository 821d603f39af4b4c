'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import { useDateRange } from '../use-date-range';
import { neighbour, type Span, type Zoom, ZOOMS } from './time-scale';

export interface TimelineToolbarProps {
  span: Span;
  zoom: Zoom;
  zone: string;
  now: number;
  onZoom: (zoom: Zoom) => void;
  onGo: (at: number) => void;
}

/** Which time is shown: a day, a week or a month, and which. */
export function TimelineToolbar({ span, zoom, zone, now, onZoom, onGo }: TimelineToolbarProps) {
  const t = useTranslations('memberships.timeline');
  const format = useFormatter();
  const range = useDateRange();
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone } as const;
  const title =
    zoom === 'day'
      ? format.dateTime(span.from, { ...options, weekday: 'long' })
      : zoom === 'month'
        ? format.dateTime(span.from, { month: 'long', year: 'numeric', timeZone: zone })
        : range(span.from, span.to - 1, options);
  const step = (by: 1 | -1) => () => onGo(neighbour(zoom, span.from, zone, by));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className="flex items-center gap-1">
        <Button variant="outline" size="icon" aria-label={t('earlier')} onClick={step(-1)}>
          <ChevronLeft />
        </Button>
        <Button variant="outline" onClick={() => onGo(now)}>
          {t('today')}
        </Button>
        <Button variant="outline" size="icon" aria-label={t('later')} onClick={step(1)}>
          <ChevronRight />
        </Button>
      </div>
      <h2
        aria-live="polite"
        className="min-w-0 flex-1 truncate text-sm font-medium tabular-nums max-sm:order-last max-sm:basis-full"
      >
        {title}
      </h2>
      <ToggleGroup
        type="single"
        value={zoom}
        aria-label={t('zoom')}
        className="max-sm:ml-auto"
        onValueChange={(next) => {
          const found = ZOOMS.find((one) => one === next);
          if (found) onZoom(found);
        }}
      >
        {ZOOMS.map((one) => (
          <ToggleGroupItem key={one} value={one}>
            {t(`zooms.${one}`)}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
    </div>
  );
}
