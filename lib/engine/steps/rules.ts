import type { Step } from '../model';
import { type CompiledRule, decideRule, skipRule } from '../rule';

/** Row 9: the first enabled rule whose window, group and rollout let the context in. */
export function rulesStep(rules: readonly CompiledRule[]): Step {
  return {
    name: 'rule',
    isIdle: () => !rules.some(({ isEnabled }) => isEnabled),
    decide(scope, _entry, trace) {
      for (let index = 0; index < rules.length; index += 1) {
        const rule = rules[index];
        const verdict = rule === undefined ? null : decideRule(rule, scope, trace);
        if (verdict === null) continue;
        if (trace !== null) for (const later of rules.slice(index + 1)) skipRule(later, trace);
        return verdict;
      }
      return null;
    },
    skip(trace) {
      for (const rule of rules) skipRule(rule, trace);
    },
  };
}
