import { completeRule } from '@/lib/changes/complete';
import { compact } from '@/lib/changes/compact';
import { diff } from '@/lib/changes/diff';
import { asChangeError, at, type ChangeIssue } from '@/lib/changes/issue';
import { normalise } from '@/lib/changes/normalise';
import type { ChangeSubject, Instruction } from '@/lib/changes/types';
import type { Configuration, Rule } from '@/lib/engine/types';
import type { ConfigurationView } from '@/lib/services/configurations/types';

type Definition = ChangeSubject['definition'];

/** What the form edits: a configuration without what only the server counts. */
export type Draft = Omit<Configuration, 'v' | 'version'>;

/** A configuration as the API answers it, as one that changes are applied to. */
export function configurationOf({ flag: _flag, environment: _environment, ...rest }: ConfigurationView): Configuration {
  return { v: 1, ...rest };
}

/** The form's values for a configuration, in its one written form. */
export function draftOf(definition: Definition, configuration: Configuration): Draft {
  const { v: _v, version: _version, ...draft } = normalise(definition, configuration);
  return draft;
}

export interface CompleteDraft {
  configuration: Configuration;
  /** Windows and ramps that cannot be read; those rules are left as they were typed. */
  issues: ChangeIssue[];
}

/** The configuration that a draft stands for: windows given in days get their instants. */
export function completeDraft(definition: Definition, base: Configuration, draft: Draft): CompleteDraft {
  const issues: ChangeIssue[] = [];
  const rules = draft.rules.map((rule, index): Rule => {
    try {
      return completeRule(definition, rule, () => rule.id, at('rules', index));
    } catch (thrown) {
      const refusal = asChangeError(thrown);
      if (!refusal) throw thrown;
      issues.push(...refusal.issues);
      return rule;
    }
  });
  return { configuration: compact({ ...draft, v: 1, version: base.version, rules }), issues };
}

/** The instructions that lead from what is stored to the draft. */
export function pendingInstructions(definition: Definition, base: Configuration, draft: Draft): Instruction[] {
  return diff({ definition, configuration: base }, completeDraft(definition, base, draft).configuration);
}
