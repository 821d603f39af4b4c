import { describe, expect, it } from 'vitest';
import { moveZone } from '@/components/shared/windows/move-zone';
import { toDays, toInstants, windowMode } from './window-modes';

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
