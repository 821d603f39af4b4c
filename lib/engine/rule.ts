import { compileGroup } from './compile-group';
import type { CompiledGroup, GroupNode, Scope } from './model';
import { type CompiledRollout, compileRollout, decideRollout, type RolloutAnswer } from './rollout';
import { type CompiledServe, compileServe, decideServe } from './serve';
import { message } from './steps/plain';
import type { RuleTrace, TraceMessageId, TraceStep } from './trace';
import { firstFailing, traceConditions } from './trace-conditions';
import type { Rule, Verdict } from './types';
import { errorVerdict, type FlagSource } from './verdicts';
import { type CompiledWindow, compileWindow, isOpen } from './window';

/** What an enabled rule asks and serves. */
export interface RuleParts {
  window: CompiledWindow | null;
  root: GroupNode;
  rollout: CompiledRollout | null;
  serve: CompiledServe;
  group: CompiledGroup;
}
export interface CompiledRule {
  isEnabled: boolean;
  /** Null when the rule cannot be read by this version; reaching it is then an error of the flag. */
  parts: RuleParts | null;
  unreadable: Verdict;
  source: Rule;
  index: number;
}

export function compileRule(source: FlagSource, rule: Rule, index: number): CompiledRule {
  const isEnabled = rule.enabled === true;
  const unreadable = errorVerdict(source, 'GENERAL', 'A rule of the flag cannot be read by this version.');
  return { isEnabled, parts: isEnabled ? compileParts(source, rule) : null, unreadable, source: rule, index };
}

function compileParts(source: FlagSource, rule: Rule): RuleParts | null {
  try {
    const group = compileGroup(rule);
    if (group.problem !== null) return null;
    return {
      root: group.root,
      group,
      window: rule.window === undefined ? null : compileWindow(rule.window),
      rollout: rule.rollout === undefined ? null : compileRollout(source, rule.rollout),
      serve: compileServe(source, rule.serve, 'TARGETING_MATCH', 'rule', rule.id),
    };
  } catch {
    return null;
  }
}

/** The rule's answer, or null when it lets the context pass to the next. */
export function decideRule(rule: CompiledRule, scope: Scope, trace: TraceStep[] | null): Verdict | null {
  const note = trace && traceRule(rule);
  if (note !== null) trace?.push(note);
  if (!rule.isEnabled) return null;
  const { parts } = rule;
  if (parts === null) return settle(note, 'step.cannotRead', rule.unreadable);
  if (parts.window !== null && !isOpen(parts.window, scope.now)) return settle(note, 'rule.windowClosed', null);
  if (note?.window) note.window.isOpen = true;
  const holds = parts.root.holds(scope);
  if (note !== null) traceGroup(note, parts.root, scope);
  if (scope.problem !== null) return settle(note, 'step.cannotRead', rule.unreadable);
  if (!holds) return settle(note, 'rule.conditionsFail', null);
  return serveIn(rule, parts, scope, note);
}

function serveIn(rule: CompiledRule, parts: RuleParts, scope: Scope, note: RuleTrace | null): Verdict | null {
  const share: RolloutAnswer = parts.rollout === null ? 'all' : decideRollout(parts.rollout, scope, note);
  if (share === 'out') return settle(note, 'rule.notInRollout', null);
  if (share === 'missing') return settle(note, 'rule.rolloutUnitMissing', null);
  if (share !== 'all' && share !== 'in') return settle(note, errorMessage(share), share);
  const verdict = decideServe(parts.serve, scope, share === 'in', note);
  if (verdict === null) return settle(note, 'rule.splitUnitMissing', null);
  return settle(note, verdict.errorCode === undefined ? 'rule.matches' : errorMessage(verdict), verdict);
}

function errorMessage(verdict: Verdict): TraceMessageId {
  return verdict.errorCode === 'TARGETING_KEY_MISSING' ? 'rule.targetingKeyMissing' : 'step.cannotRead';
}

function settle(note: RuleTrace | null, id: TraceMessageId, verdict: Verdict | null): Verdict | null {
  if (note === null) return verdict;
  note.verdict = verdict === null ? 'passed' : 'answered';
  note.message = message(id, { ...note.message.params, variant: verdict?.variant ?? '' });
  return verdict;
}

function traceRule({ source, index, isEnabled }: CompiledRule): RuleTrace {
  const { id, name, window } = source;
  const params = { rule: name ?? '', index: index + 1 };
  const isWindowed = isEnabled && window !== undefined;
  return {
    step: 'rule',
    verdict: 'skipped',
    message: message(isEnabled ? 'step.notReached' : 'rule.disabled', params),
    index,
    ruleId: id,
    name: name ?? '',
    ...(isWindowed && { window: { startsAt: window.startsAt ?? null, endsAt: window.endsAt ?? null, isOpen: false } }),
  };
}

export function skipRule(rule: CompiledRule, trace: TraceStep[]): void {
  const { window: _, ...note } = traceRule(rule);
  trace.push(note);
}

function traceGroup(note: RuleTrace, root: GroupNode, scope: Scope): void {
  note.conditions = traceConditions(root, scope);
  note.firstFailing = note.conditions.verdict === 'fail' ? firstFailing(note.conditions) : null;
}
