import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { authorIdentity } from '@/lib/auth/author';
import { createContext, type Dependencies, projectScope } from '@/lib/auth/context';
import { jobIdentity } from '@/lib/auth/mint';
import type { Database } from '@/lib/db/open';
import { repeating } from '@/lib/delivery/repeating';
import { JOBS } from '@/lib/jobs/registry';
import { type JobHost, type RunAnswer, runJob } from '@/lib/jobs/run-job';
import type { Job, StartedBy } from '@/lib/jobs/types';
import { isDatabaseFault } from '@/lib/services/database-fault';
import { serviceError } from '@/lib/services/errors';

/** How soon after the start each job runs first: one that is due once an hour runs on a server that lives for less. */
const FIRST_MS = 10_000;
/** What the process waits for at its end; a platform kills it some seconds later, and a lease ends by itself. */
const LAST_RUNS_MS = 5_000;

/** A run as it ended here: `busy` took place elsewhere. */
export interface ObservedRun {
  job: string;
  startedBy: StartedBy;
  outcome: RunAnswer['outcome'] | 'failed';
  /** Milliseconds. */
  took: number;
}

/** Clock work of this process: run when asked to, and by itself once started. */
export interface Jobs {
  /** All there are. */
  readonly known: readonly Pick<Job, 'name' | 'everyMs'>[];
  /** Runs a job once; `busy` if another instance is at it. Throws `not_found` for a name that is none. */
  run(name: string, startedBy: StartedBy): Promise<RunAnswer>;
  /** Begins to run all of them, each as often as it wants. */
  start(): void;
  /** Whether it did. */
  isTicking(): boolean;
  /** Calls back after each run that was asked for here. */
  observe(listener: (run: ObservedRun) => void): void;
  /** Ends that: what runs stops at its next batch, and is waited for a little. */
  close(): Promise<void>;
}

interface Parts extends Pick<Dependencies, 'secrets' | 'committed' | 'outbound'> {
  database: () => Promise<Database>;
  /** Milliseconds by which the test clock is moved, or null. */
  clockOffset: () => number | null;
  instance: string;
  log: Logger;
  jobs?: readonly Job[];
}

export function createJobs(parts: Parts): Jobs {
  const { database, clockOffset, instance, log, secrets, committed, outbound, jobs = JOBS } = parts;
  let isClosing = false;
  let isTicking = false;
  const listeners: ((run: ObservedRun) => void)[] = [];
  const host = async (name: string): Promise<JobHost> => {
    const { prisma: db, now, probe } = await database();
    const moved = async (): Promise<Date> => new Date((await now()).getTime() + (clockOffset() ?? 0));
    const own = async (): Promise<Dependencies> => ({ db, secrets, committed, outbound, probe, now: await moved() });
    const scopeOf = async (id: string) => {
      const { key } = await db.project.findUniqueOrThrow({ where: { id }, select: { key: true } });
      return projectScope(id, key);
    };
    return {
      db,
      holder: instance,
      now: moved,
      isStopping: () => isClosing,
      inProject: async (id) => createContext(await own(), jobIdentity(name), await scopeOf(id), randomUUID()),
      async asAuthor(id, author) {
        const dependencies = await own();
        const identity = await authorIdentity(dependencies, author);
        return identity && createContext(dependencies, identity, await scopeOf(id), randomUUID());
      },
      warn: (fields, message) => log.warn({ job: name, ...fields }, message),
    };
  };
  const running = new Set<Promise<unknown>>();
  const failing = new Set<string>();
  const run = async (name: string, startedBy: StartedBy): Promise<RunAnswer> => {
    const job = jobs.find((each) => each.name === name);
    if (!job) throw serviceError('not_found');
    if (isClosing) throw serviceError('unavailable');
    const begun = performance.now();
    const tell = (outcome: ObservedRun['outcome']): void => {
      for (const listener of listeners) listener({ job: name, startedBy, outcome, took: performance.now() - begun });
    };
    const work = host(name).then((made) => runJob(job, made, startedBy));
    running.add(work);
    work.then(({ outcome }) => tell(outcome)).catch(() => tell('failed'));
    return work.finally(() => running.delete(work));
  };
  const tickers = jobs.map(({ name, everyMs }) =>
    repeating(
      async () => {
        try {
          await run(name, 'ticker');
          failing.delete(name);
        } catch (error) {
          // Whatever is due waits for a database that is away, which is said once and not every few seconds.
          if (!(isDatabaseFault(error) && failing.has(name))) log.warn({ err: error, job: name }, 'a job failed');
          failing.add(name);
        }
      },
      everyMs,
      Math.min(everyMs, FIRST_MS),
    ),
  );
  return {
    known: jobs.map(({ name, everyMs }) => ({ name, everyMs })),
    run,
    start() {
      isTicking = true;
      for (const ticker of tickers) ticker.start();
    },
    isTicking: () => isTicking,
    observe: (listener) => void listeners.push(listener),
    async close() {
      isClosing = true;
      for (const ticker of tickers) ticker.stop();
      const late = new Promise((resolve) => setTimeout(resolve, LAST_RUNS_MS).unref());
      await Promise.race([Promise.allSettled(running), late]);
    },
  };
}
