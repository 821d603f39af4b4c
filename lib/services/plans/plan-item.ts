import { isUnderWay, type LoadedPlan } from './plan-row';
import type { PlanItem, PlanStepState } from './types';

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** How a plan stands with a step. */
export function stepState({ status, row, history }: LoadedPlan, index: number): PlanStepState {
  const reached = row.step ?? -1;
  if (index < reached || (index === reached && status === 'completed')) return 'done';
  if (index === reached) return 'current';
  return history.entries.some(({ step, undone }) => step === index && undone) ? 'undone' : 'upcoming';
}

/** A plan in a line of a list. */
export function planItem(plan: LoadedPlan): PlanItem {
  const { row, strategy, steps, status, reason } = plan;
  const isPaused = status === 'paused' && row.dueAt !== null && row.pausedAt !== null;
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    flag: row.flag,
    environment: row.environment,
    environments: row.environments,
    strategy: strategy.strategy,
    status,
    step: row.step,
    steps: steps.map(({ gates: _, guardrails: _guardrails, ...step }) => ({
      ...step,
      state: stepState(plan, step.index),
    })),
    since: iso(row.stepSince),
    nextAt: isUnderWay(plan) ? iso(row.dueAt) : null,
    left: isPaused ? Math.max(0, Number(row.dueAt) - Number(row.pausedAt)) : null,
    reason,
    author: { kind: row.authorKind, id: row.authorId, name: row.authorName },
    createdAt: iso(row.createdAt) ?? '',
    updatedAt: iso(row.updatedAt) ?? '',
    version: row.version,
  };
}
