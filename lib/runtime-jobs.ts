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
import { serviceError } from '@/lib/services/errors';

/** Clock work of this process: run when asked to, and by itself once started. */
export interface Jobs {
  /** Runs a job once; `busy` if another instance is at it. Throws `not_found` for a name that is none. */
  run(name: string, startedBy: StartedBy): Promise<RunAnswer>;
  /** Begins to run all of them, each as often as it wants. */
  start(): void;
  /** Ends that, and waits for what runs. */
  close(): Promise<void>;
}

interface Parts extends Pick<Dependencies, 'secrets' | 'committed'> {
  database: () => Promise<Database>;
  /** Milliseconds by which the test clock is moved, or null. */
  clockOffset: () => number | null;
  instance: string;
  log: Logger;
  jobs?: readonly Job[];
}

export function createJobs({ database, clockOffset, instance, log, secrets, committed, jobs = JOBS }: Parts): Jobs {
  const host = async (name: string): Promise<JobHost> => {
    const { prisma: db, now, probe } = await database();
    const moved = async (): Promise<Date> => new Date((await now()).getTime() + (clockOffset() ?? 0));
    const own = async (): Promise<Dependencies> => ({ db, secrets, committed, probe, now: await moved() });
    const scopeOf = async (id: string) => {
      const { key } = await db.project.findUniqueOrThrow({ where: { id }, select: { key: true } });
      return projectScope(id, key);
    };
    return {
      db,
      holder: instance,
      now: moved,
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
  const run = async (name: string, startedBy: StartedBy): Promise<RunAnswer> => {
    const job = jobs.find((each) => each.name === name);
    if (!job) throw serviceError('not_found');
    const work = host(name).then((made) => runJob(job, made, startedBy));
    running.add(work);
    return work.finally(() => running.delete(work));
  };
  const tickers = jobs.map(({ name, everyMs }) =>
    repeating(async () => {
      // A database that is away is noted elsewhere; whatever is due waits for it.
      await run(name, 'ticker').catch((error: unknown) => log.warn({ err: error, job: name }, 'a job failed'));
    }, everyMs),
  );
  return {
    run,
    start: () => {
      for (const ticker of tickers) ticker.start();
    },
    async close() {
      for (const ticker of tickers) ticker.stop();
      await Promise.allSettled(running);
    },
  };
}
