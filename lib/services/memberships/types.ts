import type { Recurrence } from '@/lib/engine/types';

export type MembershipState = 'open' | 'upcoming' | 'past';

/** A subject's or a tenant's time on a flag in one environment. `startsAt ≤ now < endsAt` is open. */
export interface MembershipView {
  id: string;
  flag: string;
  environment: string;
  /** Either of these is null. */
  subject: string | null;
  tenant: string | null;
  /** Null: a boolean flag's true variant. */
  variant: string | null;
  startsAt: string;
  endsAt: string;
  /** Whole days of `timezone`, both included, where it was written so. */
  startDate: string | null;
  endDate: string | null;
  timezone: string;
  /** Hours of weekdays in `timezone` that it is open within; null: all the time. */
  recurring: Recurrence | null;
  note: string | null;
  /** Where now lies in its period, whatever its hours. */
  state: MembershipState;
  /** Whether it counts now, its hours included, and when that changes next; null: never again. */
  open: boolean;
  nextChange: string | null;
  /** When it was added or last changed. */
  updatedAt: string;
  version: number;
}

/** What synchronising groups did. */
export interface SyncReport {
  added: number;
  removed: number;
  /** Members whose window or variant was changed meanwhile. */
  updated: number;
  unchanged: number;
  /** Those that changed. */
  flags: { environment: string; flag: string; added: number; removed: number; updated: number }[];
}

/** Somebody in a flag's group, as synchronisation copied it. */
export interface GroupMemberView {
  membership: string;
  subject: string | null;
  tenant: string | null;
  variant: string | null;
  startsAt: string;
  endsAt: string;
  /** When synchronisation found it open. */
  since: string;
}

/** Memberships by where now lies in their period, and members of groups as of the last synchronisation. */
export interface MembershipCounts {
  open: number;
  upcoming: number;
  past: number;
  members: number;
  syncedAt: string | null;
}

/** One thing that is wrong with a line of a list. */
export interface ImportProblem {
  line: number;
  /** The field; empty for the line. */
  path: string;
  code: string;
  message: string;
  params?: Record<string, string | number>;
}

/** What importing rows did, or would do. */
export interface ImportReport {
  dryRun: boolean;
  rows: number;
  added: number;
  /** Already there, or standing twice. */
  present: number;
  problems: ImportProblem[];
  flags: { flag: string; added: number }[];
}
