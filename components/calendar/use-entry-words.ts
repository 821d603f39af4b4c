'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { calendarMessage } from '@/lib/schemas/calendar-message';
import type { CalendarEntry } from '@/lib/services/calendar/types';
import type { DayEntry } from './calendar-days';

/** Platforms write twelve hours with different spaces: server and browser would differ. */
export const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Words for what an entry is, and when in its day. */
export function useEntryWords(timezone: string) {
  const t = useTranslations('calendar');
  const format = useFormatter();
  const time = (at: string): string => format.dateTime(new Date(at), { ...TIME, timeZone: timezone });
  return {
    what(entry: CalendarEntry): string {
      const { id, values } = calendarMessage(entry);
      const { count = 1, number = 0, outcome = '' } = values;
      return t(`entry.${id}`, { count: Number(count), number: Number(number), outcome: String(outcome) });
    },
    /** The time alone, for narrow cells; empty where it lasts all day. */
    briefly({ entry: { at, until }, part }: DayEntry): string {
      if (part === 'whole') return '';
      return part === 'ends' ? `– ${time(until ?? at)}` : time(at);
    },
    when({ entry: { at, until, frequent }, part }: DayEntry): string {
      if (part === 'whole') return t('allDay');
      if (part === 'ends') return t('until', { time: time(until ?? at) });
      if (part === 'begins') return t('from', { time: time(at) });
      if (part === 'within' && until !== null) return `${time(at)} – ${time(until)}`;
      return frequent ? t('from', { time: time(at) }) : time(at);
    },
  };
}
