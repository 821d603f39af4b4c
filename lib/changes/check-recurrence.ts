import type { Recurrence } from '../engine/types';
import { parseDay } from './instant';
import { at, type ChangeIssue, issue } from './issue';

const TIME = /^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/;
/** Days that hours do not take place on, at most. */
const MOST_EXCEPTIONS = 366;

/** What is wrong with recurring hours: their days, their times, their exceptions. */
export function checkRecurrence(recurrence: Recurrence, path: string): ChangeIssue[] {
  const { weekdays, exceptions = [] } = recurrence;
  const issues: ChangeIssue[] = [];
  if (weekdays.length === 0) issues.push(issue(at(path, 'weekdays'), 'weekdays_missing'));
  if (new Set(weekdays).size < weekdays.length) issues.push(issue(at(path, 'weekdays'), 'weekday_duplicate'));
  for (const edge of ['from', 'to'] as const) {
    const isMisplaced = edge === 'from' && recurrence.from === '24:00';
    if (!TIME.test(recurrence[edge]) || isMisplaced) issues.push(issue(at(path, edge), 'time_unreadable'));
  }
  if (recurrence.from === recurrence.to) issues.push(issue(at(path, 'to'), 'hours_empty'));
  if (exceptions.length > MOST_EXCEPTIONS) {
    issues.push(issue(at(path, 'exceptions'), 'exceptions_limit', { limit: MOST_EXCEPTIONS }));
  }
  for (const [index, day] of exceptions.entries()) {
    if (parseDay(day) === null) issues.push(issue(at(path, 'exceptions', index), 'date_unreadable'));
  }
  return issues;
}
