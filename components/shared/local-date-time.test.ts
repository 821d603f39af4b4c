import { describe, expect, it } from 'vitest';
import { readLocal, writeLocal } from './local-date-time';

describe('readLocal', () => {
  it.each([
    ['2026-01-15T09:30', 'Europe/Berlin', '2026-01-15T08:30:00.000Z', false],
    ['2026-07-15T09:30', 'Europe/Berlin', '2026-07-15T07:30:00.000Z', false],
    ['2026-01-15T09:30', 'Asia/Kolkata', '2026-01-15T04:00:00.000Z', false],
    ['2026-01-15T09:30', 'UTC', '2026-01-15T09:30:00.000Z', false],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z', true],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z', false],
  ])('%s in %s is %s', (text, zone, instant, isSkipped) => {
    expect(readLocal(text, zone)).toEqual({ instant, isSkipped });
  });

  it.each([
    ['', 'UTC'],
    ['2026-01-15', 'UTC'],
    ['2026-01-15T09:30', 'Nowhere/Land'],
  ])('refuses %j in %s', (text, zone) => {
    expect(readLocal(text, zone)).toBeNull();
  });
});

it('writes what it read', () => {
  expect(writeLocal('2026-07-15T07:30:00.000Z', 'Europe/Berlin')).toBe('2026-07-15T09:30');
  expect(writeLocal('not a date', 'Europe/Berlin')).toBe('');
  expect(writeLocal('2026-07-15T07:30:00Z', 'Nowhere/Land')).toBe('');
});
