import { planActSchema } from '@/lib/schemas/plan';
import { planDurationMs } from '@/lib/schemas/plan-duration';
import { serviceError } from '../errors';
import { defineAct, wrongState } from './define-act';
import { notePlan } from './note';
import { obstacleNow } from './obstacle';
import { isUnderWay, type LoadedPlan } from './plan-row';
import { refuseCollision } from './start';
import { responsible } from './responsible';
import { tellOfPlan } from './tell';
import { writePlan } from './write-plan';

const isResumable = ({ status, row }: LoadedPlan): boolean =>
  status === 'paused' || ((status === 'failed' || status === 'rolledBack') && row.step !== null);

/** When the step in force is over: what was left of it, or all of it anew after a rollback. */
function dueAfter({ status, row, steps }: LoadedPlan, now: Date): Date {
  const duration = steps[row.step ?? 0]?.duration ?? null;
  if (status === 'rolledBack')
    return new Date(now.getTime() + (duration === null ? 0 : (planDurationMs(duration) ?? 0)));
  const left = row.dueAt && row.pausedAt ? row.dueAt.getTime() - row.pausedAt.getTime() : 0;
  return new Date(now.getTime() + Math.max(0, left));
}

/**
 * Lets a plan go on from where it stopped. Guardrails look at values from now on: the one that stopped it is known.
 * A plan that was approved is not approved again.
 */
export const resumePlan = defineAct({
  verbName: 'plans.resume',
  input: planActSchema,
  binding: (plan, rows) => (isResumable(plan) && (plan.row.requestId === null || plan.status !== 'paused') ? rows : []),
  run: async (tx, plan, { comment }) => {
    if (isUnderWay(plan)) return plan;
    if (!isResumable(plan)) throw wrongState();
    const obstacle = await obstacleNow(tx, plan);
    if (obstacle) throw serviceError('refused', RESUMING[obstacle.code] ?? obstacle.code);
    await refuseCollision(tx, plan);
    const isApproved = plan.row.requestId !== null && plan.status === 'paused';
    const { requestId, ...author } = responsible(tx, plan);
    const next = await writePlan(tx, plan, {
      ...author,
      requestId: isApproved ? plan.row.requestId : requestId,
      status: 'running',
      dueAt: dueAfter(plan, tx.now),
      ...(plan.status === 'rolledBack' && { stepSince: tx.now }),
      // Behind what stopped it, were it of this very millisecond.
      watchFrom: new Date(tx.now.getTime() + 1),
      pausedAt: null,
      reason: null,
    });
    await notePlan(tx, next.row, 'resumed', { comment });
    const environment = plan.steps[plan.row.step ?? 0]?.environment;
    tellOfPlan(tx, next, { action: 'plan.resume', environment, comment });
    return next;
  },
});

/** Codes of the catalogue `errors` for what keeps a plan from going on. */
const RESUMING: Readonly<Record<string, string>> = {
  flag_absent: 'plan_flag_absent',
  flag_archived: 'plan_flag_archived',
  flag_off: 'plan_flag_off',
};
