import { planActSchema } from '@/lib/schemas/plan';
import { defineAct, wrongState } from './define-act';
import { pausePlan as pause } from './halt';
import { isUnderWay } from './plan-row';

/** Stops a plan where it is: what it made stays, and its time stands still. */
export const pausePlan = defineAct({
  verbName: 'plans.pause',
  input: planActSchema,
  binding: () => [],
  isCommentFree: true,
  run: async (tx, plan, { comment }) => {
    if (plan.status === 'paused') return plan;
    if (!isUnderWay(plan)) throw wrongState();
    return pause(tx, plan, { code: 'by_person', params: { name: tx.actor.name } }, comment);
  },
});
