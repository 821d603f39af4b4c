import { instantOfLocal, zoneClock } from '@/lib/changes/zone';

export const ZOOMS = ['day', 'week', 'month'] as const;
export type Zoom = (typeof ZOOMS)[number];

export interface Tick {
  /** Epoch milliseconds. */
  at: number;
  isWeekend: boolean;
  /** The first day of a week, which is labelled where there is no room for every day. */
  isWeekStart: boolean;
}
/** What a timeline shows: `from` is included, `to` is not. */
export interface Span {
  from: number;
  to: number;
  ticks: Tick[];
}

interface LocalDay {
  year: number;
  month: number;
  day: number;
}

function localDay(at: number, zone: string): LocalDay {
  const seen = zoneClock(zone)?.(at) ?? { year: '1970', month: '01', day: '01' };
  return { year: Number(seen.year), month: Number(seen.month), day: Number(seen.day) };
}

/** Monday is 0. */
const weekdayOf = ({ year, month, day }: LocalDay): number =>
  (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
const plus = ({ year, month, day }: LocalDay, days: number): LocalDay => {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};
const startOf = (day: LocalDay, zone: string, hour = 0): number => instantOfLocal(day, zone, hour) ?? 0;

function firstDay(zoom: Zoom, at: number, zone: string): LocalDay {
  const day = localDay(at, zone);
  if (zoom === 'week') return plus(day, -weekdayOf(day));
  return zoom === 'month' ? { ...day, day: 1 } : day;
}

function daysIn(zoom: Zoom, { year, month }: LocalDay): number {
  if (zoom === 'day') return 1;
  return zoom === 'week' ? 7 : new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const HOURS = [0, 3, 6, 9, 12, 15, 18, 21];

/** The day, week or month of a zone that an instant lies in, with its ticks: hours of a day, else days. */
export function spanOf(zoom: Zoom, at: number, zone: string): Span {
  const first = firstDay(zoom, at, zone);
  const count = daysIn(zoom, first);
  const tickOf = (day: LocalDay, instant: number): Tick => {
    const weekday = weekdayOf(day);
    return { at: instant, isWeekend: weekday > 4, isWeekStart: weekday === 0 };
  };
  const ticks =
    zoom === 'day'
      ? HOURS.map((hour) => ({ ...tickOf(first, startOf(first, zone, hour)), isWeekend: false }))
      : Array.from({ length: count }, (_, index) => tickOf(plus(first, index), startOf(plus(first, index), zone)));
  return { from: startOf(first, zone), to: startOf(plus(first, count), zone), ticks };
}

/** An instant in the span before (-1) or after (1). */
export function neighbour(zoom: Zoom, at: number, zone: string, by: 1 | -1): number {
  const { from, to } = spanOf(zoom, at, zone);
  return by > 0 ? to : from - 1;
}

export type Placing =
  | { kind: 'before' | 'after' }
  /** In per cent of the span; cut where it goes on beyond. */
  | { kind: 'inside'; left: number; width: number; isCutStart: boolean; isCutEnd: boolean };

/** Where a bar lies in a span. */
export function placeIn({ from, to }: Span, starts: number, ends: number): Placing {
  if (ends <= from) return { kind: 'before' };
  if (starts >= to) return { kind: 'after' };
  const [start, end] = [Math.max(starts, from), Math.min(ends, to)];
  const share = (at: number): number => ((at - from) / (to - from)) * 100;
  return {
    kind: 'inside',
    left: share(start),
    width: share(end) - share(start),
    isCutStart: starts < from,
    isCutEnd: ends > to,
  };
}
