import { isAllowed } from '../authorize';
import type { ServiceContext } from '../context';
import { asServiceError } from '../errors';
import { refusalOfChange } from '../refuse-change';
import { transaction, type WriteContext } from '../transaction';
import { completePlan, enterStep, planFlag } from './enter-step';
import { failPlan, holdPlan, pausePlan } from './halt';
import { breach, openGate } from './judge';
import { momentOf } from './moment-of';
import { obstacleNow, obstacleTo } from './obstacle';
import { findPlan, isUnderWay, type LoadedPlan, lockPlan } from './plan-row';
import { planEnvironments, wantsApproval } from './reaches';
import { rollBackPlan } from './roll-back';
import type { PlanReason } from './types';

/** What the clock did with a plan; `waited` is nothing. */
export type Ticked = 'waited' | 'advanced' | 'completed' | 'held' | 'paused' | 'rolledBack' | 'failed';

/** Who the clock acts for: with what the plan's author may do now; the job itself once they are gone. */
export interface TickWork {
  own: ServiceContext;
  author: ServiceContext | null;
  /** Throws once another instance has the work. */
  assertLease: (tx: WriteContext) => Promise<void>;
}

const MOST_ATTEMPTS = 5;
const reason = (code: string, params: PlanReason['params'] = {}): PlanReason => ({ code, params });

/** Why the clock may not go on in the author's name. */
function unentitled(tx: WriteContext, plan: LoadedPlan, author: ServiceContext | null): PlanReason | null {
  const name = plan.row.authorName;
  if (!author) return reason('author_gone', { name });
  const rows = planEnvironments(tx, plan);
  // What people agreed to needs the author's permission no more, but somebody who still belongs here.
  if (!isAllowed(author, 'plan.edit', plan.row.requestId === null ? rows : [])) {
    return reason('author_forbidden', { name });
  }
  const wanting = rows.find((row) => wantsApproval([row]));
  if (wanting && plan.row.requestId === null) return reason('approval_needed', { environment: wanting.key });
  return null;
}

/** One look at a plan whose row and environments are locked: at most one thing happens. */
async function tickLocked(tx: WriteContext, plan: LoadedPlan, author: ServiceContext | null): Promise<Ticked> {
  const step = plan.row.step === null ? undefined : plan.steps[plan.row.step];
  if (!step) throw new Error('a plan under way has no step');
  if (!(await planFlag(tx, plan))) {
    await failPlan(tx, plan, reason('flag_absent'));
    return 'failed';
  }
  const moment = await momentOf(tx, plan);
  // Safety comes first: a rollback was agreed to with the plan, whatever became of who started it.
  const breached = breach(step, moment);
  if (breached?.guardrail.onBreach === 'rollBack') {
    await rollBackPlan(tx, plan, { from: step.index, reason: breached.reason });
    return 'rolledBack';
  }
  const stopped = breached?.reason ?? (await obstacleNow(tx, plan)) ?? unentitled(tx, plan, author);
  if (stopped) {
    await pausePlan(tx, plan, stopped);
    return 'paused';
  }
  if (!plan.row.dueAt || plan.row.dueAt > tx.now) return 'waited';
  return goOn(tx, plan, { index: step.index, gate: openGate(step, moment) });
}

/** The step's time is over. */
async function goOn(
  tx: WriteContext,
  plan: LoadedPlan,
  { index, gate }: { index: number; gate: PlanReason | null },
): Promise<Ticked> {
  if (gate) return (await holdPlan(tx, plan, gate)) === plan ? 'waited' : 'held';
  if (index + 1 >= plan.steps.length) {
    await completePlan(tx, plan);
    return 'completed';
  }
  const obstacle = await obstacleTo(tx, plan, index + 1);
  if (obstacle) {
    await pausePlan(tx, plan, obstacle);
    return 'paused';
  }
  const next = await enterStep(tx, plan, index + 1, 'advanced');
  return next.status === 'completed' ? 'completed' : 'advanced';
}

/** Environments a plan still names that are gone. */
async function missingEnvironment({ db, scope }: ServiceContext, plan: LoadedPlan): Promise<string | undefined> {
  const where = { projectId: scope.projectId, key: { in: plan.row.environments } };
  const rows = await db.environment.findMany({ where, select: { key: true } });
  const known = new Set(rows.map(({ key }) => key));
  return plan.row.environments.find((key) => !known.has(key));
}

/** Looks at a plan under way once: effect, event, audit and outbox are one transaction. */
export async function tickPlan({ own, author, assertLease }: TickWork, id: string): Promise<Ticked> {
  const { projectId } = own.scope;
  const found = await findPlan(own.db, projectId, id);
  const missing = await missingEnvironment(own, found);
  const ctx = { ...(author ?? own), approval: { id: found.row.requestId ?? id } };
  return transaction(ctx, { environments: missing === undefined ? found.row.environments : [] }, async (tx) => {
    await assertLease(tx);
    const plan = await lockPlan(tx.db, projectId, id);
    // Somebody else was here meanwhile.
    if (!isUnderWay(plan) || plan.row.version !== found.row.version) return 'waited';
    if (missing === undefined) return tickLocked(tx, plan, author);
    await failPlan(tx, plan, reason('environment_absent', { environment: missing }));
    return 'failed';
  });
}

/** Notes that a look went wrong, and gives a plan up after some. */
export async function noteAttempt({ own, assertLease }: TickWork, id: string, thrown: unknown): Promise<Ticked> {
  const code = asServiceError(refusalOfChange(thrown))?.code ?? 'internal';
  return transaction(own, {}, async (tx) => {
    await assertLease(tx);
    const plan = await lockPlan(tx.db, own.scope.projectId, id);
    if (!isUnderWay(plan)) return 'waited';
    const attempts = plan.row.attempts + 1;
    if (attempts >= MOST_ATTEMPTS) {
      await failPlan(tx, plan, reason('step_failed', { code }));
      return 'failed';
    }
    await tx.db.plan.update({ where: { id }, data: { attempts } });
    return 'waited';
  });
}
