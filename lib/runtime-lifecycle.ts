import type { Logger } from 'pino';
import type { Database } from '@/lib/db/open';
import { inProcessInvalidation, type Invalidation } from '@/lib/delivery/invalidation';
import type { RulesetStore } from '@/lib/delivery/ruleset-store';
import type { Bookkeeping } from '@/lib/runtime-bookkeeping';
import { lazily } from '@/lib/runtime-database';
import type { Keeping } from '@/lib/runtime-keeping';

interface Parts {
  database: () => Promise<Database>;
  store: RulesetStore;
  books: Bookkeeping;
  keeping: Keeping;
  chooseInvalidation: (database: Database) => Invalidation;
  log: Logger;
}
export interface Lifecycle {
  ready(): Promise<void>;
  committed(): Promise<void>;
  invalidation(): Invalidation;
  close(): Promise<void>;
}

/** How long a write waits for its own process to answer by it. */
const CATCH_UP_MS = 2_000;
const HANGS_AFTER_MS = 3_000;

const within = (work: Promise<unknown>, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    work
      .catch(() => {})
      .finally(() => {
        clearTimeout(timer);
        resolve();
      });
  });

/** In which order what a process is made of begins and ends. */
export function createLifecycle({ database, store, books, keeping, chooseInvalidation, log }: Parts): Lifecycle {
  let invalidation: Invalidation | null = null;
  const begin = async (): Promise<void> => {
    const opened = await database();
    if (!invalidation) {
      invalidation = chooseInvalidation(opened);
      invalidation.start(() => void store.refresh().catch(() => {}));
      store.start();
      books.start();
    }
    await store.refresh();
    keeping.start();
  };
  const restore = async (): Promise<void> => {
    if (!store.isReady()) await keeping.restore();
  };
  const ready = lazily(async () => {
    // A database that hangs fails late; what was kept need not wait for that.
    const timer = setTimeout(() => void restore(), HANGS_AFTER_MS);
    try {
      await begin();
    } catch (error) {
      await restore();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  });
  const current = (): Invalidation => invalidation ?? inProcessInvalidation();
  return {
    ready: ready.get,
    invalidation: current,
    async committed() {
      current()
        .announce()
        .catch((error: unknown) => log.warn({ err: error }, 'a commit was not announced'));
      await within(store.refresh(), CATCH_UP_MS);
    },
    async close() {
      store.stop();
      await books.close();
      await keeping.close();
      await current().close();
    },
  };
}
