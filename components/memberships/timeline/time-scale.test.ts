import { describe, expect, it } from 'vitest';
import { neighbour, placeIn, spanOf } from './time-scale';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

describe('a span', () => {
  it('is the day, week or month of a zone', () => {
    const noon = at('2026-03-04T23:30:00Z');
    expect(spanOf('day', noon, 'Europe/Berlin')).toMatchObject({
      from: at('2026-03-04T23:00:00Z'),
      to: at('2026-03-05T23:00:00Z'),
    });
    expect(spanOf('week', noon, 'UTC')).toMatchObject({
      from: at('2026-03-02T00:00:00Z'),
      to: at('2026-03-09T00:00:00Z'),
    });
    const month = spanOf('month', noon, 'UTC');
    expect(month).toMatchObject({ from: at('2026-03-01T00:00:00Z'), to: at('2026-04-01T00:00:00Z') });
    expect(month.ticks).toHaveLength(31);
    expect(month.ticks.slice(0, 2)).toMatchObject([
      { isWeekend: true, isWeekStart: false },
      { isWeekend: false, isWeekStart: true },
    ]);
  });

  it('of a day on which clocks change has as many hours as that day', () => {
    const spring = spanOf('day', at('2026-03-29T12:00:00Z'), 'Europe/Berlin');
    expect((spring.to - spring.from) / HOUR).toBe(23);
    expect((spring.ticks[1]?.at ?? 0) - spring.from).toBe(2 * HOUR);
    const autumn = spanOf('day', at('2026-10-25T12:00:00Z'), 'Europe/Berlin');
    expect((autumn.to - autumn.from) / HOUR).toBe(25);
    const week = spanOf('week', at('2026-03-29T12:00:00Z'), 'Europe/Berlin');
    expect((week.to - week.from) / HOUR).toBe(7 * 24 - 1);
  });

  it('has a neighbour on either side, across the ends of months and years', () => {
    const later = neighbour('month', at('2026-12-05T00:00:00Z'), 'UTC', 1);
    expect(spanOf('month', later, 'UTC').from).toBe(at('2027-01-01T00:00:00Z'));
    const earlier = neighbour('month', at('2026-03-31T00:00:00Z'), 'UTC', -1);
    expect(spanOf('month', earlier, 'UTC').from).toBe(at('2026-02-01T00:00:00Z'));
    expect(spanOf('week', neighbour('week', later, 'UTC', -1), 'UTC').from).toBe(at('2026-12-21T00:00:00Z'));
  });
});

it('a bar lies within its span, cut where it goes on', () => {
  const span = { from: 0, to: 100, ticks: [] };
  expect(placeIn(span, 20, 30)).toEqual({ kind: 'inside', left: 20, width: 10, isCutStart: false, isCutEnd: false });
  expect(placeIn(span, -5, 200)).toEqual({ kind: 'inside', left: 0, width: 100, isCutStart: true, isCutEnd: true });
  expect([placeIn(span, -5, 0), placeIn(span, 100, 101)]).toEqual([{ kind: 'before' }, { kind: 'after' }]);
});
