import { describe, expect, it } from 'vitest';
import { dayOf, draftWindow, instantsOf, type WindowDraft, windowProblem } from './membership-draft';

const NOW = Date.parse('2026-03-28T22:30:00Z');
const DRAFT: WindowDraft = { start: 'now', startDate: '', end: '7', endDate: '', timezone: 'Europe/Berlin' };
const windowOf = (changes: Partial<WindowDraft>) => draftWindow({ ...DRAFT, ...changes }, NOW);

describe('the window of a membership’s dialog', () => {
  it('from now on for so many days', () => {
    expect(instantsOf(windowOf({}))).toEqual({
      startsAt: '2026-03-28T22:30:00.000Z',
      endsAt: '2026-04-04T22:30:00.000Z',
    });
  });
  it('from now until the end of a day of the zone', () => {
    const until = windowOf({ end: 'date', endDate: '2026-03-29' });
    expect(instantsOf(until)?.endsAt).toBe('2026-03-29T22:00:00.000Z');
  });
  it('whole days from a date, so that the day on which clocks change has 23 hours', () => {
    const day = windowOf({ start: 'date', startDate: '2026-03-29', end: '1' });
    expect(day).toEqual({ startDate: '2026-03-29', endDate: '2026-03-29', timezone: 'Europe/Berlin' });
    expect(instantsOf(day)).toEqual({ startsAt: '2026-03-28T23:00:00.000Z', endsAt: '2026-03-29T22:00:00.000Z' });
    expect(windowOf({ start: 'date', startDate: '2026-03-29', end: '30' }).endDate).toBe('2026-04-27');
  });
  it.each<[Partial<WindowDraft>, string | null]>([
    [{}, null],
    [{ start: 'date' }, 'incomplete'],
    [{ end: 'date' }, 'incomplete'],
    [{ start: 'date', startDate: '2026-04-02', end: 'date', endDate: '2026-04-01' }, 'order'],
    [{ start: 'date', startDate: '2026-03-01', end: '1' }, 'past'],
  ])('%j is wrong by %s', (changes, problem) => {
    expect(windowProblem(windowOf(changes), NOW)).toBe(problem);
  });
  it('tells the day of an instant in a zone', () => {
    expect(dayOf(NOW, 'Europe/Berlin')).toBe('2026-03-28');
    expect(dayOf(NOW, 'Asia/Tokyo')).toBe('2026-03-29');
  });
});
