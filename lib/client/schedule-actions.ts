import { cancelSchedule, createSchedule, runSchedule, updateSchedule } from '@/lib/actions/schedules';

/** The writes to a project's schedules that pages offer. */
export const scheduleActions = (project: string) => ({
  create: (input: unknown) => createSchedule(project, input),
  update: (input: unknown) => updateSchedule(project, input),
  cancel: (input: unknown) => cancelSchedule(project, input),
  run: (input: unknown) => runSchedule(project, input),
});
