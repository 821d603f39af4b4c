import { describe, expect, it } from 'vitest';
import { cronInstants, isCron, missedInstants } from './cron';
import { parseDuration } from './duration';
import { readWhen } from './when';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'] as const;
const YEAR = 366;

/** What clocks in a zone show, by another way than the product's. */
function localTime(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant);
}
const iso = (instants: readonly Date[]): string[] => instants.map((instant) => instant.toISOString());

describe('a cron expression', () => {
  it.each(ZONES)('keeps local time for years in %s, one run a day', (zone) => {
    const found = cronInstants('30 9 * * *', zone, new Date('2026-01-01T00:00:00Z'), 5 * YEAR);
    expect(new Set(found.map((instant) => localTime(instant, zone)))).toEqual(new Set(['09:30']));
    const days = found.map((instant) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant));
    expect(new Set(days).size).toBe(5 * YEAR);
  });

  // When clocks go forward at night: what is skipped is at the first instant after it.
  it.each([
    ['Europe/Berlin', '30 2 * * *', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00.000Z', '2026-03-30T00:30:00.000Z'],
    ['America/New_York', '30 2 * * *', '2026-03-07T12:00:00Z', '2026-03-08T07:00:00.000Z', '2026-03-09T06:30:00.000Z'],
    [
      'Australia/Lord_Howe',
      '15 2 * * *',
      '2026-10-03T00:00:00Z',
      '2026-10-03T15:30:00.000Z',
      '2026-10-04T15:15:00.000Z',
    ],
  ])('moves forward over the gap in %s', (zone, cron, after, first, second) => {
    expect(iso(cronInstants(cron, zone, new Date(after), 2))).toEqual([first, second]);
  });

  // When clocks go back: the first of two.
  it.each([
    ['Europe/Berlin', '30 2 * * *', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z'],
    ['America/New_York', '30 1 * * *', '2026-10-31T12:00:00Z', '2026-11-01T05:30:00.000Z', '2026-11-02T06:30:00.000Z'],
    [
      'Australia/Lord_Howe',
      '45 1 * * *',
      '2026-04-04T00:00:00Z',
      '2026-04-04T14:45:00.000Z',
      '2026-04-05T15:15:00.000Z',
    ],
  ])('takes the first of what is repeated in %s', (zone, cron, after, first, second) => {
    expect(iso(cronInstants(cron, zone, new Date(after), 2))).toEqual([first, second]);
  });

  it('knows what was missed, newest first, itself included', () => {
    const [first, last] = [new Date('2026-03-02T06:00:00Z'), new Date('2026-03-02T09:00:00Z')];
    expect(iso(missedInstants('0 * * * *', 'UTC', first, last))).toEqual(
      ['09', '08', '07', '06'].map((hour) => `2026-03-02T${hour}:00:00.000Z`),
    );
    expect(missedInstants('0 0 1 1 *', 'UTC', first, last)).toEqual([]);
  });

  it('that never comes has no instants, and some texts are none', () => {
    expect(cronInstants('0 0 31 2 *', 'UTC', new Date(), 1)).toEqual([]);
    expect(['0 9 * * 1-5', '@daily', '*/5 * * * *'].map(isCron)).toEqual([true, true, true]);
    expect(['', '* * * *', '* * * * * *', '61 * * * *', 'tomorrow', '@reboot-soon'].map(isCron)).not.toContain(true);
  });
});

describe('an instant', () => {
  it.each([
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-03-08T02:30:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['2026-03-29T02:30:00+02:00', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
  ])('%s in %s', (text, zone, expected) => {
    const read = readWhen(text, zone);
    expect(read === null ? null : new Date(read).toISOString()).toBe(expected);
  });

  it('is not read from other texts, nor in other zones', () => {
    for (const text of ['', '2026-02-30T10:00', '2026-03-01', '2026-03-01T24:30', 'now']) {
      expect(readWhen(text, 'UTC')).toBeNull();
    }
    expect(readWhen('2026-03-01T10:00', 'Mars/Base')).toBeNull();
  });
});

it('lengths of time are written in three ways', () => {
  expect(['2h', '1d 12h', 'PT2H', 'P1W', '90s'].map(parseDuration)).toEqual([
    7_200_000, 129_600_000, 7_200_000, 604_800_000, 90_000,
  ]);
  expect(['', 'P', 'PT', '2 hours', '-1h', '1.5h'].map(parseDuration)).toEqual([null, null, null, null, null, null]);
});
