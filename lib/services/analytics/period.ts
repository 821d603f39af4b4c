import type { z } from 'zod';
import type { analyticsSchema } from '@/lib/schemas/analytics';

type Asked = Pick<z.output<typeof analyticsSchema>, 'from' | 'to' | 'bucket'>;

export interface Period {
  from: Date;
  to: Date;
  bucket: 'hour' | 'day';
  /** The first instants of its buckets, oldest first; the first may lie before `from`. UTC. */
  starts: number[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const USUAL = 14 * DAY;
/** Up to this long, hours are shown unless days are asked for. */
const HOURS_UP_TO = 3 * DAY;
const MOST_HOURS = 1_500 * HOUR;

/** The two weeks up to now unless said otherwise, in whole buckets. An open-ended period of hours is not endless. */
export function periodOf({ from, to, bucket }: Asked, now: Date): Period {
  const end = (to ?? (from && from > now ? new Date(from.getTime() + USUAL) : now)).getTime();
  const begin = from?.getTime() ?? end - USUAL;
  const chosen = bucket ?? (end - begin <= HOURS_UP_TO ? 'hour' : 'day');
  const size = chosen === 'hour' ? HOUR : DAY;
  const longest = chosen === 'hour' ? MOST_HOURS : 24 * MOST_HOURS;
  const first = Math.floor(Math.max(begin, end - longest) / size) * size;
  const starts: number[] = [];
  for (let at = first; at < end; at += size) starts.push(at);
  return { from: new Date(first), to: new Date(end), bucket: chosen, starts };
}
