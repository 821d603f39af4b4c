import { z } from 'zod';
import { shapeProblem } from './shape-problem';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const PART = '(\\d{1,9})(ms|s|m|h|d|w)';
const SHORT = new RegExp(`^${PART}(?:\\s*${PART})*$`);
const ISO = /^P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/;
/** A hundred years. */
const LONGEST = 36_525 * 86_400_000;

/** Milliseconds of a length of time such as `90m`, `1d 12h`, `PT2H` or `P3D`; null for anything else. */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim();
  if (SHORT.test(trimmed)) {
    const parts = [...trimmed.matchAll(new RegExp(PART, 'g'))];
    return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0), 0);
  }
  const match = ISO.exec(trimmed);
  if (!match || !match.slice(1).some((part) => part !== undefined)) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1_000;
}

/** A length of time as it is written: `2h`, `1d 12h` or `PT2H`. */
export const durationSchema = z
  .string()
  .max(64)
  .superRefine((text, ctx) => {
    const length = parseDuration(text);
    if (length === null || length > LONGEST) ctx.addIssue(shapeProblem('duration_unreadable'));
  });

/** The same in milliseconds, which may be sent as such. */
export const millisecondsSchema = z.union([z.number(), z.string().max(64)]).transform((given, ctx) => {
  const length = typeof given === 'number' ? given : parseDuration(given);
  if (length !== null && Number.isSafeInteger(length) && length >= 0 && length <= LONGEST) return length;
  ctx.issues.push({ ...shapeProblem('duration_unreadable'), input: given });
  return z.NEVER;
});
