import type { Rule } from '@/lib/engine/types';
import { serviceError } from '../errors';
import type { RuleView } from './types';

interface Rules {
  rules: readonly Rule[];
  version: number;
}

/** A rule by its id, or `not_found`. */
export function findRule({ rules }: Rules, id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw serviceError('not_found');
  return rule;
}

/** A rule as the rules API answers it. */
export const ruleView = (configuration: Rules, id: string): RuleView => ({
  ...findRule(configuration, id),
  version: configuration.version,
});
