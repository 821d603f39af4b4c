'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';
import { useTickingNow } from '@/components/shared/now-provider';
import { RelativeTime } from '@/components/shared/relative-time';

/** A day as in "3 May", with the year where it is another; the same on the server and in every browser. */
export function useDay(): (at: string) => string {
  const format = useFormatter();
  const year = new Date(useTickingNow()).getUTCFullYear();
  return useCallback(
    (at) => {
      const day = new Date(at);
      const isThisYear = day.getUTCFullYear() === year;
      const shown = isThisYear ? ({ day: 'numeric', month: 'long' } as const) : ({ dateStyle: 'long' } as const);
      return format.dateTime(day, { ...shown, timeZone: 'UTC' });
    },
    [format, year],
  );
}

/** How long ago, for the side of a row. */
export const Ago = ({ at }: { at: string }) => (
  <RelativeTime at={at} className="shrink-0 text-xs text-muted-foreground" />
);
