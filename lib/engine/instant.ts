import type { JsonValue } from './types';

const MINUTE = 60_000;
const SHORTEST = '2026-01-01T00:00:00Z'.length;

/** Epoch milliseconds of an RFC 3339 date-time with offset, or null. A bare date or bare digits are unparseable. */
export function parseInstant(text: string): number | null {
  if (text.length < SHORTEST || text[4] !== '-' || text[7] !== '-' || text[13] !== ':' || text[16] !== ':') return null;
  if (text[10] !== 'T' && text[10] !== 't') return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  // 60 is a leap second; it reads as the first instant of the next minute.
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return null;
  const zoneAt = text[19] === '.' ? endOfDigits(text, 20) : 19;
  if (zoneAt === 20) return null;
  const offset = parseOffset(text, zoneAt);
  if (offset === null) return null;
  const millisecond = zoneAt === 19 ? 0 : Number(text.slice(20, Math.min(zoneAt, 23)).padEnd(3, '0'));
  return startOfDay(year, month, day) + (hour * 60 + minute - offset) * MINUTE + second * 1000 + millisecond;
}

/** An attribute's instant: RFC 3339 with offset, or epoch milliseconds as a number; null for anything else. */
export function readInstant(value: JsonValue | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' ? parseInstant(value) : null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Minutes east of UTC, or null when the rest of the text is not a zone. */
function parseOffset(text: string, at: number): number | null {
  const sign = text[at];
  if (sign === 'Z' || sign === 'z') return text.length === at + 1 ? 0 : null;
  if ((sign !== '+' && sign !== '-') || text.length !== at + 6 || text[at + 3] !== ':') return null;
  const hour = digits(text, at + 1, at + 3);
  const minute = digits(text, at + 4, at + 6);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return null;
  return sign === '-' ? -(hour * 60 + minute) : hour * 60 + minute;
}

/** The number written in the digits from `from` to `to`, or -1 when one of them is none. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (digits(text, end, end + 1) >= 0) end += 1;
  return end;
}

/** Date.UTC takes the years 0 to 99 for 1900 to 1999. */
function startOfDay(year: number, month: number, day: number): number {
  if (year > 99) return Date.UTC(year, month - 1, day);
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
