import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRecurrence, isWithin, nextRecurrence, WEEKDAYS } from './recurrence';
import type { Recurrence } from './types';
import { compileWindow, isOpen, nextEdge } from './window';
import { zoneTable } from './zone';

const WORK: Recurrence = { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' };
const ms = (text: string): number => Date.parse(text);

/** Its edges from an instant on, each with whether it is open from there. */
function edges(recurrence: Recurrence, timezone: string, from: string, count: number): string[] {
  const compiled = compileRecurrence(recurrence, timezone);
  const found: string[] = [];
  let now: number | null = ms(from);
  while (found.length < count) {
    now = nextRecurrence(compiled, now);
    if (now === null) break;
    found.push(`${new Date(now).toISOString().slice(0, 16)}Z ${isWithin(compiled, now) ? 'open' : 'closed'}`);
  }
  return found;
}

describe('hours of weekdays', () => {
  it('keep local time when clocks go forward and back', () => {
    expect(edges(WORK, 'Europe/Berlin', '2026-03-27T00:00:00Z', 4)).toEqual([
      '2026-03-27T08:00Z open',
      '2026-03-27T16:00Z closed',
      '2026-03-30T07:00Z open',
      '2026-03-30T15:00Z closed',
    ]);
    expect(edges(WORK, 'America/New_York', '2026-10-30T00:00:00Z', 3)).toEqual([
      '2026-10-30T13:00Z open',
      '2026-10-30T21:00Z closed',
      '2026-11-02T14:00Z open',
    ]);
    expect(edges(WORK, 'Asia/Kolkata', '2026-03-27T00:00:00Z', 2)).toEqual([
      '2026-03-27T03:30Z open',
      '2026-03-27T11:30Z closed',
    ]);
  });

  it('begin after a gap that swallows their start, and do not take place where it swallows all', () => {
    const early: Recurrence = { weekdays: ['sun'], from: '02:30', to: '04:00' };
    expect(edges(early, 'Europe/Berlin', '2026-03-28T00:00:00Z', 2)).toEqual([
      '2026-03-29T01:00Z open',
      '2026-03-29T02:00Z closed',
    ]);
    const lost: Recurrence = { ...early, from: '02:00', to: '02:45' };
    expect(edges(lost, 'Europe/Berlin', '2026-03-28T00:00:00Z', 1)).toEqual(['2026-04-05T00:00Z open']);
  });

  it('begin at the first of two like times', () => {
    const early: Recurrence = { weekdays: ['sun'], from: '02:30', to: '04:00' };
    expect(edges(early, 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30Z open',
      '2026-10-25T03:00Z closed',
    ]);
  });

  it('may go on past midnight; a day that is an exception begins none', () => {
    const night: Recurrence = { weekdays: ['fri', 'sat'], from: '22:00', to: '04:00', exceptions: ['2026-06-06'] };
    expect(edges(night, 'UTC', '2026-06-05T00:00:00Z', 4)).toEqual([
      '2026-06-05T22:00Z open',
      '2026-06-06T04:00Z closed',
      '2026-06-12T22:00Z open',
      '2026-06-13T04:00Z closed',
    ]);
  });

  it('that meet have no edge between them, and whole weeks have none at all', () => {
    const whole: Recurrence = { weekdays: ['mon', 'tue'], from: '00:00', to: '24:00' };
    expect(edges(whole, 'Europe/Berlin', '2026-06-07T00:00:00Z', 2)).toEqual([
      '2026-06-07T22:00Z open',
      '2026-06-09T22:00Z closed',
    ]);
    expect(edges({ ...whole, weekdays: [...WEEKDAYS] }, 'Europe/Berlin', '2026-06-07T00:00:00Z', 1)).toEqual([]);
  });

  it('are refused where they cannot be read', () => {
    expect(() => compileRecurrence(WORK, 'Europe/Nowhere')).toThrow(TypeError);
    expect(() => compileRecurrence({ ...WORK, from: '9' }, 'UTC')).toThrow(TypeError);
    expect(() => compileRecurrence({ ...WORK, exceptions: ['2026-02-30'] }, 'UTC')).toThrow(TypeError);
  });

  it('are those that a clock on the wall says, at any minute of ten years, in any zone', () => {
    const minutes = fc.integer({ min: ms('2020-01-01T00:00:00Z') / 60_000, max: ms('2030-01-01T00:00:00Z') / 60_000 });
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC');
    fc.assert(
      fc.property(minutes, zones, (minute, timeZone) => {
        const now = minute * 60_000;
        const wall = new Intl.DateTimeFormat('en-GB', {
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
          timeZone,
        });
        const parts = Object.fromEntries(wall.formatToParts(now).map(({ type, value }) => [type, value]));
        const time = `${parts.hour}:${parts.minute}`;
        const expected = !['Sat', 'Sun'].includes(parts.weekday ?? '') && time >= '09:00' && time < '17:00';
        expect(isWithin(compileRecurrence(WORK, timeZone), now)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});

const QUARTER = 900_000;
/** Zones with the instants at which their clocks change in a year: an hour, or half of one. */
const CHANGES: Record<string, [string, string]> = {
  'Europe/Berlin': ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'],
  'America/New_York': ['2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z'],
  'Australia/Lord_Howe': ['2026-04-04T15:00:00Z', '2026-10-03T15:30:00Z'],
};

const quarters = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const [hour, minute] = [quarter >> 2, (quarter % 4) * 15].map((part) => String(part).padStart(2, '0'));
  return `${hour}:${minute}`;
});
const anyHours: fc.Arbitrary<Recurrence> = fc
  .record({ weekdays: fc.subarray([...WEEKDAYS], { minLength: 1 }), from: quarters, to: quarters })
  .filter(({ from, to }) => from !== to);
/** A quarter of an hour within ten years, or within two days of a change of clocks, in one of the zones. */
const anyMoment = fc.constantFrom(...Object.entries(CHANGES)).chain(([timezone, changes]) => {
  const whole = fc.integer({ min: ms('2024-01-01T00:00:00Z') / QUARTER, max: ms('2034-01-01T00:00:00Z') / QUARTER });
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -192, max: 192 }))
    .map(([change, quarter]) => ms(change) / QUARTER + quarter);
  return fc.oneof(whole, near).map((quarter) => ({ timezone, from: quarter * QUARTER }));
});

/** What a clock on the wall shows, as in `2026-03-29 03:00`. */
const walls = new Map<string, Intl.DateTimeFormat>();
function wallAt(timeZone: string, instant: number): string {
  const styles = { dateStyle: 'short', timeStyle: 'short', timeZone } as const;
  const wall = walls.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', styles);
  walls.set(timeZone, wall);
  return wall.format(instant);
}

/** The first quarter of an hour at which that clock shows a time, or a later one. */
function firstAt(timezone: string, wall: string): number {
  let instant = ms(`${wall.replace(' ', 'T')}:00Z`) - 15 * 3_600_000;
  while (wallAt(timezone, instant) < wall) instant += QUARTER;
  return instant;
}

/** Whether hours are open, found by looking at the clock on the wall alone. */
function looksOpen({ weekdays, from, to, exceptions = [] }: Recurrence, timezone: string, now: number): boolean {
  const today = wallAt(timezone, now).slice(0, 10);
  return [-1, 0].some((ago) => {
    const day = new Date(ms(`${today}T00:00:00Z`) + ago * 86_400_000);
    const date = day.toISOString().slice(0, 10);
    const weekday = WEEKDAYS[day.getUTCDay()];
    if (weekday === undefined || !weekdays.includes(weekday) || exceptions.includes(date)) return false;
    const next = new Date(day.getTime() + 86_400_000).toISOString().slice(0, 10);
    const ends = to === '24:00' ? `${next} 00:00` : `${to > from ? date : next} ${to}`;
    return firstAt(timezone, `${date} ${from}`) <= now && now < firstAt(timezone, ends);
  });
}

describe('any hours, over years and both changes of clocks in three zones', () => {
  it('are open when somebody who looks at the clock on the wall would say so', () => {
    const exceptionOn = fc.integer({ min: -1, max: 1 });
    fc.assert(
      fc.property(anyHours, anyMoment, exceptionOn, fc.boolean(), (hours, { timezone, from }, ago, untilMidnight) => {
        const exceptions = [new Date(from + ago * 86_400_000).toISOString().slice(0, 10)];
        const recurring = { ...hours, exceptions, ...(untilMidnight && { to: '24:00' }) };
        const window = compileWindow({ timezone, recurring });
        expect(isOpen(window, from)).toBe(looksOpen(recurring, timezone, from));
      }),
      { numRuns: 600 },
    );
  });

  it.each(Object.keys(CHANGES))(
    'of a working week in %s open and close at their local time for ten years',
    (timezone) => {
      const window = compileWindow({ timezone, recurring: WORK });
      const until = ms('2036-01-01T00:00:00Z');
      const seen = new Map<string, number>();
      for (
        let now = nextEdge(window, ms('2026-01-01T00:00:00Z'));
        now !== null && now < until;
        now = nextEdge(window, now)
      ) {
        const [date = '', time = ''] = wallAt(timezone, now).split(' ');
        expect(isOpen(window, now)).toBe(time === '09:00');
        expect(isOpen(window, now - 1)).toBe(time === '17:00');
        seen.set(date, (seen.get(date) ?? 0) + 1);
      }
      const workingDays = [...seen].filter(([date]) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()));
      expect(workingDays).toHaveLength(seen.size);
      // Ten years have 3,652 days, of which 2,608 or so are working days; each is opened and closed once.
      const whole = [...seen.values()].filter((edges) => edges === 2);
      expect(whole.length).toBeGreaterThanOrEqual(2_606);
      expect(seen.size - whole.length).toBeLessThanOrEqual(2);
    },
  );
});

describe('a window with hours', () => {
  const window = compileWindow({
    startsAt: '2026-06-03T10:00:00Z',
    endsAt: '2026-06-05T10:00:00Z',
    timezone: 'UTC',
    recurring: WORK,
  });

  it('is open within both', () => {
    expect(isOpen(window, ms('2026-06-03T09:30:00Z'))).toBe(false);
    expect(isOpen(window, ms('2026-06-03T10:00:00Z'))).toBe(true);
    expect(isOpen(window, ms('2026-06-04T08:59:59Z'))).toBe(false);
    expect(isOpen(window, ms('2026-06-05T09:59:59Z'))).toBe(true);
    expect(isOpen(window, ms('2026-06-05T10:00:00Z'))).toBe(false);
  });

  it('changes at each of its edges, and never after its end', () => {
    const found: string[] = [];
    let now = nextEdge(window, 0);
    while (now !== null) {
      found.push(new Date(now).toISOString().slice(5, 16));
      now = nextEdge(window, now);
    }
    expect(found).toEqual(['06-03T10:00', '06-03T17:00', '06-04T09:00', '06-04T17:00', '06-05T09:00', '06-05T10:00']);
  });

  it('changes when it opens or closes and at no other time', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, (recurring, { timezone, from }) => {
        const compiled = compileWindow({ timezone, recurring });
        const next = nextEdge(compiled, from);
        const state = isOpen(compiled, from);
        const until = next ?? from + 21 * 86_400_000;
        for (let at = from; at < until; at += 900_000) expect(isOpen(compiled, at)).toBe(state);
        if (next !== null) expect(isOpen(compiled, next)).toBe(!state);
      }),
      { numRuns: 300 },
    );
  });
});

it('a zone has the changes of clocks that the platform knows', () => {
  const { changes, offsets } = zoneTable('Europe/Berlin');
  expect(changes).toContain(ms('2026-03-29T01:00:00Z'));
  expect(changes).toContain(ms('2026-10-25T01:00:00Z'));
  expect(new Set(offsets)).toEqual(new Set([3_600_000, 7_200_000]));
  expect(zoneTable('Asia/Kolkata')).toEqual({ changes: [], offsets: [19_800_000] });
});
