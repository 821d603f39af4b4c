'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { type CalendarDay, entriesOf } from './calendar-days';
import type { CalendarPlace } from './calendar-place';
import { DayHeading } from './day-heading';
import { DayList } from './day-list';
import type { Shown } from './shown';

/** Seven columns, a day each. */
export function WeekColumns({
  place,
  days,
  shown,
}: {
  place: CalendarPlace;
  days: readonly CalendarDay[];
  shown: Shown;
}) {
  const t = useTranslations('calendar');
  return (
    <section aria-label={t('grid')} className="grid grid-cols-7 overflow-hidden rounded-lg border bg-card">
      {days.map((day, index) => {
        const entries = entriesOf(day, shown.entries);
        return (
          <section
            key={day.key}
            aria-label={t('dayOf', { day: day.key, count: entries.length })}
            className={cn('min-w-0', index > 0 && 'border-l', day.key === place.today && 'bg-primary/4')}
          >
            <h2 className="border-b px-2 py-1.5">
              <DayHeading day={day} today={place.today} form="short" />
            </h2>
            <div className="min-h-64 p-1.5">
              <DayList place={place} day={day} entries={entries} more={shown.more.get(day.key) ?? 0} as="card" />
            </div>
          </section>
        );
      })}
    </section>
  );
}
