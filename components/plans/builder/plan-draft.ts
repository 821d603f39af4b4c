import type { Comparison, Guardrail, PlanCreateInput, Strategy, StrategyKind, WrittenStep } from '@/lib/schemas/plan';

export interface GateDraft {
  signal: string;
  operator: Comparison;
  /** Null while nothing is typed. */
  value: number | null;
  /** Empty: as usual. */
  window: string;
}
export interface GuardrailDraft extends GateDraft {
  onBreach: Guardrail['onBreach'];
}
export interface StepDraft {
  /** Of the form alone, so that steps can be moved. */
  id: string;
  /** Empty: the plan's. */
  environment: string;
  /** 0 to 100. */
  percentage: number;
  targetGroups: string[];
  includedRoles: string[];
  excludedRoles: string[];
  /** Empty: none. */
  duration: string;
  gates: GateDraft[];
  guardrails: GuardrailDraft[];
}
/** A plan as its form holds it: the same fields whichever strategy, so that another can be chosen and nothing is lost. */
export interface PlanDraft {
  flag: string;
  name: string;
  description: string;
  /** Of steps that name none. */
  environment: string;
  kind: StrategyKind;
  /** Of a plan by roles. */
  includedRoles: string[];
  excludedRoles: string[];
  steps: StepDraft[];
  guardrails: GuardrailDraft[];
  /** Empty: as usual. */
  variant: string;
  unit: string;
  seed: string;
}

export type NewId = () => string;

export const newStep = (id: string, percentage = 100, environment = ''): StepDraft => ({
  id,
  environment,
  percentage,
  targetGroups: [],
  includedRoles: [],
  excludedRoles: [],
  duration: '',
  gates: [],
  guardrails: [],
});

const guardrailDrafts = (guardrails: readonly Guardrail[] = []): GuardrailDraft[] =>
  guardrails.map(({ window = '', ...guardrail }) => ({ ...guardrail, window }));

const stepDraft = (step: WrittenStep, id: string): StepDraft => ({
  ...newStep(id, step.percentage, step.environment ?? ''),
  targetGroups: [...(step.targetGroups ?? [])],
  includedRoles: [...(step.includedRoles ?? [])],
  excludedRoles: [...(step.excludedRoles ?? [])],
  duration: step.duration ?? step.minDuration ?? '',
  gates: Object.entries(step.requiredMetrics ?? {}).map(([signal, { window = '', ...gate }]) => ({
    ...gate,
    signal,
    window,
  })),
  guardrails: guardrailDrafts(step.guardrails),
});

function writtenSteps(strategy: Strategy): readonly WrittenStep[] {
  switch (strategy.strategy) {
    case 'staged-rollout':
      return strategy.phases;
    case 'progressive-environment':
      return strategy.sequence;
    case 'combined':
      return strategy.steps;
    case 'role-based':
      return [];
  }
}

type OfStrategy = Omit<PlanDraft, 'flag' | 'name' | 'description' | 'environment'>;

/** What the form shows of a strategy. */
export function draftOf(strategy: Strategy, newId: NewId): OfStrategy {
  const roles = strategy.strategy === 'role-based' ? strategy : null;
  return {
    kind: strategy.strategy,
    includedRoles: [...(roles?.includedRoles ?? [])],
    excludedRoles: [...(roles?.excludedRoles ?? [])],
    steps: writtenSteps(strategy).map((step) => stepDraft(step, newId())),
    guardrails: guardrailDrafts(strategy.guardrails),
    variant: strategy.variant ?? '',
    unit: strategy.unit ?? '',
    seed: strategy.seed ?? '',
  };
}

const filled = <T extends object>(fields: T): Partial<T> => {
  const isFilled = (value: unknown): boolean => value !== '' && !(Array.isArray(value) && value.length === 0);
  const entries = Object.entries(fields).filter(([, value]) => isFilled(value));
  return Object.fromEntries(entries) as Partial<T>;
};

const gateOf = ({ operator, value, window }: Omit<GateDraft, 'signal'>): object => ({
  operator,
  value,
  ...filled({ window }),
});
const guardrailOf = ({ signal, onBreach, ...limit }: GuardrailDraft): object => ({
  signal,
  ...gateOf(limit),
  onBreach,
});

function stepOf(kind: StrategyKind, step: StepDraft): object {
  const { environment, percentage, targetGroups, includedRoles, excludedRoles, duration, gates, guardrails } = step;
  const isProgressive = kind === 'progressive-environment';
  return {
    ...(isProgressive ? { environment } : kind === 'combined' ? filled({ environment }) : {}),
    percentage,
    ...filled({ targetGroups, includedRoles, excludedRoles }),
    ...filled(isProgressive ? { minDuration: duration } : { duration }),
    ...(gates.length > 0 && {
      requiredMetrics: Object.fromEntries(gates.map((gate) => [gate.signal, gateOf(gate)])),
    }),
    ...filled({ guardrails: guardrails.map(guardrailOf) }),
  };
}

const LISTS = { 'staged-rollout': 'phases', 'progressive-environment': 'sequence', combined: 'steps' } as const;

/** The strategy a draft means, as JSON; not checked. */
export function strategyJson(draft: PlanDraft): object {
  const { kind, includedRoles, excludedRoles, guardrails, variant, unit, seed } = draft;
  return {
    strategy: kind,
    ...(kind === 'role-based'
      ? filled({ includedRoles, excludedRoles })
      : { [LISTS[kind]]: draft.steps.map((step) => stepOf(kind, step)) }),
    ...filled({ guardrails: guardrails.map(guardrailOf), unit, seed, variant }),
  };
}

/** Body of `POST /plans`, not checked. */
export const planBody = (draft: PlanDraft): PlanCreateInput =>
  ({
    flag: draft.flag,
    ...filled({
      name: draft.name.trim(),
      environment: draft.kind === 'progressive-environment' ? '' : draft.environment,
    }),
    description: draft.description,
    strategy: strategyJson(draft),
  }) as PlanCreateInput;

/** Where the form shows what is wrong at a path of the body. */
export function draftPath(path: string, draft: PlanDraft): string {
  const parts = path.split('.');
  if (parts[0] === 'strategy') parts.shift();
  const [list = '', index = '', field = ''] = parts;
  if (!['phases', 'sequence', 'steps'].includes(list)) return parts.join('.') || 'root';
  const at = ['steps', index];
  if (field === 'minDuration') return [...at, 'duration'].join('.');
  if (field !== 'requiredMetrics') return [...at, ...parts.slice(2)].join('.');
  // Names of signals may have dots.
  const rest = parts.slice(3).join('.');
  const gates = draft.steps[Number(index)]?.gates ?? [];
  const gate = gates.findIndex(({ signal }) => rest === signal || rest.startsWith(`${signal}.`));
  if (gate < 0) return [...at, 'gates'].join('.');
  const within = rest.slice((gates[gate]?.signal.length ?? 0) + 1);
  return [...at, 'gates', gate, within || 'signal'].join('.');
}
