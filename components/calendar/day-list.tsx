'use client';

import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { type CalendarDay, type DayEntry } from './calendar-days';
import type { CalendarPlace } from './calendar-place';
import { EntryLink } from './entry-link';
import { NowLine } from './now-line';

interface Props {
  place: CalendarPlace;
  day: CalendarDay;
  entries: readonly DayEntry[];
  /** What is not listed. */
  more: number;
  as: 'card' | 'row';
}

/** The entries of a day, one after the other, with a line where now is. */
export function DayList({ place, day, entries, more, as }: Props) {
  const t = useTranslations('calendar');
  const isToday = day.key === place.today;
  const later = entries.findIndex(({ entry, part }) => part === 'instant' && Date.parse(entry.at) > place.now);
  const nowAt = later === -1 ? entries.length : later;
  return (
    <ul className="grid min-w-0 gap-1">
      {entries.map((shown, index) => (
        <Fragment key={shown.entry.id}>
          {isToday && index === nowAt && (
            <li>
              <NowLine {...place} />
            </li>
          )}
          <li className="grid min-w-0">
            <EntryLink place={place} shown={shown} as={as} />
          </li>
        </Fragment>
      ))}
      {isToday && nowAt === entries.length && (
        <li>
          <NowLine {...place} />
        </li>
      )}
      {more > 0 && <li className="px-2 text-xs text-muted-foreground">{t('notListed', { count: more })}</li>}
    </ul>
  );
}
