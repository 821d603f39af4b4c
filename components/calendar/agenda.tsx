'use client';

import { useTranslations } from 'next-intl';
import { type CalendarDay, entriesOf } from './calendar-days';
import type { CalendarPlace } from './calendar-place';
import { DayHeading } from './day-heading';
import { DayList } from './day-list';
import type { Shown } from './shown';

interface Props {
  place: CalendarPlace;
  days: readonly CalendarDay[];
  shown: Shown;
  /** Days without entries are left out, except today. */
  isDense?: boolean;
}

/** Days below each other: for one day, and for narrow screens. */
export function Agenda({ place, days, shown, isDense = false }: Props) {
  const t = useTranslations('calendar');
  const listed = days
    .filter(({ isOutside }) => !isOutside)
    .map((day) => ({ day, entries: entriesOf(day, shown.entries) }))
    .filter(({ day, entries }) => !isDense || entries.length > 0 || day.key === place.today);
  return (
    <div className="grid gap-4">
      {listed.map(({ day, entries }) => (
        <section key={day.key} aria-label={t('dayOf', { day: day.key, count: entries.length })} className="grid gap-2">
          <h2>
            <DayHeading day={day} today={place.today} form="long" />
          </h2>
          {entries.length === 0 && <p className="text-[13px] text-muted-foreground">{t('nothingThatDay')}</p>}
          <DayList place={place} day={day} entries={entries} more={shown.more.get(day.key) ?? 0} as="row" />
        </section>
      ))}
    </div>
  );
}
