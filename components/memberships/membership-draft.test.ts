import { describe, expect, it } from 'vitest';
import type { Recurrence } from '@/lib/engine/types';
import { dayOf, draftOf, draftWindow, instantsOf, newDraft, type WindowDraft, windowProblem } from './membership-draft';

const NOW = Date.parse('2026-03-28T22:30:00Z');
const DRAFT: WindowDraft = { ...newDraft(NOW, 'Europe/Berlin'), startDate: '', endDate: '' };
const windowOf = (changes: Partial<WindowDraft>) => draftWindow({ ...DRAFT, ...changes }, NOW);
const SUNDAYS: Recurrence = { weekdays: ['sun'], from: '09:00', to: '17:00' };

describe('the window of a membership’s dialog', () => {
  it('from now on for so many days', () => {
    expect(instantsOf(windowOf({}))).toEqual({
      startsAt: '2026-03-28T22:30:00.000Z',
      endsAt: '2026-04-04T22:30:00.000Z',
    });
  });
  it('from now until the end of a day of the zone', () => {
    const until = windowOf({ end: 'day', endDate: '2026-03-29' });
    expect(instantsOf(until)?.endsAt).toBe('2026-03-29T22:00:00.000Z');
  });
  it('whole days from a date, so that the day on which clocks change has 23 hours', () => {
    const day = windowOf({ start: 'day', startDate: '2026-03-29', end: 'duration', amount: '1', unit: 'day' });
    expect(day).toEqual({ startDate: '2026-03-29', endDate: '2026-03-29', timezone: 'Europe/Berlin' });
    expect(instantsOf(day)).toEqual({ startsAt: '2026-03-28T23:00:00.000Z', endsAt: '2026-03-29T22:00:00.000Z' });
    expect(windowOf({ start: 'day', startDate: '2026-03-29', days: 30 }).endDate).toBe('2026-04-27');
    const weeks = windowOf({ start: 'day', startDate: '2026-03-30', end: 'duration', amount: '2', unit: 'week' });
    expect(weeks.endDate).toBe('2026-04-12');
  });
  it('hours after the midnight of a day, or after an exact time', () => {
    const hours = { end: 'duration', amount: '36', unit: 'hour' } as const;
    expect(instantsOf(windowOf({ start: 'day', startDate: '2026-04-01', ...hours }))).toEqual({
      startsAt: '2026-03-31T22:00:00.000Z',
      endsAt: '2026-04-02T10:00:00.000Z',
    });
    const exact = windowOf({ start: 'time', startsAt: '2026-04-01T07:00:00.000Z', ...hours });
    expect(instantsOf(exact)?.endsAt).toBe('2026-04-02T19:00:00.000Z');
  });
  it.each<[Partial<WindowDraft>, string | null]>([
    [{}, null],
    [{ start: 'day' }, 'incomplete'],
    [{ start: 'time', startsAt: null }, 'incomplete'],
    [{ end: 'day' }, 'incomplete'],
    [{ end: 'time' }, 'incomplete'],
    [{ end: 'duration', amount: '' }, 'incomplete'],
    [{ end: 'duration', amount: '0' }, 'incomplete'],
    [{ end: 'duration', amount: '1.5' }, 'incomplete'],
    [{ end: 'duration', amount: '10001' }, 'incomplete'],
    [{ end: 'time', endsAt: '2026-03-28T22:30:00.000Z' }, 'order'],
    [{ start: 'day', startDate: '2026-04-02', end: 'day', endDate: '2026-04-01' }, 'order'],
    [{ start: 'day', startDate: '2026-03-01', end: 'duration', amount: '1', unit: 'day' }, 'past'],
    [{ recurring: SUNDAYS }, null],
    [{ recurring: { ...SUNDAYS, weekdays: [] } }, 'hours'],
    [{ end: 'duration', amount: '2', unit: 'hour', recurring: SUNDAYS }, 'neverOpen'],
    [{ end: 'day', endDate: '2026-03-29', recurring: { ...SUNDAYS, exceptions: ['2026-03-29'] } }, 'neverOpen'],
  ])('%j is wrong by %s', (changes, problem) => {
    expect(windowProblem(windowOf(changes), NOW)).toBe(problem);
  });
  it('of one that is stored is the same again', () => {
    const stored = { startsAt: '2026-03-28T23:00:00.000Z', endsAt: '2026-03-30T15:00:00.000Z' };
    const said = { startDate: '2026-03-29', endDate: null, timezone: 'Europe/Berlin', recurring: SUNDAYS };
    const window = draftWindow(draftOf({ ...stored, ...said }), NOW);
    expect(window).toEqual({
      startDate: '2026-03-29',
      endsAt: stored.endsAt,
      timezone: 'Europe/Berlin',
      recurring: SUNDAYS,
    });
    expect(instantsOf(window)).toEqual(stored);
  });
  it('tells the day of an instant in a zone', () => {
    expect(dayOf(NOW, 'Europe/Berlin')).toBe('2026-03-28');
    expect(dayOf(NOW, 'Asia/Tokyo')).toBe('2026-03-29');
  });
});
