import { isCron, nextCronInstant } from '@/lib/schemas/cron';
import type { ScheduleView } from '@/lib/services/schedules/types';

/** When a change is to be made, as a form holds it. */
export interface ScheduleDraft {
  mode: 'at' | 'cron';
  /** RFC 3339, or null while there is none. */
  at: string | null;
  cron: string;
  timezone: string;
  /** A length of time such as `1h`; empty is whenever it can be made up for. */
  missedAfter: string;
  description: string;
}

export const emptySchedule = (timezone: string): ScheduleDraft => ({
  mode: 'at',
  at: null,
  cron: '0 9 * * 1-5',
  timezone,
  missedAfter: '',
  description: '',
});

export const draftOfSchedule = ({ at, cron, timezone, missedAfter, description }: ScheduleView): ScheduleDraft => ({
  mode: cron === null ? 'at' : 'cron',
  at,
  cron: cron ?? '0 9 * * 1-5',
  timezone,
  missedAfter: missedAfter === null ? '' : `${missedAfter / 1_000}s`,
  description,
});

export type DraftProblem = 'noInstant' | 'past' | 'noCron' | 'never';

/** What is wrong with a draft at an instant, or null. */
export function problemOf({ mode, at, cron, timezone }: ScheduleDraft, now: number): DraftProblem | null {
  if (mode === 'cron') {
    if (!isCron(cron)) return 'noCron';
    return nextCronInstant(cron, timezone, new Date(now)) === null ? 'never' : null;
  }
  if (at === null) return 'noInstant';
  return Date.parse(at) <= now ? 'past' : null;
}

/** What is sent of a draft. */
export const bodyOf = ({ mode, at, cron, timezone, missedAfter, description }: ScheduleDraft) => ({
  ...(mode === 'cron' ? { cron } : { at: at ?? '' }),
  timezone,
  missedAfter: missedAfter === '' ? null : missedAfter,
  description: description.trim(),
});
