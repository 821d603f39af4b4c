import {
  advancePlan,
  createPlan,
  pausePlan,
  removePlan,
  resumePlan,
  rollbackPlan,
  startPlan,
  updatePlan,
} from '@/lib/actions/plans';

interface Acted {
  id: string;
  comment?: string;
}

/** The writes to a project's plans. */
export const planActions = (project: string) => ({
  create: (input: unknown) => createPlan(project, input),
  update: (input: unknown) => updatePlan(project, input),
  remove: (input: { id: string; version: number }) => removePlan(project, input),
  start: (input: Acted) => startPlan(project, input),
  pause: (input: Acted) => pausePlan(project, input),
  resume: (input: Acted) => resumePlan(project, input),
  advance: (input: Acted & { step?: number; force?: boolean }) => advancePlan(project, input),
  rollback: (input: Acted) => rollbackPlan(project, input),
});
