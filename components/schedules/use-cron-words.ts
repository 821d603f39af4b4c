'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { describeCron } from './describe-cron';

/** A Monday, since days follow it by name. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** How often a cron expression fires, in the reader's language. */
export function useCronWords(): (cron: string) => string {
  const t = useTranslations('schedules.cron');
  const format = useFormatter();
  return useCallback(
    (cron) => {
      const words = describeCron(cron);
      const time = (hour: number, minute: number): string =>
        format.dateTime(new Date(MONDAY + (hour * 60 + minute) * 60_000), { timeStyle: 'short', timeZone: 'UTC' });
      const weekday = (day: number): string =>
        format.dateTime(new Date(MONDAY + ((day + 6) % 7) * DAY), { weekday: 'short', timeZone: 'UTC' });
      switch (words.form) {
        case 'minutely':
          return t('minutely');
        case 'minutes':
          return t('minutes', { count: words.every });
        case 'hourly':
          return t('hourly', { minute: words.minute });
        case 'daily':
          return t('daily', { time: time(words.hour, words.minute) });
        case 'weekly': {
          const { weekdays } = words;
          const [first = 0, last = 0] = [weekdays[0], weekdays[weekdays.length - 1]];
          const isRun = weekdays.length > 2 && ((last - first + 7) % 7) + 1 === weekdays.length;
          const days = isRun ? `${weekday(first)}–${weekday(last)}` : weekdays.map(weekday).join(', ');
          return t('weekly', { days, time: time(words.hour, words.minute) });
        }
        case 'monthly':
          return t('monthly', { day: words.day, time: time(words.hour, words.minute) });
        case 'yearly': {
          const date = new Date(Date.UTC(2024, words.month - 1, words.day));
          const day = format.dateTime(date, { day: 'numeric', month: 'long', timeZone: 'UTC' });
          return t('yearly', { day, time: time(words.hour, words.minute) });
        }
        case 'custom':
          return t('custom', { cron });
      }
    },
    [t, format],
  );
}
