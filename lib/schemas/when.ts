import { z } from 'zod';
import { parseDay, parseInstant } from '@/lib/changes/instant';
import { instantOfLocal, zoneClock } from '@/lib/changes/zone';
import { shapeProblem } from './shape-problem';

const LOCAL = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/;

export const isTimeZone = (timezone: string): boolean => zoneClock(timezone) !== null;

interface Local {
  day: NonNullable<ReturnType<typeof parseDay>>;
  time: [hour: number, minute: number, second: number];
}

function readLocal(text: string): Local | null {
  const [, date = '', hour = '', minute = '', second = '0'] = LOCAL.exec(text) ?? [];
  const day = parseDay(date);
  const time: Local['time'] = [Number(hour), Number(minute), Number(second)];
  return day && time[0] <= 23 && time[1] <= 59 && time[2] <= 59 ? { day, time } : null;
}

/** Whether a text is an instant with offset, or a local date and time. */
export const isWhen = (text: string): boolean => parseInstant(text) !== null || readLocal(text) !== null;

/**
 * Epoch milliseconds of an instant with offset, or of a local date and time in a zone: one that a change of clocks skips
 * is the first instant after it, one that it repeats is the first. Null for other texts and other zones.
 */
export function readWhen(text: string, timezone: string): number | null {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  const local = readLocal(text);
  return local && instantOfLocal(local.day, timezone, ...local.time);
}

/** A text that is such an instant, or such a local time; which zones there are, and what lies ahead, is meaning. */
export const whenSchema = z
  .string()
  .max(64)
  .superRefine((value, ctx) => {
    if (!isWhen(value)) ctx.addIssue(shapeProblem('when_unreadable'));
  });
