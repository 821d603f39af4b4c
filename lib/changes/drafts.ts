import type { ConditionGroup, Configuration, Rollout, Serve, TimeWindow } from '../engine/types';
import type { Instruction } from './types';

/** A rule as people send it: `complete` adds the id, what is served and the window's instants. */
export interface RuleDraft extends ConditionGroup {
  id?: string;
  name: string;
  description: string;
  enabled: boolean;
  serve?: Serve;
  rollout?: Rollout;
  /** `startsAt` and `endsAt` may be bare dates: whole days in `timezone`, both included. */
  window?: TimeWindow;
}

export type InstructionDraft =
  | Exclude<Instruction, { kind: 'addRule' | 'updateRule' }>
  | { kind: 'addRule'; rule: RuleDraft; before?: string | null }
  | { kind: 'updateRule'; id: string; rule: RuleDraft };

/** A whole configuration as people send it. What is absent stays as it is stored. */
export interface ConfigurationDraft extends Omit<Configuration, 'v' | 'version' | 'killed' | 'offVariant' | 'rules'> {
  killed?: boolean;
  offVariant?: string | null;
  rules: RuleDraft[];
}
