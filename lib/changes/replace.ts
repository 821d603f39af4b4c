import type { Configuration } from '../engine/types';
import { completeConfiguration } from './complete';
import { diff } from './diff';
import type { ConfigurationDraft } from './drafts';
import { changeError, issue } from './issue';
import type { ChangeSubject, Instruction } from './types';

/** What a whole configuration that people sent comes to. `target` is to be validated before it is saved. */
export interface Replacement {
  target: Configuration;
  instructions: Instruction[];
}

/**
 * Turns a whole configuration that people sent into instructions. Throws a ChangeError for what cannot be
 * completed, a `killed` that differs from the stored one, and turning on what is killed.
 */
export function replace(subject: ChangeSubject, draft: ConfigurationDraft, newId: () => string): Replacement {
  const stored = subject.configuration;
  const target = completeConfiguration(subject.definition, stored, draft, newId);
  if (target.killed !== stored.killed) throw changeError(issue('killed', 'killed_differs'));
  const turnsOn = target.state === 'on' && stored.state !== 'on';
  if (stored.killed && turnsOn) throw changeError(issue('state', 'flag_killed'));
  return { target, instructions: diff(subject, target) };
}
