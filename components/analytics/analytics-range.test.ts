import { describe, expect, it } from 'vitest';
import { bucketOf, choiceOf, rangeStart } from './analytics-range';

const NOW = Date.parse('2026-03-10T15:42:11Z');

describe('rangeStart', () => {
  it('counts whole hours back, the one that runs included', () => {
    expect(rangeStart('24h', 'hour', NOW)).toBe('2026-03-09T16:00:00.000Z');
  });

  it('counts whole days back, today included', () => {
    expect(rangeStart('7d', 'day', NOW)).toBe('2026-03-04T00:00:00.000Z');
    expect(rangeStart('30d', 'day', NOW)).toBe('2026-02-09T00:00:00.000Z');
  });
});

describe('choiceOf', () => {
  it('takes two weeks of days unless something else is asked', () => {
    expect(choiceOf({})).toEqual({ range: '14d', bucket: 'day' });
    expect(choiceOf({ range: 'ages', bucket: ['hour'] })).toEqual({ range: '14d', bucket: 'day' });
    expect(choiceOf({ range: '7d', bucket: 'hour' })).toEqual({ range: '7d', bucket: 'hour' });
  });

  it('shows hours in a day, whatever is asked', () => {
    expect(bucketOf('24h', 'day')).toBe('hour');
  });
});
