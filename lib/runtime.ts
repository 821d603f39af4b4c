import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { inProcessInvalidation, type Invalidation } from '@/lib/delivery/invalidation';
import { createResponder } from '@/lib/delivery/respond';
import { createRulesetStore } from '@/lib/delivery/ruleset-store';
import { createThrottle } from '@/lib/delivery/throttle';
import { type Env, env as readEnv } from '@/lib/env';
import { createBookkeeping } from '@/lib/runtime-bookkeeping';
import { lazily, openPrepared, type SetUp } from '@/lib/runtime-database';
import { healthOf } from '@/lib/runtime-health';
import { chooseInvalidation } from '@/lib/runtime-invalidation';
import { setUpInstallation } from '@/lib/runtime-set-up';
import type { Runtime } from '@/lib/runtime-shape';
import { createSecrets } from '@/lib/services/secrets';
import type { Database } from '@/lib/db/open';

export interface RuntimeOptions {
  env: Env;
  setUp: SetUp;
  /** A database that is opened and closed by the caller, who also migrated it. */
  database?: Database;
}

/** How long a write waits for its own process to answer by it. */
const CATCH_UP_MS = 2_000;
/** Answers without a key: at once, and per second, for one address. */
const PUBLIC_READS = { burst: 120, perSecond: 20 };

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

/** Makes a process's state; nothing is opened before it is needed. Tests make several over one database. */
export function createRuntime({ env, setUp, database: given }: RuntimeOptions): Runtime {
  const instance = randomUUID();
  const log = pino({ level: env.logLevel, base: { instance: instance.slice(0, 8) } });
  const database = lazily(async () => given ?? openPrepared(env, setUp));
  const prisma = async () => (await database.get()).prisma;
  const monotonic = () => performance.now();
  const store = createRulesetStore({ database: prisma, pollMs: env.pollMs, monotonic, log });
  const clockOffset = () => (env.allowTestClock ? store.clockOffset() : null);
  const now = () => new Date(Date.now() + (clockOffset() ?? 0));
  const books = createBookkeeping({ prisma, log, now });
  const publicReads = createThrottle(PUBLIC_READS.burst, PUBLIC_READS.perSecond);
  const { counter, touchKey } = books;
  const respond = createResponder({ store, publicReads, counter, touchKey, now, log });
  let invalidation: Invalidation = inProcessInvalidation();

  const ready = lazily(async () => {
    const opened = await database.get();
    await store.refresh();
    invalidation = chooseInvalidation(opened, env.redisUrl, instance);
    invalidation.start(() => void store.refresh().catch(() => {}));
    store.start();
    books.start();
  });

  return {
    env,
    log,
    store,
    now,
    clockOffset,
    secrets: createSecrets(env.encryptionKeys.map(({ id, key }) => ({ id, bytes: key }))),
    counter,
    touchKey,
    respond,
    database: database.get,
    ready: ready.get,
    async committed() {
      invalidation.announce().catch((error: unknown) => log.warn({ err: error }, 'a commit was not announced'));
      await within(store.refresh(), CATCH_UP_MS);
    },
    probe: async (ms) => (await database.get()).probe(ms),
    health: () => healthOf({ store, invalidation, usesRedis: env.redisUrl !== undefined, clockOffset, now }),
    async close() {
      store.stop();
      await books.close();
      await invalidation.close();
      if (!given) await database.made()?.close();
    },
  };
}

const HOLDER: unique symbol = Symbol.for('flagstaff');

/**
 * This process's state. Next loads a module once per bundle (the server, routes, pages), so that a variable of a
 * module would be several; the global object is one.
 */
export function runtime(): Runtime {
  const holder: typeof globalThis & { [HOLDER]?: Runtime } = globalThis;
  holder[HOLDER] ??= createRuntime({ env: readEnv(), setUp: setUpInstallation });
  return holder[HOLDER];
}
