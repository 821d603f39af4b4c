export const RANGES = ['24h', '7d', '14d', '30d'] as const;
export type Range = (typeof RANGES)[number];
export const BUCKETS = ['hour', 'day'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** What the address says of the period; the usual one unless it is said. */
export interface AnalyticsChoice {
  range: Range;
  bucket: Bucket;
}

const HOUR = 3_600_000;
const HOURS: Record<Range, number> = { '24h': 24, '7d': 7 * 24, '14d': 14 * 24, '30d': 30 * 24 };
export const USUAL_RANGE: Range = '14d';

/** A day has one bar at most in 24 hours: hours are shown there whatever is asked. */
export function bucketOf(range: Range, asked: string | null | undefined): Bucket {
  if (range === '24h') return 'hour';
  return BUCKETS.find((bucket) => bucket === asked) ?? 'day';
}

/** The beginning of a range that ends at `now`, in whole hours or UTC days, today included. */
export function rangeStart(range: Range, bucket: Bucket, now: number): string {
  const size = bucket === 'hour' ? HOUR : 24 * HOUR;
  const buckets = (HOURS[range] * HOUR) / size;
  return new Date((Math.floor(now / size) - buckets + 1) * size).toISOString();
}

/** Reads what the address says, as a page on the server gets it. */
export function choiceOf(asked: { range?: string | string[]; bucket?: string | string[] }): AnalyticsChoice {
  const range = RANGES.find((each) => each === asked.range) ?? USUAL_RANGE;
  return { range, bucket: bucketOf(range, typeof asked.bucket === 'string' ? asked.bucket : null) };
}
