import type { EnvironmentLike } from '@/components/shared/environment-badge';

/** Where a calendar is looked at, for all its parts. */
export interface CalendarPlace {
  project: string;
  timezone: string;
  /** The day of now, in the zone. */
  today: string;
  now: number;
  environments: readonly EnvironmentLike[];
}
