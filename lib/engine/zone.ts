/** How the clocks of a time zone are set: what they are ahead of UTC, and when that changes. */
export interface ZoneTable {
  /** Instants (epoch milliseconds, rising) at which the offset changes. */
  changes: readonly number[];
  /** Milliseconds ahead of UTC before the first change, and after each one. */
  offsets: readonly number[];
}

const SECOND = 1_000;
const HOUR = 3_600_000;
const PROBE = 20 * 24 * HOUR;
/** The table's years; before and after, clocks stay as they are at its ends. */
const [FIRST, LAST] = [Date.UTC(2000, 0, 1), Date.UTC(2100, 0, 1)];
const FIELDS = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/;

/** What was computed once for a zone: a fact that never changes while the process lives. */
const tables = new Map<string, ZoneTable>();

/** Reads a zone's table from the platform's. Throws a TypeError when there is no such zone. */
export function zoneTable(timezone: string): ZoneTable {
  const known = tables.get(timezone);
  if (known !== undefined) return known;
  const table = readTable(offsetReader(timezone));
  tables.set(timezone, table);
  return table;
}

type ReadOffset = (instant: number) => number;

function offsetReader(timezone: string): ReadOffset {
  const format = formatOf(timezone);
  return (instant) => {
    const [, month, day, year, hour, minute, second] = (FIELDS.exec(format.format(instant)) ?? []).map(Number);
    const local = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
    return local - Math.floor(instant / SECOND) * SECOND;
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...digits, ...time, timeZone, calendar: 'gregory' });
  } catch {
    throw new TypeError('There is no such time zone.');
  }
}

function readTable(offsetAt: ReadOffset): ZoneTable {
  const changes: number[] = [];
  const offsets = [offsetAt(FIRST)];
  for (let from = FIRST; from < LAST; from += PROBE) {
    const before = offsets[offsets.length - 1] ?? 0;
    const after = offsetAt(from + PROBE);
    if (after === before) continue;
    changes.push(changeBetween(offsetAt, from, from + PROBE, before));
    offsets.push(after);
  }
  return { changes, offsets };
}

/** Halves (from, to] down to the second at which the offset stops being `before`. */
function changeBetween(offsetAt: ReadOffset, from: number, to: number, before: number): number {
  let [low, high] = [from / SECOND, to / SECOND];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * SECOND) === before) low = middle;
    else high = middle;
  }
  return high * SECOND;
}

/** Milliseconds that clocks are ahead of UTC at an instant. */
export function offsetAt({ changes, offsets }: ZoneTable, instant: number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return offsets[low] ?? 0;
}

/**
 * The instant at which clocks show a local time (epoch milliseconds as if it were UTC). One that a change of clocks
 * skips becomes the first instant after the gap; one that it repeats, the first.
 */
export function instantOfLocal(table: ZoneTable, local: number): number {
  const [before, after] = [offsetAt(table, local - 26 * HOUR), offsetAt(table, local + 26 * HOUR)];
  if (before === after) return local - before;
  const early = local - Math.max(before, after);
  const late = local - Math.min(before, after);
  for (const instant of [early, late]) if (instant + offsetAt(table, instant) === local) return instant;
  // Skipped: the gap's end is the one change between the two readings.
  return table.changes.find((change) => change > early && change <= late) ?? late;
}
