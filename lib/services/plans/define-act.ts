import type { z } from 'zod';
import { defineVerb, type WriteVerb } from '../define-verb';
import { serviceError } from '../errors';
import type { ProjectScope } from '../context';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { findPlan, type LoadedPlan, lockPlan } from './plan-row';
import { covered, planEnvironments } from './reaches';
import type { PlanView } from './types';
import { planView } from './view';

interface ActInput {
  id: string;
  comment?: string;
}

interface ActDeclaration<I extends z.ZodType<ActInput>> {
  verbName: string;
  input: I;
  /** Which of the plan's environments may want this approved: those of a plan that was approved as a whole do not. */
  binding: (plan: LoadedPlan, rows: readonly EnvironmentRow[]) => readonly EnvironmentRow[];
  /** Environments that want comments get along without. */
  isCommentFree?: boolean;
  run: (tx: WriteContext, plan: LoadedPlan, input: z.output<I>) => Promise<LoadedPlan>;
}

/** Declares what people ask of a plan. Its environments are locked, then its row; it is approved as a whole, now. */
export function defineAct<I extends z.ZodType<ActInput>>(
  declared: ActDeclaration<I>,
): WriteVerb<I, PlanView, ProjectScope> {
  return defineVerb({
    verbName: declared.verbName,
    input: declared.input,
    permission: 'plan.edit',
    locks: () => ({ environments: 'all' }),
    reaches: async (tx, { id }) => {
      const plan = await findPlan(tx.db, tx.scope.projectId, id);
      const rows = planEnvironments(tx, plan);
      const bound = new Set(declared.binding(plan, rows).map((row) => row.id));
      return rows.flatMap((row) => (bound.has(row.id) ? row : covered([row])));
    },
    comment: ({ comment }) => comment,
    isCommentFree: () => declared.isCommentFree ?? false,
    bindsLater: () => true,
    run: async (tx, input): Promise<PlanView> => {
      const { projectId } = tx.scope;
      const next = await declared.run(tx, await lockPlan(tx.db, projectId, input.id), input);
      // What it shows of the flag is what this made of it.
      await tx.flush();
      return planView({ db: tx.db, projectId, now: tx.now }, next);
    },
  });
}

/** The refusal of what a plan's state does not allow. */
export const wrongState = (): Error => serviceError('refused', 'plan_state');
