import { describe, expect, it } from 'vitest';
import { parseDay } from './instant';
import { asChangeError } from './issue';
import { resolveWindow } from './resolve-window';
import { thrownBy } from './testing/build';
import { instantOfLocal } from './zone';

describe('resolveWindow', () => {
  it.each([
    ['UTC', '2026-03-01', '2026-03-01', '2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'],
    // The day on which clocks go forward has 23 hours, the one on which they go back 25.
    ['Europe/Berlin', '2026-03-29', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['Asia/Kolkata', '2026-12-31', '2026-12-31', '2026-12-30T18:30:00.000Z', '2026-12-31T18:30:00.000Z'],
    ['America/New_York', '2028-02-28', '2028-02-29', '2028-02-28T05:00:00.000Z', '2028-03-01T05:00:00.000Z'],
    // Midnight itself is skipped here: the day begins at one o'clock.
    ['America/Santiago', '2026-09-06', '2026-09-06', '2026-09-06T04:00:00.000Z', '2026-09-07T03:00:00.000Z'],
    // A day that never was, when the zone changed sides of the date line.
    ['Pacific/Apia', '2011-12-30', '2011-12-31', '2011-12-30T10:00:00.000Z', '2011-12-31T10:00:00.000Z'],
  ])('makes whole days in %s instants: %s to %s', (timezone, startDate, endDate, startsAt, endsAt) => {
    const whole = { startsAt, endsAt, startDate, endDate, timezone };
    expect(resolveWindow({ startsAt: startDate, endsAt: endDate, timezone })).toEqual(whole);
    expect(resolveWindow({ startDate, endDate, timezone })).toEqual(whole);
    expect(resolveWindow(whole)).toEqual(whole);
  });

  it('keeps instants, in UTC, and no dates with them', () => {
    expect(resolveWindow({ startsAt: '2026-03-01T09:00:00+01:00', timezone: 'Europe/Berlin' })).toEqual({
      startsAt: '2026-03-01T08:00:00.000Z',
      timezone: 'Europe/Berlin',
    });
    expect(resolveWindow({})).toEqual({});
  });

  it.each([
    [{ startsAt: 'soon' }, 'window.startsAt', 'date_unreadable'],
    [{ endsAt: '2026-02-30' }, 'window.endsAt', 'date_unreadable'],
    [{ startsAt: '2026-03-01T09:00:00' }, 'window.startsAt', 'date_unreadable'],
    [{ endDate: '9999-12-31' }, 'window.endsAt', 'date_unreadable'],
    [{ startsAt: '2026-03-01', timezone: 'Europe/Bielefeld' }, 'window.timezone', 'timezone_unknown'],
    [{ startsAt: '2026-03-02', startDate: '2026-03-01' }, 'window.startsAt', 'window_differs'],
    [{ startsAt: '2026-03-01T01:00:00Z', startDate: '2026-03-01' }, 'window.startsAt', 'window_differs'],
  ])('refuses %j', (draft, path, code) => {
    const error = asChangeError(thrownBy(() => resolveWindow(draft)));
    expect({ path: error?.path, code: error?.code }).toEqual({ path, code });
  });
});

describe('instantOfLocal', () => {
  it.each([
    ['a skipped time is the first instant after the gap', 29, 3, 2, 30, '2026-03-29T01:00:00.000Z'],
    ['the last minute before the gap', 29, 3, 1, 59, '2026-03-29T00:59:00.000Z'],
    ['the first minute after it', 29, 3, 3, 0, '2026-03-29T01:00:00.000Z'],
    ['a repeated time is its first', 25, 10, 2, 30, '2026-10-25T00:30:00.000Z'],
    ['the minute after the repeat', 25, 10, 3, 0, '2026-10-25T02:00:00.000Z'],
  ])('%s', (_, day, month, hour, minute, expected) => {
    const instant = instantOfLocal({ year: 2026, month, day }, 'Europe/Berlin', hour, minute);
    expect(new Date(instant ?? 0).toISOString()).toBe(expected);
  });

  it('finds half-hour gaps too', () => {
    const instant = instantOfLocal({ year: 2026, month: 10, day: 4 }, 'Australia/Lord_Howe', 2, 15);
    expect(new Date(instant ?? 0).toISOString()).toBe('2026-10-03T15:30:00.000Z');
  });
});

describe('parseDay', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-01-01T00:00:00Z'])('%s is no day', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});
