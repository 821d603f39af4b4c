import type { TransactionClient } from '../transaction-client';
import type { Days } from './days';
import type { CalendarEntry } from './types';

/** What a calendar is asked for. */
export interface Asked {
  db: TransactionClient;
  projectId: string;
  /** Epoch milliseconds, as `now`. */
  from: number;
  to: number;
  now: number;
  days: Days;
  /** Of the project, or the one that was named: key by id. */
  environments: ReadonlyMap<string, string>;
  flag: string | undefined;
}

/** An entry, and what it touches of a configuration: null is unknown, undefined nothing. */
export interface Found extends Omit<CalendarEntry, 'collides'> {
  footprint?: readonly string[] | null;
}

type Given = Pick<Found, 'kind' | 'what' | 'environment' | 'flag'> & Partial<Found> & { from: number };

/** Fills in what most entries have not. */
export function found({ from, ...given }: Given): Found {
  const { kind, what, environment, flag, ref = null } = given;
  return {
    id: [kind, what, environment, ref ?? flag ?? '', given.number ?? '', from].join(':'),
    at: new Date(from).toISOString(),
    until: null,
    name: '',
    ref,
    count: 1,
    frequent: false,
    outcome: null,
    number: null,
    ...given,
  };
}

export const isoOrNull = (instant: number): string | null =>
  Number.isFinite(instant) ? new Date(instant).toISOString() : null;
