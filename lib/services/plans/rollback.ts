import { planActSchema } from '@/lib/schemas/plan';
import { serviceError } from '../errors';
import { defineAct, wrongState } from './define-act';
import { planFlag } from './enter-step';
import { isActive, type LoadedPlan } from './plan-row';
import { rollBackPlan } from './roll-back';

const isUndone = ({ status, row }: LoadedPlan): boolean => status === 'rolledBack' && row.step === null;

/**
 * Brings all its environments back to what they were before the plan. What others changed since stays; the plan's own
 * rules go in any case. A plan under way was approved with it; one that completed is approved anew.
 */
export const rollbackPlan = defineAct({
  verbName: 'plans.rollback',
  input: planActSchema,
  binding: (plan, rows) => (isUndone(plan) || (isActive(plan) && plan.row.requestId !== null) ? [] : rows),
  run: async (tx, plan, { comment }) => {
    if (isUndone(plan)) return plan;
    if (plan.status === 'draft') throw wrongState();
    if (!(await planFlag(tx, plan))) throw serviceError('refused', 'plan_flag_absent');
    const reason = { code: 'by_person', params: { name: tx.actor.name } };
    return rollBackPlan(tx, plan, { from: 0, reason, comment });
  },
});
