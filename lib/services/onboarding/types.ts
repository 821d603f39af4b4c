import type { Condition, GroupOperator } from '@/lib/engine/types';

export interface Stage {
  key: string;
  name: string;
}
/** Conditions over a subject's merged profile. Reached once and for good. */
export interface Milestone {
  key: string;
  name: string;
  description: string;
  operator: GroupOperator;
  conditions: Condition[];
  /** The stage that it enters; null moves nobody. */
  stage: string | null;
}

/** A project's onboarding. Version 0 is the one every project starts with, which nobody has changed yet. */
export interface OnboardingView {
  /** In order, from the first. */
  stages: Stage[];
  milestones: Milestone[];
  /** Subject roles from the lowest to the highest. */
  roles: string[];
  version: number;
  updatedAt: string | null;
}

export interface FunnelStageView extends Stage {
  /** Subjects that are in it now. */
  subjects: number;
  /** Subjects that are in it or have been in it or in a later one. */
  reached: number;
  /** Days from the subject's start until it was reached, the median of those who did; null without any. */
  medianDays: number | null;
  /** Of the subjects in it, those that have been for longer than `days`. Nobody is stuck in the last stage. */
  stuck: number;
}
export interface FunnelView {
  environment: string;
  /** What counts as stuck: longer than this many days in a stage. */
  days: number;
  /** Subjects of the environment. */
  total: number;
  /** Subjects without a stage, or with one that is no longer there. */
  unstaged: number;
  stages: FunnelStageView[];
}

/** Where a subject is in onboarding, as applications read it. */
export interface ProgressView {
  stage: string | null;
  /** Position in `stages`, from 0; null without a stage. */
  stageIndex: number | null;
  stages: string[];
  counters: Record<string, number>;
  /** Keys of the milestones reached, oldest first. */
  unlocked: string[];
  updatedAt: string;
}
