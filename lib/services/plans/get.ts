import { planPlaceSchema } from '@/lib/schemas/plan';
import { defineRead } from '../define-verb';
import { findPlan } from './plan-row';
import type { PlanView } from './types';
import { planView } from './view';

export const getPlan = defineRead({
  verbName: 'plans.get',
  input: planPlaceSchema,
  permission: 'flag.view',
  run: async ({ db, scope: { projectId }, now }, { id }): Promise<PlanView> =>
    planView({ db, projectId, now }, await findPlan(db, projectId, id)),
});
