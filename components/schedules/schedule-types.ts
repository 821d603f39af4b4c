import type { EnvironmentAbilities } from '@/lib/permissions/abilities';
import type { EnvironmentView } from '@/lib/services/environments/types';

/** What the pages of schedules need of an environment. */
export interface ScheduleEnvironment
  extends Pick<EnvironmentView, 'key' | 'name' | 'color' | 'protected' | 'requireComment'> {
  can: Pick<EnvironmentAbilities, 'edit'>;
}

export interface SchedulesPlace {
  project: string;
  environments: readonly ScheduleEnvironment[];
}

/** Whether its time is over. */
export const isOver = ({ status }: { status: string }): boolean => status === 'done' || status === 'cancelled';

/** Whether somebody has to decide what becomes of it. */
export const isStuck = ({ status }: { status: string }): boolean => status === 'review' || status === 'failed';
