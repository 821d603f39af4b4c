import type { LoadedPlan } from './plan-row';
import type { PlanAct, PlanStatus } from './types';

const ACTS: Readonly<Record<PlanStatus, readonly PlanAct[]>> = {
  draft: ['edit', 'remove', 'start'],
  running: ['pause', 'advance', 'rollback'],
  holding: ['pause', 'advance', 'rollback'],
  paused: ['edit', 'resume', 'rollback'],
  completed: ['remove', 'rollback'],
  rolledBack: ['remove'],
  failed: ['remove', 'resume', 'rollback'],
};

/** What may be asked of a plan in its state. What was rolled back goes on from the step it is at, or begins anew. */
export function actsOf({ status, row }: Pick<LoadedPlan, 'status' | 'row'>): PlanAct[] {
  const more: PlanAct[] = row.step === null ? ['start'] : ['resume', 'rollback'];
  return [...ACTS[status], ...(status === 'rolledBack' ? more : [])];
}
