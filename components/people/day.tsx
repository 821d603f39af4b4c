'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';
import { RelativeTime } from '@/components/shared/relative-time';

/** A day as in "3 May 2026", the same on the server and in every browser. */
export function useDay(): (at: string) => string {
  const format = useFormatter();
  return useCallback(
    (at) => format.dateTime(new Date(at), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    [format],
  );
}

/** How long ago, for the side of a row. */
export const Ago = ({ at }: { at: string }) => (
  <RelativeTime at={at} className="shrink-0 text-xs text-muted-foreground" />
);
