import { type Day, utc } from './instant';

const HOUR = 3_600_000;
const FIELDS = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;

/** Wall-clock fields of an instant in a zone, as digits. */
export type LocalFields = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>;

/** A reader of wall-clock time in an IANA zone, or null if there is no such zone. */
export function zoneClock(timezone: string): ((instant: number) => LocalFields) | null {
  const format = formatOf(timezone);
  if (!format) return null;
  return (instant) => {
    const parts = format.formatToParts(instant);
    const field = (type: keyof LocalFields): string => parts.find((part) => part.type === type)?.value ?? '';
    const [year, month, day] = [field('year'), field('month'), field('day')];
    return { year, month, day, hour: field('hour'), minute: field('minute'), second: field('second') };
  };
}

/**
 * The instant at which clocks in a zone show a local time, in epoch milliseconds; null if there is no such zone.
 * A time that a change of clocks skips becomes the first instant after the gap; one that it repeats, the first.
 */
export function instantOfLocal(day: Day, timezone: string, hour = 0, minute = 0, second = 0): number | null {
  const clock = zoneClock(timezone);
  if (!clock) return null;
  const local = utc(day, hour, minute, second);
  const offsetAt = (instant: number): number => {
    const seen = clock(instant);
    const seenDay = { year: Number(seen.year), month: Number(seen.month), day: Number(seen.day) };
    return utc(seenDay, Number(seen.hour), Number(seen.minute), Number(seen.second)) - instant;
  };
  const [before, after] = [offsetAt(local - 26 * HOUR), offsetAt(local + 26 * HOUR)];
  const candidates = [local - before, local - after].filter((instant) => instant + offsetAt(instant) === local);
  if (candidates.length > 0) return Math.min(...candidates);
  return firstAfterGap(offsetAt, local - Math.max(before, after), local - Math.min(before, after));
}

/** Halves [early, late] down to the second at which the offset changes. */
function firstAfterGap(offsetAt: (instant: number) => number, early: number, late: number): number {
  const old = offsetAt(early);
  let [from, to] = [early / 1000, late / 1000];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (offsetAt(middle * 1000) === old) from = middle;
    else to = middle;
  }
  return to * 1000;
}

function formatOf(timezone: string): Intl.DateTimeFormat | null {
  const options = { ...FIELDS, timeZone: timezone, second: '2-digit', hourCycle: 'h23', calendar: 'iso8601' } as const;
  try {
    return new Intl.DateTimeFormat('en', options);
  } catch {
    return null;
  }
}
