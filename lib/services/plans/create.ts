import { planCreateSchema, strategyOf } from '@/lib/schemas/plan';
import { defineVerb } from '../define-verb';
import { definitionOf } from '../flags/definition-of';
import { namedFlag } from '../flags/named-flag';
import { jsonOf } from '../json-of';
import { NO_HISTORY, storeHistory } from './history';
import { notePlan } from './note';
import { loadPlan, storeStrategy } from './plan-row';
import { planVariant } from './plan-variant';
import { assertEnvironments } from './refuse-plan';
import { environmentsOfSteps, planSteps } from './steps';
import type { PlanView } from './types';
import { planView } from './view';

/** Writes a plan down as a draft: nothing changes before it is started, so it reaches nothing. */
export const createPlan = defineVerb({
  verbName: 'plans.create',
  input: planCreateSchema,
  permission: 'plan.edit',
  locks: () => ({}),
  reaches: () => [],
  run: async (tx, input): Promise<PlanView> => {
    const { projectId } = tx.scope;
    const flag = await namedFlag(tx.db, projectId, input.flag);
    const strategy = strategyOf(input);
    planVariant(definitionOf(flag), strategy.variant);
    const environment = input.environment ?? null;
    const steps = planSteps(strategy, environment);
    await assertEnvironments(tx.db, projectId, { strategy, steps, environment });
    const row = await tx.db.plan.create({
      data: {
        id: tx.newId(),
        projectId,
        flagId: flag.id,
        flag: flag.key,
        name: input.name ?? flag.name,
        description: input.description,
        environment,
        strategy: jsonOf(storeStrategy(strategy)),
        environments: environmentsOfSteps(steps),
        status: 'draft',
        history: jsonOf(storeHistory(NO_HISTORY)),
        authorKind: tx.actor.kind,
        authorId: tx.actor.id,
        authorName: tx.actor.name,
        createdAt: tx.now,
        updatedAt: tx.now,
      },
    });
    await notePlan(tx, row, 'created');
    const { id, name, description } = row;
    tx.audit({ action: 'plan.create', flag: flag.key, after: { plan: id, name, description, environment, strategy } });
    return planView({ db: tx.db, projectId, now: tx.now }, loadPlan(row));
  },
});
