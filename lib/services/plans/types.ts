import type { Sentence } from '@/lib/changes/sentence';
import type { Comparison, PLAN_STATUSES, Strategy, StrategyKind } from '@/lib/schemas/plan';

export type PlanStatus = (typeof PLAN_STATUSES)[number];

/**
 * Why a plan holds, was paused, rolled back or failed; worded by `plans.reason.<code>`. Parameters by code:
 * `gate_without_value`, `gate_unmet`, `guardrail_breached`: signal, operator, threshold (and value but for the first);
 * `by_person`: name; `author_gone`, `author_forbidden`: name; `approval_needed`, `environment_absent`: environment;
 * `flag_off`, `flag_killed`, `served_to_all`: environment; `flag_archived`, `flag_absent`; `step_failed`: code (of the
 * catalogue `errors`).
 */
export interface PlanReason {
  code: string;
  params: Record<string, string | number>;
}

/** What a preview wants looked at; worded by `plans.warning.<code>`. None of them keeps a draft from being saved. */
export interface PlanWarning {
  /** Dotted, into the plan as it was sent, such as `steps.2.requiredMetrics.errorRate`; steps are counted from 0. */
  path: string;
  /**
   * `signal_absent`: signal, environment (start refuses it); `served_to_all`: environment (start refuses it);
   * `shadowed`: environment; `percentage_falls`: environment, percentage; `group_unknown`: group, environment (no
   * segment of that key: membership of the attribute `groups` decides); `role_both`: role.
   */
  code: string;
  params: Record<string, string | number>;
}

/** The newest value of a signal within its window since the step began. */
export interface SignalReading {
  value: number;
  at: string;
}
export interface PlanGateView {
  signal: string;
  operator: Comparison;
  /** The threshold. */
  value: number;
  /** As it was written, such as `1h`. */
  window: string;
  /** Null: no value in the window. Read for the current step alone. */
  current: SignalReading | null;
  /** Null: nothing to judge by; such a gate holds. */
  met: boolean | null;
}
export interface PlanGuardrailView extends Omit<PlanGateView, 'met'> {
  onBreach: 'rollBack' | 'pause';
  /** Null: nothing to judge by. */
  breached: boolean | null;
}

/** `undone`: it was in force and was rolled back. */
export type PlanStepState = 'done' | 'current' | 'upcoming' | 'undone';

/** What every list needs of a step to draw a track. */
export interface PlanTrackStep {
  /** From 0. */
  index: number;
  environment: string;
  /** 0 to 100. */
  percentage: number;
  targetGroups: string[];
  includedRoles: string[];
  excludedRoles: string[];
  /** As it was written, such as `3d`; null: none. */
  duration: string | null;
  state: PlanStepState;
}

export interface PlanStepView extends PlanTrackStep {
  /** Those of `targetGroups` that are segments now. */
  segments: string[];
  /** What must hold before the next step. */
  gates: PlanGateView[];
  /** The step's own, then the plan's. */
  guardrails: PlanGuardrailView[];
  /** When it was applied, or is at the earliest; null where that cannot be said. */
  from: string | null;
  /** When its duration ends, or is at the earliest. */
  until: string | null;
  /** What applying it would change now; empty for what is done. */
  messages: Sentence[];
}

/** A plan in a line of a list. Instants are RFC 3339 in UTC. */
export interface PlanItem {
  id: string;
  name: string;
  description: string;
  flag: string;
  /** The environment of steps that name none. */
  environment: string | null;
  environments: string[];
  strategy: StrategyKind;
  status: PlanStatus;
  /** Index of the step in force; null before the start and after all was rolled back. */
  step: number | null;
  steps: PlanTrackStep[];
  /** When the step in force was applied. */
  since: string | null;
  /** When its duration ends; past while it holds, null while it is paused or not under way. */
  nextAt: string | null;
  /** Milliseconds of the duration that are left while it is paused. */
  left: number | null;
  reason: PlanReason | null;
  author: { kind: string; id: string; name: string };
  createdAt: string;
  updatedAt: string;
  version: number;
}

/** What may be asked of a plan in its state, whoever asks. */
export type PlanAct = 'edit' | 'remove' | 'start' | 'pause' | 'resume' | 'advance' | 'rollback';

export type PlanEventKind =
  | 'created'
  | 'updated'
  | 'started'
  | 'advanced'
  | 'held'
  | 'paused'
  | 'resumed'
  | 'rolledBack'
  | 'completed'
  | 'failed';

export interface PlanEventView {
  id: string;
  at: string;
  kind: PlanEventKind;
  /** The step in force after it. */
  step: number | null;
  actor: string;
  /** The clock did it, in the actor’s name. */
  clock: boolean;
  reason: PlanReason | null;
  comment: string | null;
  /** `advanced` by a person although gates were not met. */
  forced: boolean;
  /** `rolledBack`: parts that others changed since were left as they are. */
  partly: boolean;
}

export interface PlanView extends Omit<PlanItem, 'strategy' | 'steps'> {
  /** The serving variant; null where it cannot be said any more. */
  variant: string | null;
  unit: string;
  strategy: Strategy;
  steps: PlanStepView[];
  /** Newest first. */
  events: PlanEventView[];
  warnings: PlanWarning[];
  acts: PlanAct[];
  /** The change request by which it was approved as a whole. */
  requestId: string | null;
  /** When the last duration ends at the earliest; null where that cannot be said. */
  completesAt: string | null;
}

/** What a plan would do, had it been started now. */
export interface PlanPreview {
  variant: string;
  unit: string;
  strategy: Strategy;
  environments: string[];
  steps: PlanStepView[];
  warnings: PlanWarning[];
  startsAt: string;
  completesAt: string;
}

/** A strategy to begin with; worded by `plans.template.<key>`. */
export interface PlanTemplate {
  key: string;
  strategy: Strategy;
}
