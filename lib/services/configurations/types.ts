import type { Sentence } from '@/lib/changes/sentence';
import type { Instruction } from '@/lib/changes/types';
import type { Configuration, Rule, Verdict } from '@/lib/engine/types';
import type { TraceStep } from '@/lib/engine/trace';

/** A configuration as GET answers it; PUT takes it unchanged. */
export type ConfigurationView = Omit<Configuration, 'v'> & { flag: string; environment: string };

/** A rule with the version of its configuration, which also is the rule's. */
export interface RuleView extends Rule {
  version: number;
}

/** The result of a dry run: what would be stored, in sentences. */
export interface DryRunView {
  configuration: ConfigurationView;
  messages: Sentence[];
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
  messages: Sentence[];
}

export interface ExplainView extends Omit<Verdict, 'metadata'> {
  trace: TraceStep[];
}
