import type { Sentence } from '@/lib/changes/sentence';
import type { Instruction } from '@/lib/changes/types';
import type { Issue } from '../errors';

export type ScheduleStatus = 'waiting' | 'paused' | 'review' | 'done' | 'failed' | 'cancelled';
export type RunOutcome = 'applied' | 'unchanged' | 'skipped' | 'failed' | 'review';

/** What one run of a schedule did. Instants are RFC 3339 in UTC. */
export interface ScheduleRunView {
  at: string;
  /** The instant it was meant for. */
  plannedAt: string;
  outcome: RunOutcome;
  /** More than a minute after its instant. */
  late: boolean;
  attempts: number;
  /** Why it failed, was left out, or waits for a look: a code of the catalogue. */
  error: { code: string; issues: Issue[] } | null;
  /** The configuration's version that it made, or found as it should be. */
  configVersion: number | null;
}

/** A change of a configuration that the clock makes, once or again and again. */
export interface ScheduleView {
  id: string;
  flag: string;
  environment: string;
  instructions: Instruction[];
  /** The instructions as sentences, on what is stored now; empty once the flag is gone. */
  messages: Sentence[];
  /** Either of these is null. */
  at: string | null;
  cron: string | null;
  timezone: string;
  /** Milliseconds after which a missed run does not happen any more; null is never. */
  missedAfter: number | null;
  description: string;
  comment: string | null;
  enabled: boolean;
  status: ScheduleStatus;
  /** Why it waits for a look, or failed. */
  reason: string | null;
  /** Of the run that is due, or was last. */
  attempts: number;
  baseVersion: number;
  createdBy: { kind: string; id: string; name: string };
  /** The change request that allowed it. */
  requestId: string | null;
  nextRunAt: string | null;
  lastRun: ScheduleRunView | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}
