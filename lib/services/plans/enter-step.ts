import { invert } from '@/lib/changes/invert';
import { planDurationMs } from '@/lib/schemas/plan-duration';
import { definitionOf } from '../flags/definition-of';
import { findFlag } from '../flags/flag-row';
import type { WriteContext } from '../transaction';
import { changeFlag } from './change-flag';
import { findGround, type FoundGround, segmentsAmong } from './ground';
import { withEntry, withOwn } from './history';
import { notePlan, type Said } from './note';
import type { LoadedPlan } from './plan-row';
import { planVariant } from './plan-variant';
import { type PlanMaking, stepInstructions } from './step-instructions';
import type { PlanStep } from './steps';
import { tellOfPlan } from './tell';
import { type PlanChange, writePlan } from './write-plan';

export type Making = Pick<LoadedPlan, 'strategy' | 'steps'> & { row: { id: string; name: string } };

/** What a plan's steps are made into instructions with. Throws 422 when the flag does not have its variant. */
export function makingOf({ row, strategy, steps }: Making, definition: FoundGround['definition']): PlanMaking {
  const { unit, seed } = strategy;
  const variant = planVariant(definition, strategy.variant);
  return { id: row.id, name: row.name, variant, unit, seed, steps };
}

function stepAt({ steps }: Pick<LoadedPlan, 'steps'>, index: number): PlanStep {
  const step = steps[index];
  if (!step) throw new Error('a plan has no such step');
  return step;
}

/** Applies a step to its environment, which is locked, and adds to the plan's history. */
async function applyStep(tx: WriteContext, plan: LoadedPlan, index: number, comment?: string) {
  const { projectId } = tx.scope;
  const step = stepAt(plan, index);
  const place = { flag: plan.row.flag, environment: step.environment };
  const ground = await findGround(tx.db, projectId, place, await segmentsAmong(tx.db, projectId, [step]));
  const instructions = stepInstructions(makingOf(plan, ground.definition), ground, index);
  const inverse = invert(ground, instructions);
  const { configuration } = ground;
  const version = await changeFlag(tx, plan, step.environment, configuration, { instructions, comment });
  const entry = {
    step: index,
    environment: step.environment,
    at: tx.now.toISOString(),
    from: configuration.version,
    inverse,
    undone: false,
  };
  const noted = withEntry(plan.history, entry);
  return version === configuration.version ? noted : withOwn(noted, step.environment, version);
}

/** Whether a plan has nothing to wait for after its last step. */
const endsAtOnce = ({ steps }: LoadedPlan, index: number): boolean => {
  const { duration, gates } = stepAt({ steps }, index);
  return index === steps.length - 1 && duration === null && gates.length === 0;
};

/**
 * Applies a step of a plan whose row is locked: its duration is counted from now. A last step that neither lasts nor
 * asks for anything completes the plan.
 */
export async function enterStep(
  tx: WriteContext,
  plan: LoadedPlan,
  index: number,
  kind: 'started' | 'advanced',
  { comment, forced, ...change }: Pick<Said, 'comment' | 'forced'> & Partial<PlanChange> = {},
): Promise<LoadedPlan> {
  const history = await applyStep(tx, plan, index, comment);
  const step = stepAt(plan, index);
  const duration = step.duration === null ? 0 : (planDurationMs(step.duration) ?? 0);
  const times = {
    step: index,
    stepSince: tx.now,
    watchFrom: tx.now,
    dueAt: new Date(tx.now.getTime() + duration),
    pausedAt: null,
  };
  const next = await writePlan(tx, plan, { ...change, ...times, status: 'running', reason: null, history });
  await notePlan(tx, next.row, kind, { comment, forced });
  const { environment } = step;
  if (kind === 'started') tellOfPlan(tx, next, { action: 'plan.start', environment, comment });
  else tellOfPlan(tx, next, { action: 'plan.advance', environment, comment, ...(forced && { more: { forced } }) });
  return endsAtOnce(plan, index) ? completePlan(tx, next) : next;
}

/** Ends a plan after its last step; its rules stay. */
export async function completePlan(tx: WriteContext, plan: LoadedPlan, said: Said = {}): Promise<LoadedPlan> {
  const done = await writePlan(tx, plan, { status: 'completed', dueAt: null, pausedAt: null, reason: null });
  await notePlan(tx, done.row, 'completed', said);
  const environment = plan.steps.at(-1)?.environment;
  tellOfPlan(tx, done, { action: 'plan.complete', environment, comment: said.comment });
  return done;
}

/** The definition of a plan's flag, or null when that flag is gone: another of the same key is not meant. */
export async function planFlag(tx: Pick<WriteContext, 'db' | 'scope'>, { row }: Pick<LoadedPlan, 'row'>) {
  const flag = await findFlag(tx.db, tx.scope.projectId, row.flag).catch(() => null);
  return flag?.id === row.flagId ? { flag, definition: definitionOf(flag) } : null;
}
