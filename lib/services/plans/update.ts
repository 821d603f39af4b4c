import { same } from '@/lib/changes/same';
import { planPatchSchema, type Strategy, strategyOf } from '@/lib/schemas/plan';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { jsonOf } from '../json-of';
import { requireVersion } from '../require-version';
import type { WriteContext } from '../transaction';
import { planFlag } from './enter-step';
import { notePlan } from './note';
import { BYPASSED, findPlan, loadPlan, lockPlan, type LoadedPlan, storeStrategy } from './plan-row';
import { planVariant } from './plan-variant';
import { planEnvironments, wantsApproval } from './reaches';
import { assertEnvironments } from './refuse-plan';
import { environmentsOfSteps, planSteps, type PlanStep, stepPath } from './steps';
import type { PlanView } from './types';
import { planView } from './view';

const effectOf = ({ environment, percentage, targetGroups, includedRoles, excludedRoles }: PlanStep) => [
  environment,
  percentage,
  targetGroups,
  includedRoles,
  excludedRoles,
];
const seedOf = ({ unit, seed, variant }: Strategy) => [unit, seed, variant];

/** What was applied stays as it was: who is admitted was admitted by it. */
function refuseRewriting(plan: LoadedPlan, strategy: Strategy, steps: readonly PlanStep[]): void {
  const { row } = plan;
  if (row.step === null) return;
  const applied = plan.steps.slice(0, row.step + 1);
  const differing = applied.find(({ index }) => {
    const [before, after] = [plan.steps[index], steps[index]];
    return !before || !after || !same(effectOf(before), effectOf(after));
  });
  if (!differing && same(seedOf(strategy), seedOf(plan.strategy))) return;
  const path = differing ? stepPath(strategy, differing.index) : 'strategy';
  const message = 'Steps that were applied stay as they are, and so do unit, seed and variant.';
  throw serviceError('refused', 'plan_past_steps', { issues: [{ path, code: 'plan_past_steps', message }] });
}

const isEditable = ({ status }: LoadedPlan): boolean => status === 'draft' || status === 'paused';

async function patched(tx: WriteContext, plan: LoadedPlan, input: Parameters<typeof strategyOf>[0]) {
  const { projectId } = tx.scope;
  const environment = input.environment ?? plan.row.environment;
  const strategy = input.strategy === undefined ? plan.strategy : strategyOf(input);
  const steps = planSteps(strategy, environment);
  const needsOne = steps.some((step) => step.environment === '');
  if (needsOne) {
    const message = 'Say in which environment it takes place.';
    const issues = [{ path: 'environment', code: 'plan_environment', message }];
    throw serviceError('invalid', 'invalid', { issues });
  }
  await assertEnvironments(tx.db, projectId, { strategy, steps, environment });
  refuseRewriting(plan, strategy, steps);
  const found = await planFlag(tx, plan);
  if (found) planVariant(found.definition, strategy.variant);
  return { environment, strategy, environments: environmentsOfSteps(steps) };
}

/** Changes a draft, or what is still to come of a paused plan: then it is approved anew where that is needed. */
export const updatePlan = defineVerb({
  verbName: 'plans.update',
  input: planPatchSchema,
  permission: 'plan.edit',
  locks: () => ({ environments: 'all' }),
  reaches: async (tx, input) => {
    const plan = await findPlan(tx.db, tx.scope.projectId, input.id);
    if (plan.status !== 'paused') return [];
    const strategy = input.strategy === undefined ? plan.strategy : strategyOf(input);
    const next = environmentsOfSteps(planSteps(strategy, input.environment ?? plan.row.environment));
    return tx.environments.filter(({ key }) => plan.row.environments.includes(key) || next.includes(key));
  },
  comment: ({ comment }) => comment,
  bindsLater: ({ strategy, environment }) => strategy !== undefined || environment !== undefined,
  run: async (tx, input): Promise<PlanView> => {
    const { projectId } = tx.scope;
    const plan = await lockPlan(tx.db, projectId, input.id);
    const reader = { db: tx.db, projectId, now: tx.now };
    if (plan.row.version !== input.version)
      requireVersion(input.version, plan.row.version, await planView(reader, plan));
    if (!isEditable(plan)) throw serviceError('refused', 'plan_state');
    const { strategy, environment, environments } = await patched(tx, plan, input);
    const name = input.name ?? plan.row.name;
    const description = input.description ?? plan.row.description;
    const before = {
      name: plan.row.name,
      description: plan.row.description,
      environment: plan.row.environment,
      strategy: plan.strategy,
    };
    const after = { name, description, environment, strategy };
    if (same(before, after)) return planView(reader, plan);
    const isRewritten = !same([before.strategy, before.environment], [strategy, environment]);
    const reached = planEnvironments(tx, { row: { ...plan.row, environments } });
    const requestId = tx.approval?.id ?? (wantsApproval(reached) ? BYPASSED : null);
    const row = await tx.db.plan.update({
      where: { id: plan.row.id },
      data: {
        ...{ name, description, environment, environments },
        strategy: jsonOf(storeStrategy(strategy)),
        ...(isRewritten && plan.status === 'paused' && { requestId }),
        version: { increment: 1 },
        updatedAt: tx.now,
      },
    });
    await notePlan(tx, row, 'updated', { comment: input.comment });
    const told = { flag: row.flag, before: { plan: row.id, ...before }, after: { plan: row.id, ...after } };
    tx.audit({ action: 'plan.update', ...told, comment: input.comment });
    return planView(reader, loadPlan(row));
  },
});
