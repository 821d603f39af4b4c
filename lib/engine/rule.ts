import { compileGroup } from './compile-group';
import type { CompiledGroup, Scope } from './model';
import { type CompiledRollout, compileRollout } from './rollout';
import { type CompiledServe, compileServe } from './serve';
import type { Rule, Verdict } from './types';
import { errorVerdict, type FlagSource } from './verdicts';
import { type CompiledWindow, compileWindow, isOpen } from './window';

/** What an enabled rule asks and serves. */
export interface RuleParts {
  window: CompiledWindow | null;
  group: CompiledGroup;
  rollout: CompiledRollout | null;
  serve: CompiledServe;
}
export interface CompiledRule {
  isEnabled: boolean;
  /** The rule's answer, or null when it lets the context pass to the next. */
  decide(scope: Scope): Verdict | null;
  /** Null when the rule cannot be read by this version; reaching it is then an error of the flag. */
  parts: RuleParts | null;
  source: Rule;
  index: number;
}

export function compileRule(source: FlagSource, rule: Rule, index: number): CompiledRule {
  const isEnabled = rule.enabled === true;
  const parts = isEnabled ? compileParts(source, rule) : null;
  const unreadable = errorVerdict(source, 'GENERAL', 'A rule of the flag cannot be read by this version.');
  const unable = (): Verdict | null => (isEnabled ? unreadable : null);
  return { isEnabled, decide: parts === null ? unable : decider(parts, unreadable), parts, source: rule, index };
}

function compileParts(source: FlagSource, rule: Rule): RuleParts | null {
  try {
    const group = compileGroup(rule);
    if (group.problem !== null) return null;
    return {
      group,
      window: rule.window === undefined ? null : compileWindow(rule.window),
      rollout: rule.rollout === undefined ? null : compileRollout(source, rule.rollout),
      serve: compileServe(source, rule.serve, 'TARGETING_MATCH', 'rule', rule.id),
    };
  } catch {
    return null;
  }
}

/** The shortest form that the rule's parts allow: most have neither window nor rollout. */
function decider({ window, group, rollout, serve }: RuleParts, unreadable: Verdict): CompiledRule['decide'] {
  const { holds } = group.root;
  const { constant } = serve;
  const serveIn = rollout === null ? serve.decide : (scope: Scope) => decideServed(rollout, serve, scope);
  const isPlain = window === null && group.segments.size === 0;
  if (isPlain && rollout === null && constant !== null) return (scope) => (holds(scope) ? constant : null);
  if (isPlain) return (scope) => (holds(scope) ? serveIn(scope) : null);
  return (scope) => {
    if (window !== null && !isOpen(window, scope.now)) return null;
    const isIn = holds(scope);
    // Only segments bring in what was not compiled with the rule.
    if (scope.problem !== null) {
      scope.problem = null;
      return unreadable;
    }
    return isIn ? serveIn(scope) : null;
  };
}

function decideServed(rollout: CompiledRollout, serve: CompiledServe, scope: Scope): Verdict | null {
  const share = rollout.decide(scope);
  if (share === 'out' || share === 'missing') return null;
  if (share === 'in') return serve.bucketed ?? serve.decide(scope);
  return share === 'all' ? serve.decide(scope) : share;
}
