import type { Verdict } from '@/lib/engine/types';

/** What is added to the hourly counts. */
export interface CountRow {
  environmentId: string;
  flag: string;
  /** Empty for the caller's own default and errors. */
  variant: string;
  sdk: string;
  /** The hour's first instant, in epoch milliseconds. */
  hour: number;
  count: number;
  /** Epoch milliseconds. */
  lastAt: number;
}
/** A batch keeps its id when it is tried again, so that it is added once. */
export interface CountBatch {
  id: string;
  rows: CountRow[];
}
export interface CounterOptions {
  write: (batch: CountBatch) => Promise<void>;
  newId: () => string;
  log: { warn(fields: object, message: string): void };
}
export interface Counter {
  /** Counts one answer. */
  add(environmentId: string, sdk: string, verdicts: readonly Verdict[], now: number): void;
  /** Writes what was counted; what cannot be written stays and is tried again at the next call. Never rejects. */
  flush(): Promise<boolean>;
  /** How many rows wait. */
  size(): number;
}

interface Tally {
  count: number;
  lastAt: number;
}
/** Of one environment, client and hour: verdicts are the same objects each time, so they serve as keys. */
interface Hour {
  environmentId: string;
  sdk: string;
  hour: number;
  tallies: Map<Verdict, Tally>;
}

const HOUR = 3_600_000;
const BATCH_ROWS = 500;
/** While the database is away, rows beyond these are not counted. */
const MOST_ROWS = 200_000;
const MOST_TALLIES = 20_000;
const MOST_CLIENTS = 50;

export function createCounter({ write, newId, log }: CounterOptions): Counter {
  let hours = new Map<string, Hour>();
  const rows = new Map<string, CountRow>();
  const clients = new Map<string, Set<string>>();
  let outgoing: CountBatch[] = [];
  let tallies = 0;
  let dropped = 0;
  let flushing: Promise<boolean> | null = null;

  const settle = (): void => {
    for (const hour of hours.values()) {
      for (const [verdict, tally] of hour.tallies) dropped += addRow(rows, hour, verdict, tally) ? 0 : tally.count;
    }
    hours = new Map();
    tallies = 0;
  };
  const flushOnce = async (): Promise<boolean> => {
    settle();
    if (dropped > 0) log.warn({ evaluations: dropped }, 'evaluations were not counted: the buffer is full');
    dropped = 0;
    if (outgoing.length === 0) outgoing = takeBatches(rows, newId);
    try {
      for (let batch = outgoing[0]; batch; batch = outgoing[0]) {
        await write(batch);
        outgoing.shift();
      }
    } catch (error) {
      log.warn({ err: error }, 'counts could not be written and are kept');
      return false;
    }
    return rows.size === 0 || flushOnce();
  };

  return {
    add(environmentId, sdk, verdicts, now) {
      const hour = Math.floor(now / HOUR) * HOUR;
      const client = knownClient(clients, environmentId, sdk);
      const id = `${environmentId} ${hour} ${client}`;
      let found = hours.get(id);
      if (!found) {
        found = { environmentId, sdk: client, hour, tallies: new Map() };
        hours.set(id, found);
      }
      for (const verdict of verdicts) {
        const tally = found.tallies.get(verdict);
        if (tally) {
          tally.count += 1;
          tally.lastAt = now;
        } else {
          found.tallies.set(verdict, { count: 1, lastAt: now });
          tallies += 1;
        }
      }
      if (tallies > MOST_TALLIES) settle();
    },
    flush() {
      flushing ??= flushOnce().finally(() => {
        flushing = null;
      });
      return flushing;
    },
    size: () => rows.size + tallies + outgoing.reduce((sum, batch) => sum + batch.rows.length, 0),
  };
}

/** The names that clients give themselves are theirs to choose, so that only so many are told apart. */
function knownClient(clients: Map<string, Set<string>>, environmentId: string, sdk: string): string {
  const names = clients.get(environmentId) ?? new Set();
  clients.set(environmentId, names);
  if (names.size < MOST_CLIENTS) names.add(sdk);
  return names.has(sdk) ? sdk : 'other';
}

function addRow(rows: Map<string, CountRow>, { environmentId, sdk, hour }: Hour, verdict: Verdict, tally: Tally) {
  const { key: flag } = verdict;
  const variant = verdict.errorCode === undefined ? (verdict.variant ?? '') : '';
  const id = JSON.stringify([environmentId, flag, variant, sdk, hour]);
  const known = rows.get(id);
  if (known) {
    known.count += tally.count;
    known.lastAt = Math.max(known.lastAt, tally.lastAt);
    return true;
  }
  if (rows.size >= MOST_ROWS) return false;
  rows.set(id, { environmentId, flag, variant, sdk, hour, count: tally.count, lastAt: tally.lastAt });
  return true;
}

function takeBatches(rows: Map<string, CountRow>, newId: () => string): CountBatch[] {
  const all = [...rows.values()];
  rows.clear();
  const batches: CountBatch[] = [];
  for (let start = 0; start < all.length; start += BATCH_ROWS) {
    batches.push({ id: newId(), rows: all.slice(start, start + BATCH_ROWS) });
  }
  return batches;
}
