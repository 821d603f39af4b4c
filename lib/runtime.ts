import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createProfileCache } from '@/lib/delivery/profile-cache';
import { createResponder } from '@/lib/delivery/respond';
import { createRulesetStore } from '@/lib/delivery/ruleset-store';
import { createThrottle } from '@/lib/delivery/throttle';
import { type Env, env as readEnv } from '@/lib/env';
import { createBookkeeping } from '@/lib/runtime-bookkeeping';
import { lazily, openPrepared, type SetUp } from '@/lib/runtime-database';
import { healthOf } from '@/lib/runtime-health';
import { chooseInvalidation } from '@/lib/runtime-invalidation';
import { createJobs } from '@/lib/runtime-jobs';
import { createKeeping } from '@/lib/runtime-keeping';
import { createLifecycle } from '@/lib/runtime-lifecycle';
import { createMetrics } from '@/lib/runtime-metrics';
import { createProofs } from '@/lib/runtime-proofs';
import { setUpInstallation } from '@/lib/runtime-set-up';
import type { Runtime } from '@/lib/runtime-shape';
import { createSecrets } from '@/lib/services/secrets';
import { createOutbound } from '@/lib/services/webhooks/outbound';
import { profileSource } from '@/lib/services/subjects/read-profiles';
import type { Database } from '@/lib/db/open';

export interface RuntimeOptions {
  env: Env;
  setUp: SetUp;
  /** A database that is opened and closed by the caller, who also migrated it. */
  database?: Database;
}

/** Answers without a key: at once, and per second, for one address. */
const PUBLIC_READS = { burst: 120, perSecond: 20 };

/** Makes a process's state; nothing is opened before it is needed. Tests make several over one database. */
export function createRuntime({ env, setUp, database: given }: RuntimeOptions): Runtime {
  const instance = randomUUID();
  const log = pino({ level: env.logLevel, base: { instance: instance.slice(0, 8) } });
  const database = lazily(async () => given ?? openPrepared(env, setUp));
  const prisma = async () => (await database.get()).prisma;
  const monotonic = () => performance.now();
  const profiles = createProfileCache(profileSource(prisma));
  const store = createRulesetStore({ database: prisma, pollMs: env.pollMs, monotonic, log, profiles });
  const clockOffset = () => (env.allowTestClock ? store.clockOffset() : null);
  const now = () => new Date(Date.now() + (clockOffset() ?? 0));
  const books = createBookkeeping({ prisma, log, now });
  const publicReads = createThrottle(PUBLIC_READS.burst, PUBLIC_READS.perSecond);
  const { touchKey } = books;
  const life = createLifecycle({
    database: database.get,
    store,
    books,
    keeping: createKeeping(env, store, log),
    chooseInvalidation: (opened) => chooseInvalidation(opened, env.redisUrl, instance),
    log,
  });
  const secrets = createSecrets(env.encryptionKeys.map(({ id, key }) => ({ id, bytes: key })));
  const proofs = createProofs(secrets);
  const outbound = createOutbound({ allow: env.webhookAllow });
  const jobs = createJobs({
    outbound,
    database: database.get,
    clockOffset,
    instance,
    log,
    secrets,
    committed: life.committed,
  });
  const metrics = createMetrics({ prisma, now, store, jobs });
  const counter = metrics.counting(books.counter);
  const usesRedis = env.redisUrl !== undefined;
  return {
    env,
    log,
    store,
    now,
    clockOffset,
    counter,
    touchKey,
    secrets,
    proofs,
    jobs,
    metrics,
    outbound,
    respond: createResponder({ store, profiles, proofs, publicReads, counter, touchKey, now, log }),
    database: database.get,
    ready: life.ready,
    committed: life.committed,
    probe: async (ms) => (await database.get()).probe(ms),
    health: () => healthOf({ store, profiles, invalidation: life.invalidation(), usesRedis, clockOffset, now }),
    async close() {
      await jobs.close();
      await life.close();
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
