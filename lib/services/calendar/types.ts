/** What takes place at a time. */
export const CALENDAR_KINDS = ['schedule', 'plan', 'request', 'ramp', 'window', 'membership', 'override'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/**
 * - `run`: a schedule runs, or ran (`outcome`);
 * - `step`: a step of a plan is due, at the earliest; `completes`: its last one ends;
 * - `apply`: a change request is applied; it may still wait for approvals (`outcome` is `open`);
 * - `band`: a ramp, or a rule’s window, lasts from `at` to `until`;
 * - `starts`, `ends`: a membership, or the end of an override.
 */
export type CalendarWhat = 'run' | 'step' | 'completes' | 'apply' | 'band' | 'starts' | 'ends';

/** One thing in a calendar, or several alike (`count`). Instants are RFC 3339 in UTC. */
export interface CalendarEntry {
  /** Unique in an answer. */
  id: string;
  kind: CalendarKind;
  what: CalendarWhat;
  at: string;
  /** The end of a band, or the last of several; null: open, or an instant. */
  until: string | null;
  /** Null: a request that changes several flags, or none. */
  flag: string | null;
  environment: string;
  /** What people called it: a schedule’s description, the name of a plan or rule, a request’s title. May be empty. */
  name: string;
  /** Where it leads: the id of a schedule, plan, request or rule. */
  ref: string | null;
  /** How many are counted together. */
  count: number;
  /** So many in a day that they are not counted; `until` is the last that was looked at. */
  frequent: boolean;
  /** Of a run that was, or of a request: its state. */
  outcome: string | null;
  /** The step’s index, from 0; the request’s number. */
  number: number | null;
  /** Ids of entries of this answer that change the same in the same hour, or while this lasts. */
  collides: string[];
}

export interface CalendarView {
  from: string;
  to: string;
  timezone: string;
  items: CalendarEntry[];
  /** Days of the zone, such as `2026-03-01`, of which not all is listed, and how much is not. */
  more: { day: string; count: number }[];
}

/** A link for calendar apps; its secret is shown once. */
export interface CalendarLink {
  url: string;
  createdAt: string;
}
