import { applyDelta } from './apply-delta';
import { EMPTY_RULESET } from './flag-entry';
import type { Ruleset } from './model';
import type { Item } from './types';

export interface RulesetSource {
  project: string;
  /** The environment's key. */
  environment: string;
  epoch: string;
  number: number;
  items: Iterable<Item>;
}

/** Compiles an environment's items. Items of an unknown kind are passed over; a bad one harms only its own flag. */
export function createRuleset({ project, environment, epoch, number, items }: RulesetSource): Ruleset {
  const empty: Ruleset = { ...EMPTY_RULESET, project, environment, epoch };
  return applyDelta(empty, { number, upserts: items, removals: [] });
}
