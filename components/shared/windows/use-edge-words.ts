'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** Within so many milliseconds a weekday says which day is meant. */
const WEEK_MS = 6 * 86_400_000;

/** An instant in a zone, as in "Mon 17:00 (Europe/Berlin)"; with its date where it is further away than a week. */
export function useEdgeWords(timezone: string): (at: number, now: number) => string {
  const t = useTranslations('windows');
  const format = useFormatter();
  return useCallback(
    (at, now) => {
      const isNear = at - now < WEEK_MS;
      const day = format.dateTime(at, {
        timeZone: timezone,
        ...(isNear ? { weekday: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' }),
      });
      const time = format.dateTime(at, { timeZone: timezone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
      return t('edge', { day, time, zone: timezone });
    },
    [t, format, timezone],
  );
}
