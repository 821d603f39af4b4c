import { Cron } from 'croner';
import { isTimeZone } from './when';

const FORM = { mode: '5-part', fixedTimeRule: 'no-wildcard', paused: true } as const;
/** How many instants are looked at one by one, at most. */
const MOST = 1_000;

/** Whether a text has the form of a cron expression: five fields, or a name such as `@daily`. */
export function isCron(text: string): boolean {
  try {
    return new Cron(text, FORM).getPattern() !== undefined;
  } catch {
    return false;
  }
}

const read = (cron: string, timezone: string): Cron | null =>
  isCron(cron) && isTimeZone(timezone) ? new Cron(cron, { ...FORM, timezone }) : null;

/**
 * The next instants of a cron expression after an instant, at most `count`. Times keep local time in `timezone`: one that
 * a change of clocks skips is at the first instant after it, one that it repeats is at the first. Empty if it never fires.
 */
export function cronInstants(cron: string, timezone: string, after: Date, count: number): Date[] {
  return read(cron, timezone)?.nextRuns(count, after) ?? [];
}

/** The next instant of a cron expression, or null if there is none. */
export const nextCronInstant = (cron: string, timezone: string, after: Date): Date | null =>
  cronInstants(cron, timezone, after, 1)[0] ?? null;

/** Instants of a cron expression from `first` to `last`, both included, newest first; no more than a thousand of them. */
export function missedInstants(cron: string, timezone: string, first: Date, last: Date): Date[] {
  // It looks for what is before its reference.
  const before = read(cron, timezone)?.previousRuns(MOST, new Date(last.getTime() + 1_000)) ?? [];
  return before.filter((instant) => instant >= first && instant <= last);
}
