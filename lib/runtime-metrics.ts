import { collectDefaultMetrics, Counter as Total, Gauge, Histogram, Registry } from 'prom-client';
import type { DatabaseClient } from '@/lib/db/handles';
import type { Counter } from '@/lib/delivery/counter';
import type { RulesetStore } from '@/lib/delivery/ruleset-store';
import type { Jobs } from '@/lib/runtime-jobs';
import { readWaiting } from '@/lib/services/job-runs/waiting';

/** What this process did since it started, and what waits in the database, for Prometheus. */
export interface Metrics {
  readonly contentType: string;
  /** The text of now. A database that is away leaves out what only it knows. */
  render(): Promise<string>;
  /** The same counter, listened to. */
  counting(counter: Counter): Counter;
}

interface Parts {
  prisma: () => Promise<DatabaseClient>;
  now: () => Date;
  store: RulesetStore;
  jobs: Jobs;
}

const SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 30, 60];

function jobMetrics(registers: Registry[], jobs: Jobs): void {
  const runs = new Total({
    name: 'flagstaff_job_runs_total',
    help: 'Runs of jobs that this process was asked for, by outcome; busy is another process at work.',
    labelNames: ['job', 'outcome', 'started_by'],
    registers,
  });
  const took = new Histogram({
    name: 'flagstaff_job_duration_seconds',
    help: 'How long runs of jobs took.',
    labelNames: ['job'],
    buckets: SECONDS,
    registers,
  });
  jobs.observe(({ job, outcome, startedBy, took: milliseconds }) => {
    runs.inc({ job, outcome, started_by: startedBy });
    if (outcome !== 'busy') took.observe({ job }, milliseconds / 1_000);
  });
}

function rulesetMetrics(registers: Registry[], store: RulesetStore, evaluations: ReadonlyMap<string, number>): void {
  const labelNames = ['project', 'environment'];
  new Gauge({
    name: 'flagstaff_ruleset_number',
    help: 'The number of the ruleset in memory.',
    labelNames,
    registers,
    collect() {
      this.reset();
      for (const { project, key, ruleset } of store.all()) this.set({ project, environment: key }, ruleset.number);
    },
  });
  new Gauge({
    name: 'flagstaff_ruleset_checked_seconds',
    help: 'How long ago rulesets were last found up to date.',
    registers,
    collect() {
      const ago = store.checkedAgo();
      this.set(ago === null ? Number.NaN : ago / 1_000);
    },
  });
  new Total({
    name: 'flagstaff_evaluations_total',
    help: 'Flags answered by this process.',
    labelNames,
    registers,
    collect() {
      this.reset();
      for (const { id, project, key } of store.all()) {
        this.inc({ project, environment: key }, evaluations.get(id) ?? 0);
      }
    },
  });
}

/** Gauges of what only the database knows; answers how to read it again. */
function waitingMetrics(registers: Registry[], { prisma, now }: Parts): () => Promise<void> {
  const due = new Gauge({
    name: 'flagstaff_due',
    help: 'What is due and was not done yet.',
    labelNames: ['what'],
    registers,
  });
  const outbox = new Gauge({
    name: 'flagstaff_outbox_backlog',
    help: 'Events of which no deliveries to webhooks were made yet.',
    registers,
  });
  const finished = new Gauge({
    name: 'flagstaff_job_last_finished_timestamp_seconds',
    help: 'When a job last ended, in any process.',
    labelNames: ['job'],
    registers,
  });
  const running = new Gauge({
    name: 'flagstaff_job_running',
    help: 'Whether a process is at it now.',
    labelNames: ['job'],
    registers,
  });
  const database = new Gauge({
    name: 'flagstaff_database_up',
    help: 'Whether the database answered for these metrics.',
    registers,
  });
  return async () => {
    for (const gauge of [due, outbox, finished, running]) gauge.reset();
    const waiting = await prisma()
      .then((db) => readWaiting(db, now()))
      .catch(() => null);
    database.set(waiting ? 1 : 0);
    if (!waiting) return;
    for (const [what, number] of Object.entries(waiting.due)) due.set({ what }, number);
    outbox.set(waiting.outbox);
    for (const { name: job, lastFinishedAt, isRunning } of waiting.jobs) {
      if (lastFinishedAt) finished.set({ job }, lastFinishedAt.getTime() / 1_000);
      running.set({ job }, isRunning ? 1 : 0);
    }
  };
}

export function createMetrics(parts: Parts): Metrics {
  const registry = new Registry();
  const evaluations = new Map<string, number>();
  jobMetrics([registry], parts.jobs);
  rulesetMetrics([registry], parts.store, evaluations);
  const readDatabase = waitingMetrics([registry], parts);
  let isWatched = false;
  return {
    contentType: registry.contentType,
    async render() {
      // Watching the process costs a little, so that it begins with the first who looks.
      if (!isWatched) collectDefaultMetrics({ register: registry });
      isWatched = true;
      await readDatabase();
      return registry.metrics();
    },
    counting: (counter) => ({
      add(environmentId, sdk, verdicts, now) {
        evaluations.set(environmentId, (evaluations.get(environmentId) ?? 0) + verdicts.length);
        counter.add(environmentId, sdk, verdicts, now);
      },
      flush: () => counter.flush(),
      size: () => counter.size(),
    }),
  };
}
