import { instantOfLocal, offsetAt, zoneTable } from '@/lib/engine/zone';

const DAY = 86_400_000;

/** The days of a zone. */
export interface Days {
  /** The day an instant belongs to, as `2026-03-01`. */
  of(instant: number): string;
  /** The first instant of the day after an instant's. */
  after(instant: number): number;
}

export function daysOf(timezone: string): Days {
  const zone = zoneTable(timezone);
  const local = (instant: number): number => instant + offsetAt(zone, instant);
  return {
    of: (instant) => new Date(local(instant)).toISOString().slice(0, 10),
    after: (instant) => instantOfLocal(zone, (Math.floor(local(instant) / DAY) + 1) * DAY),
  };
}
