import { nextCronInstant } from '@/lib/schemas/cron';
import { isTimeZone, readWhen } from '@/lib/schemas/when';
import { serviceError } from '../errors';

/** When a schedule runs: at one instant, or by an expression. */
export interface Moment {
  at: Date | null;
  cron: string | null;
  timezone: string;
  nextRunAt: Date;
}

const TEXTS = {
  timezone_unknown: 'There is no time zone with this name.',
  instant_past: 'This instant has passed.',
  cron_never: 'No instant fulfils this expression.',
} as const;

function refused(path: string, code: keyof typeof TEXTS): Error {
  return serviceError('refused', code, { issues: [{ path, code, message: TEXTS[code] }] });
}

interface Asked {
  at?: string | Date;
  cron?: string;
  timezone: string;
}

/** Reads when a schedule runs. Throws 422 for a zone there is not, an instant that passed, and what never comes. */
export function momentOf({ at, cron, timezone }: Asked, now: Date): Moment {
  if (!isTimeZone(timezone)) throw refused('timezone', 'timezone_unknown');
  if (cron !== undefined) {
    const nextRunAt = nextCronInstant(cron, timezone, now);
    if (nextRunAt === null) throw refused('cron', 'cron_never');
    return { at: null, cron, timezone, nextRunAt };
  }
  const instant = at instanceof Date ? at.getTime() : readWhen(at ?? '', timezone);
  if (instant === null || instant <= now.getTime()) throw refused('at', 'instant_past');
  return { at: new Date(instant), cron: null, timezone, nextRunAt: new Date(instant) };
}
