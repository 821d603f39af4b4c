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
  /**
   * Writes all that was counted up to this call; what cannot be written stays and is tried again at the next one.
   * Answers whether it was written. Never rejects.
   */
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

class BufferedCounter implements Counter {
  private hours = new Map<string, Hour>();
  private readonly rows = new Map<string, CountRow>();
  private readonly clients = new Map<string, Set<string>>();
  private outgoing: CountBatch[] = [];
  private tallies = 0;
  private dropped = 0;
  private flushing: Promise<boolean> | null = null;
  /** The flush after the one under way, shared by all who asked meanwhile. */
  private following: Promise<boolean> | null = null;

  constructor(private readonly options: CounterOptions) {}

  add(environmentId: string, sdk: string, verdicts: readonly Verdict[], now: number): void {
    const { tallies } = this.hourOf(environmentId, sdk, Math.floor(now / HOUR) * HOUR);
    for (const verdict of verdicts) {
      const tally = tallies.get(verdict);
      if (tally) {
        tally.count += 1;
        tally.lastAt = now;
      } else {
        tallies.set(verdict, { count: 1, lastAt: now });
        this.tallies += 1;
      }
    }
    if (this.tallies > MOST_TALLIES) this.settle();
  }

  flush(): Promise<boolean> {
    if (this.flushing) {
      // The one under way may have passed by what was counted since it began.
      this.following ??= this.flushing.then(() => {
        this.following = null;
        return this.flush();
      });
      return this.following;
    }
    this.flushing = this.flushAll().finally(() => {
      this.flushing = null;
    });
    return this.flushing;
  }

  size(): number {
    return this.rows.size + this.tallies + this.outgoing.reduce((sum, batch) => sum + batch.rows.length, 0);
  }

  private hourOf(environmentId: string, said: string, hour: number): Hour {
    const sdk = knownClient(this.clients, environmentId, said);
    const id = `${environmentId} ${hour} ${sdk}`;
    const found = this.hours.get(id) ?? { environmentId, sdk, hour, tallies: new Map<Verdict, Tally>() };
    this.hours.set(id, found);
    return found;
  }

  /** Adds up by key and variant what was counted by verdict. */
  private settle(): void {
    for (const hour of this.hours.values()) {
      for (const [verdict, tally] of hour.tallies) {
        if (!addRow(this.rows, hour, verdict, tally)) this.dropped += tally.count;
      }
    }
    this.hours = new Map();
    this.tallies = 0;
  }

  private async flushAll(): Promise<boolean> {
    const { write, newId, log } = this.options;
    do {
      this.settle();
      if (this.outgoing.length === 0) this.outgoing = takeBatches(this.rows, newId);
      try {
        for (let batch = this.outgoing[0]; batch; batch = this.outgoing[0]) {
          await write(batch);
          this.outgoing.shift();
        }
      } catch (error) {
        log.warn({ err: error, dropped: this.dropped }, 'counts could not be written and are kept');
        return false;
      }
    } while (this.rows.size > 0);
    return true;
  }
}

export const createCounter = (options: CounterOptions): Counter => new BufferedCounter(options);

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
