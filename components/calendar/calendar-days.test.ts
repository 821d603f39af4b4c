import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from '@/lib/services/calendar/types';
import { dayAt, daysShown, entriesOf, moved } from './calendar-days';

const keys = (...asked: Parameters<typeof daysShown>) => daysShown(...asked).map(({ key }) => key);
const iso = (instant: number) => new Date(instant).toISOString();

describe('the days of a view', () => {
  it('are a week from Monday on, of any length that clocks make them', () => {
    const days = daysShown('2026-03-29', '2026-03-01', 'week', 'Europe/Berlin');
    expect([days[0]?.key, days[6]?.key]).toEqual(['2026-03-23', '2026-03-29']);
    expect((days[6]?.end ?? 0) - (days[6]?.start ?? 0)).toBe(23 * 3_600_000);
    expect(iso(days[6]?.start ?? 0)).toBe('2026-03-28T23:00:00.000Z');
  });

  it('are whole weeks of a month, its neighbours told apart', () => {
    const days = daysShown('2026-02-14', '2026-03-01', 'month', 'UTC');
    expect([days.length, days[0]?.key, days.at(-1)?.key]).toEqual([35, '2026-01-26', '2026-03-01']);
    expect(days.filter(({ isOutside }) => !isOutside)).toHaveLength(28);
    expect(daysShown('2026-08-01', '', 'month', 'UTC')).toHaveLength(42);
  });

  it('are around today for a text that is no day', () => {
    expect(keys('2026-02-30', '2026-03-04', 'day', 'UTC')).toEqual(['2026-03-04']);
    expect(keys('<script>', '2026-03-04', 'day', 'UTC')).toEqual(['2026-03-04']);
  });

  it('move on by what is shown, and stay within months', () => {
    expect(moved('2026-03-31', 'day', 1)).toBe('2026-04-01');
    expect(moved('2026-01-01', 'week', -1)).toBe('2025-12-25');
    expect(moved('2026-01-31', 'month', 1)).toBe('2026-02-28');
    expect(moved('2026-01-31', 'month', -1)).toBe('2025-12-31');
    expect(dayAt(Date.parse('2026-03-01T23:30:00Z'), 'Asia/Tokyo')).toBe('2026-03-02');
  });
});

describe('the entries of a day', () => {
  const [day] = daysShown('2026-03-02', '', 'day', 'UTC');
  const entry = (what: CalendarEntry['what'], at: string, until: string | null = null): CalendarEntry => ({
    ...{ id: `${what}${at}`, kind: 'window', what, at, until, flag: 'f', environment: 'e', name: '', ref: null },
    ...{ count: 1, frequent: false, outcome: null, number: null, collides: [] },
  });
  const partsOf = (...entries: CalendarEntry[]) => (day ? entriesOf(day, entries).map(({ part }) => part) : []);

  it('are instants within it, its first included and the next day’s not', () => {
    expect(partsOf(entry('run', '2026-03-02T00:00:00.000Z'))).toEqual(['instant']);
    expect(partsOf(entry('run', '2026-03-03T00:00:00.000Z'), entry('run', '2026-03-01T23:59:59.999Z'))).toEqual([]);
  });

  it('are parts of bands, what lasts all day first', () => {
    expect(
      partsOf(
        entry('run', '2026-03-02T01:00:00.000Z'),
        entry('band', '2026-03-02T09:00:00.000Z', '2026-03-02T17:00:00.000Z'),
        entry('band', '2026-03-02T10:00:00.000Z', null),
        entry('band', '2026-03-01T10:00:00.000Z', '2026-03-02T08:00:00.000Z'),
        entry('band', '2026-03-01T10:00:00.000Z', '2026-03-04T08:00:00.000Z'),
        entry('band', '2026-03-01T10:00:00.000Z', '2026-03-02T00:00:00.000Z'),
      ),
    ).toEqual(['whole', 'ends', 'instant', 'within', 'begins']);
  });
});
