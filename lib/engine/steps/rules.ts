import type { Step } from '../model';
import type { CompiledRule } from '../rule';
import { describeRule, skipRule } from '../trace-rule';
import type { RuleTrace, TraceStep } from '../trace';

/** Row 9: the first enabled rule whose window, group and rollout let the context in. */
export function rulesStep(rules: readonly CompiledRule[]): Step {
  const enabled = rules.filter((rule) => rule.isEnabled);
  return {
    name: 'rule',
    isIdle: () => enabled.length === 0,
    decides: enabled.map((rule) => rule.decide),
    describe(scope) {
      const trace: TraceStep[] = [];
      let hasAnswered = false;
      for (const rule of rules) {
        const note: RuleTrace = hasAnswered ? skipRule(rule) : describeRule(rule, scope);
        hasAnswered ||= note.verdict === 'answered';
        trace.push(note);
      }
      return trace;
    },
    skip: () => rules.map(skipRule),
  };
}
