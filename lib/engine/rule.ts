import { compileGroup } from './compile-group';
import { groupTrace, matchGroup } from './match';
import type { CompiledGroup, Scope } from './model';
import { type CompiledRollout, compileRollout, decideRollout, type RolloutAnswer } from './rollout';
import { type CompiledServe, compileServe, decideServe } from './serve';
import { message } from './steps/plain';
import type { CheckTrace, GroupTrace, RuleTrace, TraceMessageId, TraceStep } from './trace';
import type { Rule, Verdict } from './types';
import { errorVerdict, type FlagSource } from './verdicts';
import { type CompiledWindow, compileWindow, isOpen } from './window';

interface Parts {
  window: CompiledWindow | null;
  group: CompiledGroup;
  rollout: CompiledRollout | null;
  serve: CompiledServe;
}
export interface CompiledRule {
  source: Rule;
  index: number;
  isEnabled: boolean;
  /** Null when the rule cannot be read by this version; reaching it is then an error of the flag. */
  parts: Parts | null;
  unreadable: Verdict;
}

export function compileRule(source: FlagSource, rule: Rule, index: number): CompiledRule {
  const isEnabled = rule.enabled === true;
  const unreadable = errorVerdict(source, 'GENERAL', 'A rule of the flag cannot be read by this version.');
  return { source: rule, index, isEnabled, parts: isEnabled ? compileParts(source, rule) : null, unreadable };
}

function compileParts(source: FlagSource, rule: Rule): Parts | null {
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

/** The rule's answer, or null when it lets the context pass to the next. */
export function decideRule(rule: CompiledRule, scope: Scope, trace: TraceStep[] | null): Verdict | null {
  const note = trace && traceRule(rule);
  if (note !== null) trace?.push(note);
  if (!rule.isEnabled) return null;
  const { parts } = rule;
  if (parts === null) return settle(note, 'step.cannotRead', rule.unreadable);
  if (parts.window !== null && !isOpen(parts.window, scope.now)) return settle(note, 'rule.windowClosed', null);
  if (note?.window) note.window.isOpen = true;
  const conditions = note && groupTrace(parts.group.root, '');
  const holds = matchGroup(parts.group.root, scope, conditions);
  if (note !== null && conditions !== null) Object.assign(note, traced(conditions));
  if (scope.problem !== null) return settle(note, 'step.cannotRead', rule.unreadable);
  if (!holds) return settle(note, 'rule.conditionsFail', null);
  return serveIn(rule, parts, scope, note);
}

function serveIn(rule: CompiledRule, parts: Parts, scope: Scope, note: RuleTrace | null): Verdict | null {
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

function traced(conditions: GroupTrace): Pick<RuleTrace, 'conditions' | 'firstFailing'> {
  return { conditions, firstFailing: conditions.verdict === 'fail' ? firstFailing(conditions) : null };
}

/** The path of what made a group fail: the child that settled it, or the first of an OR whose children all failed. */
function firstFailing(group: GroupTrace): string {
  const child: CheckTrace | undefined = group.conditions[group.settledBy ?? 0];
  if (child === undefined) return group.path;
  return child.kind === 'group' && child.verdict === 'fail' ? firstFailing(child) : child.path;
}
