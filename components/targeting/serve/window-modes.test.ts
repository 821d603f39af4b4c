import { describe, expect, it } from 'vitest';
import { moveZone } from '@/components/shared/windows/move-zone';
import { toDays, toInstants, windowMode, withHours, withoutEnds } from './window-modes';

const days = { timezone: 'Europe/Berlin', startDate: '2026-03-01', endDate: '2026-03-31' };

describe('window modes', () => {
  it('tells how a window is written', () => {
    expect([windowMode(undefined), windowMode({}), windowMode(days), windowMode({ startsAt: 'x' })]).toEqual([
      'always',
      'times',
      'days',
      'times',
    ]);
  });

  it('keeps the hours of a window whose ends are written in another way, or taken away', () => {
    const recurring = { weekdays: ['mon'], from: '09:00', to: '17:00' } as const;
    const hours = { timezone: 'Europe/Berlin', recurring: { ...recurring, weekdays: [...recurring.weekdays] } };
    expect(windowMode(hours)).toBe('always');
    expect(toInstants({ ...days, ...hours })).toMatchObject({ ...hours, startsAt: '2026-02-28T23:00:00.000Z' });
    expect(toDays({ ...hours, startsAt: '2026-02-28T23:00:00.000Z' })).toMatchObject({
      ...hours,
      startDate: '2026-03-01',
    });
    expect(withoutEnds({ ...days, ...hours })).toEqual(hours);
    expect(withoutEnds(days)).toBeUndefined();
    expect(withHours(hours, undefined)).toBeUndefined();
    expect(withHours({ ...days, ...hours }, undefined)).toEqual(days);
    expect(withHours(days, hours.recurring)).toEqual({ ...days, ...hours });
  });

  it('turns days into the instants they begin and end with', () => {
    expect(toInstants(days)).toEqual({
      timezone: 'Europe/Berlin',
      startsAt: '2026-02-28T23:00:00.000Z',
      endsAt: '2026-03-31T22:00:00.000Z',
    });
  });

  it('starts with an empty day where there is no edge yet', () => {
    const empty = toDays({ timezone: 'UTC' });
    expect(windowMode(empty)).toBe('days');
    expect(empty.startDate).toBe('');
  });
});

it('keeps the local time when the zone changes', () => {
  expect(moveZone('2026-06-01T07:00:00.000Z', 'Europe/Berlin', 'America/New_York')).toBe('2026-06-01T13:00:00.000Z');
  expect(moveZone('odd', 'UTC', 'Europe/Berlin')).toBe('odd');
});
