const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each attempt the next one is made: a day in all. */
const DELAYS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  6 * HOUR,
  10 * HOUR,
] as const;
const JITTER = 0.2;

export const MOST_ATTEMPTS = DELAYS.length + 1;

/** Milliseconds to wait after an attempt, 1 being the first; a fifth more or less, as `random` (0 to 1) says. */
export function backOff(attempt: number, random: number): number {
  const delay = DELAYS[Math.min(attempt, DELAYS.length) - 1] ?? HOUR;
  return Math.round(delay * (1 - JITTER + 2 * JITTER * random));
}
