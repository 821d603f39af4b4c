import type { Lease } from '@/lib/services/leases/lease';
import type { ProjectScope, ServiceContext } from '@/lib/services/context';

/** Who set a run off. */
export type StartedBy = 'cron' | 'ticker' | 'person';

/** What a run did, as counts by name; `failed` things stopped nothing else. */
export type JobReport = Record<string, number> & { failed?: number };

/** What a job works with. `now` is the database's clock at the run's start, moved by the test clock. */
export interface JobContext {
  readonly db: ServiceContext['db'];
  readonly now: Date;
  /** What every effect checks, so that one who lost it does nothing more. */
  readonly lease: Lease;
  /** Keeps the lease for longer; throws `conflict` once another has it. */
  keep(): Promise<void>;
  /** The job's own context in a project. */
  inProject(projectId: string): Promise<ServiceContext<ProjectScope>>;
  /** The context of whoever asked for something, with what they may do now; null when they are gone. */
  asAuthor(projectId: string, author: { kind: string; id: string }): Promise<ServiceContext<ProjectScope> | null>;
  /** Says what went wrong, for operators. */
  warn(fields: object, message: string): void;
}

/** A piece of clock work: idempotent, so that it may be run at any time and any number of times. */
export interface Job {
  /** As in `/api/cron/{name}`. */
  name: string;
  /** How often the ticker runs it, in milliseconds. */
  everyMs: number;
  run(ctx: JobContext): Promise<JobReport>;
}
