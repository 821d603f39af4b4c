'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { type CalendarDay, entriesOf } from './calendar-days';
import type { CalendarPlace } from './calendar-place';
import { EntryLink } from './entry-link';
import type { Shown } from './shown';

const FEW = 4;

interface Props {
  place: CalendarPlace;
  days: readonly CalendarDay[];
  shown: Shown;
  onOpenDay: (day: string) => void;
}

/** Weeks below each other; a cell shows a few entries and leads to its day. */
export function MonthGrid({ place, days, shown, onOpenDay }: Props) {
  const t = useTranslations('calendar');
  const format = useFormatter();
  const dateOf = (key: string): Date => new Date(`${key}T00:00:00Z`);
  return (
    <section aria-label={t('grid')} className="overflow-hidden rounded-lg border bg-card">
      <div aria-hidden className="grid grid-cols-7 border-b text-[13px] text-muted-foreground">
        {days.slice(0, 7).map(({ key }) => (
          <span key={key} className="px-2 py-1.5">
            {format.dateTime(dateOf(key), { weekday: 'short', timeZone: 'UTC' })}
          </span>
        ))}
      </div>
      <div className="grid grid-cols-7">
        {days.map((day, index) => {
          const entries = entriesOf(day, shown.entries);
          const rest = entries.length - FEW + (shown.more.get(day.key) ?? 0);
          const name = format.dateTime(dateOf(day.key), { dateStyle: 'full', timeZone: 'UTC' });
          return (
            <section
              key={day.key}
              aria-label={t('dayOf', { day: name, count: entries.length })}
              className={cn(
                'grid min-h-32 min-w-0 content-start gap-1 p-1.5',
                index % 7 > 0 && 'border-l',
                index > 6 && 'border-t',
                day.isOutside && 'bg-muted/40',
                day.key === place.today && 'bg-primary/4',
              )}
            >
              <button
                type="button"
                aria-label={name}
                aria-current={day.key === place.today ? 'date' : undefined}
                onClick={() => onOpenDay(day.key)}
                className={cn(
                  'w-fit rounded-full px-1.5 text-[13px] tabular-nums hover:bg-accent',
                  day.isOutside && 'text-muted-foreground',
                  day.key === place.today && 'bg-primary font-medium text-primary-foreground hover:bg-primary/90',
                )}
              >
                {Number(day.key.slice(8))}
              </button>
              {entries.slice(0, FEW).map((each) => (
                <EntryLink key={each.entry.id} place={place} shown={each} as="line" />
              ))}
              {rest > 0 && (
                <button
                  type="button"
                  onClick={() => onOpenDay(day.key)}
                  className="w-fit rounded-sm px-1.5 text-xs text-muted-foreground hover:bg-accent hover:text-foreground"
                >
                  {t('more', { count: rest })}
                </button>
              )}
            </section>
          );
        })}
      </div>
    </section>
  );
}
