import type { CalendarEntry } from '@/lib/services/calendar/types';

/** Where an entry leads: the page of the thing itself, in its environment. */
export function entryHref(project: string, { kind, ref, flag, environment, number, outcome }: CalendarEntry): string {
  const base = `/p/${project}`;
  const env = `env=${encodeURIComponent(environment)}`;
  const ofFlag = encodeURIComponent(flag ?? '');
  switch (kind) {
    case 'schedule':
      return `${base}/schedules?${outcome === null ? '' : 'status=all&'}schedule=${encodeURIComponent(ref ?? '')}`;
    case 'plan':
      return `${base}/plans/${encodeURIComponent(ref ?? '')}`;
    case 'request':
      return `${base}/change-requests/${number ?? ''}`;
    case 'membership':
      return `${base}/memberships?flag=${ofFlag}&${env}`;
    default:
      return `${base}/flags/${ofFlag}/targeting?${env}`;
  }
}
