import type { Instruction, Message } from '@/lib/changes/types';
import type { Configuration, Verdict } from '@/lib/engine/types';
import type { TraceStep } from '@/lib/engine/trace';

/** A configuration as GET answers it; PUT takes it unchanged. */
export type ConfigurationView = Omit<Configuration, 'v'> & { flag: string; environment: string };

/** The result of a dry run: what would be stored, in sentences. */
export interface DryRunView {
  configuration: ConfigurationView;
  messages: Message[];
}

/** One revision of a configuration: the change that made `version`. */
export interface RevisionView {
  version: number;
  baseVersion: number;
  /** Ruleset number of the environment. */
  number: number;
  at: string;
  actor: { id: string; name: string };
  via: string;
  comment: string | null;
  requestId: string;
  instructions: Instruction[];
  messages: Message[];
}

export interface ExplainView extends Omit<Verdict, 'metadata'> {
  trace: TraceStep[];
}
