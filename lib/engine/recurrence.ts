import { parseInstant } from './instant';
import type { Recurrence, Weekday } from './types';
import { instantOfLocal, offsetAt, type ZoneTable, zoneTable } from './zone';

export const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const MINUTE = 60_000;
const DAY = 86_400_000;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;
/** How far ahead the next opening is looked for, in days. */
const HORIZON = 800;

/** Hours of chosen weekdays in a zone. Days are counted from 1 January 1970, by the zone's calendar. */
export interface CompiledRecurrence {
  zone: ZoneTable;
  /** From Sunday. */
  weekdays: readonly boolean[];
  /** Milliseconds of the day; `until` may lie in the next one. */
  from: number;
  until: number;
  exceptions: ReadonlySet<number>;
}

/** Milliseconds since midnight of `09:30`; `24:00` is the day's end. Null when it cannot be read. */
export function timeOfDay(text: string): number | null {
  if (text === '24:00') return DAY;
  const match = TIME.exec(text);
  return match === null ? null : (Number(match[1]) * 60 + Number(match[2])) * MINUTE;
}

/** The number of a day such as `2026-12-25`, or null. */
export function dayNumber(text: string): number | null {
  const instant = parseInstant(`${text}T00:00:00Z`);
  return instant === null || !DATE.test(text) ? null : instant / DAY;
}

/** Throws a TypeError when a part cannot be read. */
export function compileRecurrence(recurrence: Recurrence, timezone: string): CompiledRecurrence {
  const [from, to] = [timeOfDay(recurrence.from), timeOfDay(recurrence.to)];
  const exceptions = (recurrence.exceptions ?? []).map(dayNumber);
  const days = recurrence.weekdays.map((weekday) => WEEKDAYS.indexOf(weekday));
  if (from === null || to === null || exceptions.includes(null) || days.includes(-1)) {
    throw new TypeError('A recurring window cannot be read.');
  }
  return {
    zone: zoneTable(timezone),
    weekdays: WEEKDAYS.map((_, day) => days.includes(day)),
    from,
    until: to > from ? to : to + DAY,
    exceptions: new Set(exceptions.flatMap((day) => day ?? [])),
  };
}

/** The hours that begin on a day, as instants; null where it has none, or a change of clocks swallows them. */
function hoursOf({ zone, weekdays, from, until, exceptions }: CompiledRecurrence, day: number) {
  if (weekdays[(((day + FIRST_WEEKDAY) % 7) + 7) % 7] !== true || exceptions.has(day)) return null;
  const startsAt = instantOfLocal(zone, day * DAY + from);
  const endsAt = instantOfLocal(zone, day * DAY + until);
  return startsAt < endsAt ? { startsAt, endsAt } : null;
}

const dayOf = ({ zone }: CompiledRecurrence, instant: number): number =>
  Math.floor((instant + offsetAt(zone, instant)) / DAY);

/** Whether an instant lies in the hours of its day, or in those that began the day before. */
export function isWithin(recurrence: CompiledRecurrence, now: number): boolean {
  const today = dayOf(recurrence, now);
  for (let day = today - 1; day <= today; day += 1) {
    const hours = hoursOf(recurrence, day);
    if (hours !== null && hours.startsAt <= now && now < hours.endsAt) return true;
  }
  return false;
}

/** The first instant after `now` at which it opens or closes; null when there is none within two years. */
export function nextRecurrence(recurrence: CompiledRecurrence, now: number): number | null {
  const isOpen = isWithin(recurrence, now);
  const today = dayOf(recurrence, now);
  for (let day = today - 1; day <= today + HORIZON; day += 1) {
    const hours = hoursOf(recurrence, day);
    if (hours === null) continue;
    for (const edge of [hours.startsAt, hours.endsAt]) {
      // Where one day's hours end as the next one's begin, nothing changes.
      if (edge > now && isWithin(recurrence, edge) !== isOpen) return edge;
    }
  }
  return null;
}
