import { planRemoveSchema } from '@/lib/schemas/plan';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { requireVersion } from '../require-version';
import { isActive, lockPlan } from './plan-row';
import { planItem } from './plan-item';

/** Deletes a plan that is not under way; what it made of the flag stays. */
export const removePlan = defineVerb({
  verbName: 'plans.remove',
  input: planRemoveSchema,
  permission: 'plan.edit',
  locks: () => ({}),
  reaches: () => [],
  run: async (tx, { id, version }): Promise<void> => {
    const plan = await lockPlan(tx.db, tx.scope.projectId, id);
    requireVersion(version, plan.row.version, planItem(plan));
    if (isActive(plan)) throw serviceError('refused', 'plan_active');
    await tx.db.plan.delete({ where: { id } });
    const { name, flag, status } = plan.row;
    tx.audit({ action: 'plan.delete', flag, before: { plan: id, name, status, strategy: plan.strategy } });
  },
});
