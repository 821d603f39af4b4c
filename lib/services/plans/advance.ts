import { planAdvanceSchema } from '@/lib/schemas/plan';
import { serviceError } from '../errors';
import type { WriteContext } from '../transaction';
import { defineAct, wrongState } from './define-act';
import { completePlan, enterStep } from './enter-step';
import { breach, openGate } from './judge';
import { momentOf } from './moment-of';
import { obstacleNow, obstacleTo } from './obstacle';
import { planItem } from './plan-item';
import { isUnderWay, type LoadedPlan } from './plan-row';
import { stepPath } from './steps';
import type { PlanReason } from './types';

function refuseFor(plan: LoadedPlan, { code, params }: PlanReason): never {
  const path = stepPath(plan.strategy, plan.row.step ?? 0);
  const messages: Record<string, string> = {
    gate_without_value: 'A gate has no value in its window.',
    gate_unmet: 'A gate is not met.',
    guardrail_breached: 'A guardrail is breached.',
  };
  const message = messages[code] ?? 'The plan cannot go on as it is.';
  throw serviceError('refused', 'plan_gate', { issues: [{ path, code, message, params }] });
}

/** Throws what keeps a plan where it is; gates alone may be passed by force. */
async function refuseHeld(tx: WriteContext, plan: LoadedPlan, force: boolean): Promise<void> {
  const { row, steps } = plan;
  const step = row.step === null ? undefined : steps[row.step];
  if (!step) throw wrongState();
  const stopped = (await obstacleNow(tx, plan)) ?? (await obstacleTo(tx, plan, step.index + 1));
  if (stopped) refuseFor(plan, stopped);
  if (force) return;
  const moment = await momentOf(tx, plan);
  const reason = breach(step, moment)?.reason ?? openGate(step, moment);
  if (reason) refuseFor(plan, reason);
}

/**
 * Goes on to the next step without waiting for the time: its gates must be met, unless `force` passes them with a
 * comment. After the last one the plan completes. Earlier than approved is approved anew where the next step takes place.
 */
export const advancePlan = defineAct({
  verbName: 'plans.advance',
  input: planAdvanceSchema,
  binding: ({ row, steps }, rows) => {
    const next = row.step === null ? undefined : steps[row.step + 1];
    return rows.filter(({ key }) => key === next?.environment);
  },
  run: async (tx, plan, { step, force, comment }) => {
    const { row, steps } = plan;
    if (!isUnderWay(plan) || row.step === null) throw wrongState();
    if (step !== undefined && step !== row.step)
      throw serviceError('conflict', 'plan_step', { current: planItem(plan) });
    if (force && !comment?.trim()) throw serviceError('refused', 'plan_force_comment');
    await refuseHeld(tx, plan, force);
    const said = { comment, forced: force };
    if (row.step + 1 >= steps.length) return completePlan(tx, plan, said);
    return enterStep(tx, plan, row.step + 1, 'advanced', said);
  },
});
