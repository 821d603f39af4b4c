import type { WriteContext } from '../transaction';
import { changeFlag } from './change-flag';
import { findGround } from './ground';
import { type HistoryEntry, type PlanHistory, withOwn } from './history';
import { notePlan } from './note';
import type { LoadedPlan } from './plan-row';
import { takingBack } from './take-back';
import { tellOfPlan } from './tell';
import type { PlanReason } from './types';
import { writePlan } from './write-plan';

interface Asked {
  /** Index of the first step that is taken back: 0 is before the plan. */
  from: number;
  reason: PlanReason;
  comment?: string;
}

/** What others touched in a configuration since a version. */
async function touchedByOthers(
  tx: WriteContext,
  place: { environmentId: string; flagId: string; since: number; own: readonly number[] },
): Promise<string[]> {
  const { environmentId, flagId, since, own } = place;
  const rows = await tx.db.change.findMany({
    where: { environmentId, kind: 'config', subjectId: flagId, version: { gt: since, notIn: [...own] } },
    select: { footprint: true },
  });
  return rows.flatMap(({ footprint }) => footprint);
}

/** Takes entries of one environment back, and notes the version that made. */
async function takeBack(
  tx: WriteContext,
  plan: LoadedPlan,
  history: PlanHistory,
  { environment, entries, comment }: { environment: string; entries: HistoryEntry[]; comment?: string },
): Promise<{ history: PlanHistory; partly: boolean }> {
  const { row } = plan;
  const { configuration, subject } = await findGround(
    tx.db,
    tx.scope.projectId,
    { flag: row.flag, environment },
    new Set(),
  );
  const since = Math.min(...entries.map(({ from }) => from));
  const own = history.own[environment] ?? [];
  const others = await touchedByOthers(tx, {
    environmentId: subject.environment.id,
    flagId: row.flagId,
    since,
    own,
  });
  const { instructions, partly } = takingBack(entries, { configuration, others });
  const version = await changeFlag(tx, plan, environment, configuration, { instructions, comment });
  return { history: version === configuration.version ? history : withOwn(history, environment, version), partly };
}

/**
 * Brings the configurations back to what they were before a step of a plan whose row is locked, in all its
 * environments in one transaction. Environments that are gone have nothing to bring back.
 */
export async function rollBackPlan(tx: WriteContext, plan: LoadedPlan, asked: Asked): Promise<LoadedPlan> {
  const { from, reason, comment } = asked;
  const undone = plan.history.entries.filter((entry) => entry.step >= from && !entry.undone);
  const known = new Set(tx.environments.map(({ key }) => key));
  let { history } = plan;
  let partly = false;
  for (const environment of [...new Set(undone.map((entry) => entry.environment))].filter((key) => known.has(key))) {
    const entries = undone.filter((entry) => entry.environment === environment);
    const taken = await takeBack(tx, plan, history, { environment, entries, comment });
    history = taken.history;
    partly ||= taken.partly;
  }
  const entries = history.entries.map((entry) => (entry.step >= from ? { ...entry, undone: true } : entry));
  const before = entries.find(({ step }) => step === from - 1);
  const next = await writePlan(tx, plan, {
    status: 'rolledBack',
    step: from > 0 ? from - 1 : null,
    dueAt: null,
    pausedAt: null,
    stepSince: before ? new Date(before.at) : null,
    reason,
    history: { ...history, entries },
  });
  await notePlan(tx, next.row, 'rolledBack', { reason, comment, partly });
  const environment = plan.steps[plan.row.step ?? from]?.environment;
  tellOfPlan(tx, next, { action: 'plan.rollBack', environment, reason, comment, ...(partly && { more: { partly } }) });
  return next;
}
