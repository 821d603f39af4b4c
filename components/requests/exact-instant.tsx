'use client';

import { useFormatter } from 'next-intl';

/** An instant in UTC: the same for everybody who talks about it. */
export function ExactInstant({ at }: { at: string }) {
  const format = useFormatter();
  return (
    <time dateTime={at} className="font-medium tabular-nums">
      {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })} UTC
    </time>
  );
}
