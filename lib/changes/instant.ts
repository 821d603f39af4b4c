const INSTANT = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A calendar day. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** Reads an RFC 3339 date-time with offset: epoch milliseconds, or null. Days that do not exist are not read. */
export function parseInstant(text: string): number | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const [offsetHours, offsetMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
  // 60 is a leap second; it reads as the first instant of the next minute.
  if (hour > 23 || minute > 59 || second > 60 || offsetHours > 23 || offsetMinutes > 59) return null;
  if (!exists({ year, month, day })) return null;
  const sign = match[8] === '-' ? -1 : 1;
  const milliseconds = Number((match[7] ?? '').slice(1, 4).padEnd(3, '0'));
  const local = utc({ year, month, day }, hour, minute, second) + milliseconds;
  return local - sign * (offsetHours * 60 + offsetMinutes) * 60_000;
}

/** Reads a date such as `2026-03-01`, or null. */
export function parseDay(text: string): Day | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  return exists({ year, month, day }) ? { year, month, day } : null;
}

/** Epoch milliseconds of a wall-clock time in UTC; years under 100 are not taken for 19xx. */
export function utc({ year, month, day }: Day, hour = 0, minute = 0, second = 0): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** An instant as it is stored: RFC 3339 in UTC with milliseconds; null outside of the years 0 to 9999. */
export function formatInstant(milliseconds: number): string | null {
  const text = new Date(milliseconds).toISOString();
  return text.length === 24 ? text : null;
}

function exists({ year, month, day }: Day): boolean {
  const date = new Date(utc({ year, month, day }));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
