import type { Configuration, FlagDefinition, Prerequisite, Rollout, Rule, Serve } from '../engine/types';

/** One small change of a configuration. Stored in changes, schedules and requests, so kinds are never renamed. */
export type Instruction =
  | { kind: 'turnOn' }
  | { kind: 'turnOff' }
  | { kind: 'followDefault' }
  | { kind: 'kill' }
  | { kind: 'revive' }
  | { kind: 'setOffVariant'; variant: string | null }
  | { kind: 'setDefault'; default: Serve }
  | { kind: 'addRule'; rule: Rule; before?: string | null }
  | { kind: 'updateRule'; id: string; rule: Rule }
  | { kind: 'removeRule'; id: string }
  | { kind: 'moveRule'; id: string; before?: string | null }
  | { kind: 'setRuleEnabled'; id: string; enabled: boolean }
  | { kind: 'setRollout'; id: string; rollout: Rollout | null }
  | { kind: 'addTargets'; variant: string; subjects: string[] }
  | { kind: 'removeTargets'; subjects: string[] }
  | { kind: 'setPrerequisites'; prerequisites: Prerequisite[] }
  /** Said by an application of a flag that follows it: the configuration stays as it is. Nobody sends or undoes it. */
  | { kind: 'setCodeDefault'; variant: string };

export type InstructionKind = Instruction['kind'];

/** A message id of the catalogue `changes` with its parameters; pages, API and CLI word it. */
export interface Message {
  id: string;
  params: Record<string, string | number>;
}

/** What an instruction is applied to. */
export interface ChangeSubject {
  definition: Pick<FlagDefinition, 'type' | 'variants'>;
  configuration: Configuration;
}
