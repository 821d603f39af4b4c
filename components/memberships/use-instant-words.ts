'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';

/** An instant with its time and zone, as in "2 Mar 2026, 00:00 CET". */
export function useInstantWords(timezone: string): (at: string) => string {
  const format = useFormatter();
  return useCallback(
    (at) =>
      format.dateTime(new Date(at), {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
        timeZone: timezone,
      }),
    [format, timezone],
  );
}
