import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { DatabaseClient } from '@/lib/db/handles';
import { type Counter, createCounter } from '@/lib/delivery/counter';
import { repeating } from '@/lib/delivery/repeating';
import { addCounts } from '@/lib/services/analytics/add-counts';
import { forgetBatches } from '@/lib/services/analytics/forget-batches';
import { touchKeys } from '@/lib/services/keys/touch';

const EVERY_MS = 3_000;
const FORGET_EVERY = 1_200;
/** What the process waits for at its end; a platform kills it some seconds later. */
const LAST_FLUSH_MS = 5_000;

export interface Bookkeeping {
  counter: Counter;
  touchKey(id: string): void;
  start(): void;
  /** Writes what is left. */
  close(): Promise<void>;
}

interface Options {
  prisma: () => Promise<DatabaseClient>;
  log: Logger;
  now: () => Date;
}

/** What is noted after answers were given: counts and when keys were last used, written every few seconds. */
export function createBookkeeping({ prisma, log, now }: Options): Bookkeeping {
  const counter = createCounter({
    write: async (batch) => addCounts(await prisma(), batch, now()),
    newId: () => randomUUID(),
    log,
  });
  let touched = new Set<string>();
  let rounds = 0;
  const flush = async (): Promise<void> => {
    const ids = [...touched];
    touched = new Set();
    await counter.flush();
    const db = await prisma();
    if (ids.length > 0) await touchKeys(db, ids, now());
    if (rounds % FORGET_EVERY === 0) await forgetBatches(db, now());
    rounds += 1;
  };
  const ticker = repeating(flush, EVERY_MS);
  return {
    counter,
    touchKey: (id) => void touched.add(id),
    start: ticker.start,
    async close() {
      ticker.stop();
      if (counter.size() === 0) return;
      const timeout = new Promise((resolve) => setTimeout(resolve, LAST_FLUSH_MS).unref());
      await Promise.race([counter.flush(), timeout]);
    },
  };
}
