'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';

/** An instant with its weekday, time and zone, as in "Mon, 2 Mar 2026, 09:00 CET". */
export function useInstantWords(timezone: string): (at: string) => string {
  const format = useFormatter();
  return useCallback(
    (at) =>
      format.dateTime(new Date(at), {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
        timeZone: timezone,
      }),
    [format, timezone],
  );
}
