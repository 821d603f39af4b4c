import type { Recurrence, Weekday } from '../engine/types';
import { type Sentence, type SentencePart, sentence } from './sentence';

/** As a week is read where work begins on Monday. */
export const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export function describeDay(date: string): Sentence {
  const [year = '', month = '', day = ''] = date.split('-');
  return sentence('time.day', { year, month, day });
}

/** "Mon–Fri 09:00–17:00 (Europe/Berlin), except 2026-12-25". */
export function describeRecurrence({ weekdays, from, to, exceptions = [] }: Recurrence, timezone: string): Sentence {
  const hours = sentence('window.hours', { days: describeDays(weekdays), from, to, timezone });
  if (exceptions.length === 0) return hours;
  return sentence('window.hoursExcept', { hours, days: { join: 'comma', items: exceptions.map(describeDay) } });
}

/** Three days or more that follow each other are said by the first and the last. */
function describeDays(weekdays: readonly Weekday[]): SentencePart {
  const days = WEEK.filter((day) => weekdays.includes(day));
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return '';
  if (days.length === WEEK.length) return sentence('weekday.every');
  const isRun = WEEK.indexOf(last) - WEEK.indexOf(first) === days.length - 1;
  if (isRun && days.length > 2) {
    return sentence('weekday.range', { from: sentence(`weekday.${first}`), to: sentence(`weekday.${last}`) });
  }
  return { join: 'comma', items: days.map((day) => sentence(`weekday.${day}`)) };
}
