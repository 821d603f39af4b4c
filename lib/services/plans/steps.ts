import { DEFAULT_WINDOW, type Comparison, type Strategy, type WrittenStep } from '@/lib/schemas/plan';

export interface PlanGate {
  signal: string;
  operator: Comparison;
  value: number;
  window: string;
}
export interface PlanGuardrail extends PlanGate {
  onBreach: 'rollBack' | 'pause';
}
/** One step, whichever strategy it comes from. */
export interface PlanStep {
  index: number;
  environment: string;
  /** 0 to 100. */
  percentage: number;
  targetGroups: string[];
  includedRoles: string[];
  excludedRoles: string[];
  duration: string | null;
  gates: PlanGate[];
  /** The step's own, then the plan's. */
  guardrails: PlanGuardrail[];
}

function writtenSteps(strategy: Strategy): readonly WrittenStep[] {
  switch (strategy.strategy) {
    case 'staged-rollout':
      return strategy.phases;
    case 'progressive-environment':
      return strategy.sequence;
    case 'combined':
      return strategy.steps;
    case 'role-based': {
      const { includedRoles, excludedRoles } = strategy;
      return [{ percentage: 100, includedRoles, excludedRoles }];
    }
  }
}

const windowed = <T extends { window?: string }>(limit: T): T & { window: string } => ({
  ...limit,
  window: limit.window ?? DEFAULT_WINDOW,
});
const each = (names: readonly string[] = []): string[] => [...new Set(names)];

/** The steps of a strategy, in their order; those that name no environment take place in `environment`. */
export function planSteps(strategy: Strategy, environment: string | null): PlanStep[] {
  return writtenSteps(strategy).map((step, index) => ({
    index,
    environment: step.environment ?? environment ?? '',
    percentage: step.percentage,
    targetGroups: each(step.targetGroups),
    includedRoles: each(step.includedRoles),
    excludedRoles: each(step.excludedRoles),
    duration: step.duration ?? step.minDuration ?? null,
    gates: Object.entries(step.requiredMetrics ?? {}).map(([signal, gate]) => ({ signal, ...windowed(gate) })),
    guardrails: [...(step.guardrails ?? []), ...(strategy.guardrails ?? [])].map(windowed),
  }));
}

/** Where a strategy writes its steps: for the paths of issues. */
export function stepPath({ strategy }: Pick<Strategy, 'strategy'>, index: number, ...parts: string[]): string {
  const lists = { 'staged-rollout': 'phases', 'progressive-environment': 'sequence', combined: 'steps' };
  const list = strategy === 'role-based' ? [] : [lists[strategy], index];
  return ['strategy', ...list, ...parts].join('.');
}

export const environmentsOfSteps = (steps: readonly PlanStep[]): string[] => [
  ...new Set(steps.map((step) => step.environment)),
];

/** Who a step is for, in a form to compare. */
const audienceOf = ({ environment, targetGroups, includedRoles, excludedRoles }: PlanStep): string =>
  JSON.stringify([environment, ...[targetGroups, includedRoles, excludedRoles].map((names) => names.toSorted())]);

/** Steps for the same people in the same environment share one rule, whose percentage only rises. */
export interface Band {
  /** Index of the first of them: the rule is called by it. */
  first: number;
  /** The highest percentage of them up to the step. */
  percentage: number;
}

export function bandOf(steps: readonly PlanStep[], index: number): Band {
  const step = steps[index];
  if (!step) throw new Error('a plan has no such step');
  const audience = audienceOf(step);
  const same = steps.slice(0, index + 1).filter((other) => audienceOf(other) === audience);
  return { first: same[0]?.index ?? index, percentage: Math.max(...same.map(({ percentage }) => percentage)) };
}

export const isForEverybody = ({ percentage, targetGroups, includedRoles, excludedRoles }: PlanStep): boolean =>
  percentage === 100 && targetGroups.length + includedRoles.length + excludedRoles.length === 0;

/** Whether an earlier step takes place in the same environment. */
export const isFirstThere = (steps: readonly PlanStep[], index: number): boolean =>
  steps.findIndex(({ environment }) => environment === steps[index]?.environment) === index;
