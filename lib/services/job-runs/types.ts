/**
 * What came of a run: all of it worked, some things in it failed, it failed itself, its process was told to end in the
 * middle, or its process died. What was left undone is due for the next run.
 */
export const RUN_OUTCOMES = ['ok', 'partly', 'failed', 'stopped', 'died'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** `cron`: a clock outside called; `ticker`: this server's own clock; `person`: somebody who wanted it now. */
export type RunStarter = 'cron' | 'ticker' | 'person';

/** What happened in a run that found something to do, or that somebody asked for. */
export interface JobRunView {
  id: string;
  startedAt: string;
  /** Null where its process died. */
  finishedAt: string | null;
  outcome: RunOutcome;
  /** Counts by name; a name is the job's own. */
  report: Record<string, number>;
  startedBy: RunStarter;
  /** Of the process, the start of its id. */
  holder: string;
  /** Why it failed: a code, such as `unavailable`. The log of that process says more. */
  error: string | null;
}

/** A piece of clock work, as operators see it. Instants are RFC 3339. */
export interface JobView {
  name: string;
  /** How often a server's own clock runs it. */
  everyMs: number;
  /** The newest run that ended, whether it found something to do or not; null before the first. */
  last: { startedAt: string; finishedAt: string; outcome: RunOutcome; startedBy: RunStarter } | null;
  /** The run under way; `died` once its lease is over and nobody has taken it up yet. */
  running: { startedAt: string; startedBy: RunStarter; holder: string; died: boolean } | null;
  /** When this server's clock runs it next, about; null where it has none. */
  nextAt: string | null;
  /** It should have run by now: nothing that is due happens. */
  overdue: boolean;
  /** The newest first, at most twenty. */
  runs: JobRunView[];
}

export interface JobsView {
  /** Whether the server that answers has a clock of its own. */
  ticker: boolean;
  /** Whether clocks outside are let in: a secret is set. */
  cron: boolean;
  items: JobView[];
}

/** What came of a run that somebody asked for. */
export interface JobRunAnswer {
  job: string;
  /** `busy`: another process is at it. */
  outcome: RunOutcome | 'busy';
  report: Record<string, number>;
  /** Why it failed: a code. */
  error: string | null;
}

/** Clock work, as far as verbs may ask for it. */
export interface JobRunner {
  readonly known: readonly { name: string; everyMs: number }[];
  readonly ticker: boolean;
  readonly cron: boolean;
  /** Runs a job once. Throws what the job threw. */
  run(name: string): Promise<{ outcome: RunOutcome | 'busy'; report?: Record<string, number> }>;
}
