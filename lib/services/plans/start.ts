import { planActSchema } from '@/lib/schemas/plan';
import { serviceError } from '../errors';
import type { WriteContext } from '../transaction';
import { defineAct, wrongState } from './define-act';
import { enterStep, planFlag } from './enter-step';
import { groundsOf, segmentsAmong } from './ground';
import { obstacleTo } from './obstacle';
import { isUnderWay, type LoadedPlan } from './plan-row';
import { planVariant } from './plan-variant';
import { assertEnvironments, refuseWarned } from './refuse-plan';
import { responsible } from './responsible';
import { planWarnings } from './warnings';

const isStartable = ({ status, row }: LoadedPlan): boolean =>
  status === 'draft' || (status === 'rolledBack' && row.step === null);

/** Throws while another plan changes the same flag in the same place: each would take back what the other made. */
export async function refuseCollision(tx: WriteContext, { row }: LoadedPlan): Promise<void> {
  const { id, flagId, environments } = row;
  const others = await tx.db.plan.count({
    where: {
      flagId,
      id: { not: id },
      status: { in: ['running', 'holding', 'paused'] },
      environments: { hasSome: environments },
    },
  });
  if (others > 0) throw serviceError('refused', 'plan_collides');
}

async function refuseUnready(tx: WriteContext, plan: LoadedPlan): Promise<void> {
  const { projectId } = tx.scope;
  const { row, strategy, steps } = plan;
  const found = await planFlag(tx, plan);
  if (!found) throw serviceError('refused', 'plan_flag_absent');
  if (found.flag.archivedAt !== null) throw serviceError('refused', 'plan_flag_archived');
  await assertEnvironments(tx.db, projectId, { strategy, steps, environment: row.environment });
  const segments = await segmentsAmong(tx.db, projectId, steps);
  const grounds = await groundsOf(tx.db, projectId, { ...row, definition: found.definition }, segments);
  const variant = planVariant(found.definition, strategy.variant);
  refuseWarned(await planWarnings(tx.db, { strategy, steps, variant, grounds, segments, from: 0 }));
  const obstacle = await obstacleTo(tx, plan, 0);
  if (obstacle) throw serviceError('refused', obstacle.code);
  await refuseCollision(tx, plan);
}

/** Starts a plan: its first step is in force at once, and the clock goes on from there. Under way already, it stays so. */
export const startPlan = defineAct({
  verbName: 'plans.start',
  input: planActSchema,
  binding: (plan, rows) => (isStartable(plan) ? rows : []),
  run: async (tx, plan, { comment }) => {
    if (isUnderWay(plan)) return plan;
    if (!isStartable(plan)) throw wrongState();
    await refuseUnready(tx, plan);
    return enterStep(tx, plan, 0, 'started', { comment, ...responsible(tx, plan) });
  },
});
