import type { WriteContext } from '../transaction';
import { notePlan } from './note';
import type { LoadedPlan } from './plan-row';
import { tellOfPlan } from './tell';
import type { PlanReason } from './types';
import { writePlan } from './write-plan';

const environmentOf = ({ steps, row }: LoadedPlan): string | undefined => steps[row.step ?? 0]?.environment;

/** Stops a plan's time; what is left of the step's duration is kept. */
export async function pausePlan(
  tx: WriteContext,
  plan: LoadedPlan,
  reason: PlanReason,
  comment?: string,
): Promise<LoadedPlan> {
  const next = await writePlan(tx, plan, { status: 'paused', pausedAt: tx.now, reason });
  await notePlan(tx, next.row, 'paused', { reason, comment });
  tellOfPlan(tx, next, { action: 'plan.pause', environment: environmentOf(plan), reason, comment });
  return next;
}

/** Lets a plan wait for its gates. Told once for each thing it waits for, not for each value of it. */
export async function holdPlan(tx: WriteContext, plan: LoadedPlan, reason: PlanReason): Promise<LoadedPlan> {
  const isSame = plan.reason?.code === reason.code && plan.reason.params.signal === reason.params.signal;
  if (plan.status === 'holding' && isSame) return plan;
  const next = await writePlan(tx, plan, { status: 'holding', reason });
  await notePlan(tx, next.row, 'held', { reason });
  tellOfPlan(tx, next, { action: 'plan.hold', environment: environmentOf(plan), reason });
  return next;
}

/** Ends a plan that cannot go on. */
export async function failPlan(tx: WriteContext, plan: LoadedPlan, reason: PlanReason): Promise<LoadedPlan> {
  const next = await writePlan(tx, plan, { status: 'failed', dueAt: null, pausedAt: null, reason });
  await notePlan(tx, next.row, 'failed', { reason });
  tellOfPlan(tx, next, { action: 'plan.fail', environment: environmentOf(plan), reason });
  return next;
}
