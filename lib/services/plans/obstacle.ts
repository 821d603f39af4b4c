import type { TransactionClient } from '../transaction-client';
import { planFlag } from './enter-step';
import { findGround, type FoundGround } from './ground';
import type { LoadedPlan } from './plan-row';
import { planVariant } from './plan-variant';
import { servesAll } from './step-instructions';
import { isFirstThere, isForEverybody } from './steps';
import type { PlanReason } from './types';
import type { WriteContext } from '../transaction';

type Reader = Pick<WriteContext, 'db' | 'scope'>;

const reason = (code: string, params: PlanReason['params'] = {}): PlanReason => ({ code, params });

const groundAt = (db: TransactionClient, projectId: string, plan: LoadedPlan, environment: string) =>
  findGround(db, projectId, { flag: plan.row.flag, environment }, new Set());

/** Why a plan must not go on where it is: somebody stopped the flag there. */
function stopped({ configuration }: FoundGround, environment: string): PlanReason | null {
  if (configuration.killed) return reason('flag_killed', { environment });
  return configuration.state === 'on' ? null : reason('flag_off', { environment });
}

/** What keeps a plan from going on with its step in force; null is nothing. */
export async function obstacleNow(tx: Reader, plan: LoadedPlan): Promise<PlanReason | null> {
  const { projectId } = tx.scope;
  const found = await planFlag(tx, plan);
  if (!found) return reason('flag_absent');
  if (found.flag.archivedAt !== null) return reason('flag_archived');
  const step = plan.row.step === null ? undefined : plan.steps[plan.row.step];
  if (!step) return null;
  const ground = await groundAt(tx.db, projectId, plan, step.environment);
  // Where the flag follows a code default that serves everybody the step changed nothing.
  if (servesAll(ground, planVariant(ground.definition, plan.strategy.variant))) return null;
  return stopped(ground, step.environment);
}

/** What keeps a plan from its step `index`. */
export async function obstacleTo(tx: Reader, plan: LoadedPlan, index: number): Promise<PlanReason | null> {
  const step = plan.steps[index];
  if (!step) return null;
  const { environment } = step;
  const ground = await groundAt(tx.db, tx.scope.projectId, plan, environment);
  if (ground.configuration.killed) return reason('flag_killed', { environment });
  if (!isFirstThere(plan.steps, index)) return null;
  const variant = planVariant(ground.definition, plan.strategy.variant);
  return servesAll(ground, variant) && !isForEverybody(step) ? reason('served_to_all', { environment }) : null;
}
