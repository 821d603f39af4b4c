import { instantOfLocal, zoneClock } from '@/lib/changes/zone';

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/;

export interface ReadLocal {
  /** RFC 3339 in UTC. */
  instant: string;
  /** The local time does not exist in the zone: clocks skip it, and the instant is the first after the gap. */
  isSkipped: boolean;
}

/** Reads the value of a `datetime-local` field in a zone; null if it is incomplete or the zone unknown. */
export function readLocal(text: string, timeZone: string): ReadLocal | null {
  const match = LOCAL.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map((n) => Number(n ?? 0));
  const at = instantOfLocal({ year, month, day }, timeZone, hour, minute, second);
  if (at === null) return null;
  const instant = new Date(at).toISOString();
  return { instant, isSkipped: !text.startsWith(writeLocal(instant, timeZone)) };
}

/** An instant as a `datetime-local` field shows it in a zone, to the minute; empty if either cannot be read. */
export function writeLocal(instant: string, timeZone: string): string {
  const clock = zoneClock(timeZone);
  const at = Date.parse(instant);
  if (!clock || Number.isNaN(at)) return '';
  const { year, month, day, hour, minute } = clock(at);
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}
