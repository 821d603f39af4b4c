import type { Configuration } from '../engine/types';
import { completeConfiguration } from './complete';
import { diff } from './diff';
import type { ConfigurationDraft } from './drafts';
import { changeError, issue, refuse } from './issue';
import { LIMITS, type Limits } from './limits';
import type { ChangeSubject, Instruction } from './types';
import { checkConfiguration } from './validate';

/** What a whole configuration that people sent comes to. */
export interface Replacement {
  target: Configuration;
  instructions: Instruction[];
}

/**
 * Turns a whole configuration that people sent into instructions. Throws a ChangeError for what cannot be
 * completed, a `killed` that differs from the stored one, turning on what is killed, and whatever is wrong with it
 * in itself; paths are those of what was sent. What it refers to is still to be validated.
 */
export function replace(
  subject: ChangeSubject,
  draft: ConfigurationDraft,
  newId: () => string,
  limits: Limits = LIMITS,
): Replacement {
  const stored = subject.configuration;
  const target = completeConfiguration(subject.definition, stored, draft, newId);
  if (target.killed !== stored.killed) throw changeError(issue('killed', 'killed_differs'));
  const turnsOn = target.state === 'on' && stored.state !== 'on';
  if (stored.killed && turnsOn) throw changeError(issue('state', 'flag_killed'));
  refuse(checkConfiguration(subject.definition, target, limits));
  return { target, instructions: diff(subject, target) };
}
