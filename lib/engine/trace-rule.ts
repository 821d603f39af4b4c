import type { Scope } from './model';
import { describeRollout } from './rollout';
import type { CompiledRule, RuleParts } from './rule';
import { describeSplit } from './serve';
import { message, outcome } from './steps/plain';
import type { RuleTrace, TraceMessageId, WindowTrace } from './trace';
import { firstFailing, traceConditions } from './trace-conditions';
import type { Verdict } from './types';
import { isOpen, nextEdge } from './window';

/** What a rule had to say, part by part as far as it was asked. */
export function describeRule(rule: CompiledRule, scope: Scope): RuleTrace {
  const { parts, isEnabled } = rule;
  if (!isEnabled) return skipRule(rule);
  const verdict = rule.decide(scope);
  const seen = parts === null ? {} : describeParts(rule, parts, scope);
  const id = messageId(parts, scope, verdict, seen);
  const params = { rule: rule.source.name ?? '', index: rule.index + 1, variant: verdict?.variant ?? '' };
  return { ...skipRule(rule), verdict: outcome(verdict), message: message(id, params), ...seen };
}

/** A rule that is disabled, or that an earlier answer kept from being asked. */
export function skipRule({ source, index, isEnabled }: CompiledRule): RuleTrace {
  const id = isEnabled ? 'step.notReached' : 'rule.disabled';
  const named = { ruleId: source.id, name: source.name ?? '' };
  return {
    step: 'rule',
    verdict: 'skipped',
    message: message(id, { rule: named.name, index: index + 1 }),
    index,
    ...named,
  };
}

type Parts = Pick<RuleTrace, 'window' | 'conditions' | 'firstFailing' | 'rollout' | 'split'>;

function describeParts({ source }: CompiledRule, parts: RuleParts, scope: Scope): Parts {
  const window: WindowTrace | null = parts.window && {
    startsAt: source.window?.startsAt ?? null,
    endsAt: source.window?.endsAt ?? null,
    ...(source.window?.recurring && { recurring: source.window.recurring, timezone: source.window.timezone ?? 'UTC' }),
    isOpen: isOpen(parts.window, scope.now),
    changesAt: instantText(nextEdge(parts.window, scope.now)),
  };
  if (window?.isOpen === false) return { window };
  const conditions = traceConditions(parts.group.root, scope);
  const failing = conditions.verdict === 'fail' ? firstFailing(conditions) : null;
  const asked = { ...(window && { window }), conditions, firstFailing: failing };
  return conditions.verdict === 'fail' ? asked : { ...asked, ...describeShares(parts, scope) };
}

const instantText = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

function describeShares({ rollout, serve }: RuleParts, scope: Scope): Pick<Parts, 'rollout' | 'split'> {
  const seen = rollout && { rollout: describeRollout(rollout, scope) };
  const share = rollout === null ? 'all' : rollout.decide(scope);
  const split = share === 'all' || share === 'in' ? describeSplit(serve, scope) : null;
  return { ...seen, ...(split && { split }) };
}

function messageId(parts: RuleParts | null, scope: Scope, verdict: Verdict | null, seen: Parts): TraceMessageId {
  if (verdict?.errorCode === 'TARGETING_KEY_MISSING') return 'rule.targetingKeyMissing';
  if (parts === null || verdict?.errorCode !== undefined) return 'step.cannotRead';
  if (verdict !== null) return 'rule.matches';
  if (seen.window?.isOpen === false) return 'rule.windowClosed';
  if (seen.conditions?.verdict === 'fail') return 'rule.conditionsFail';
  const share = parts.rollout === null ? 'all' : parts.rollout.decide(scope);
  if (share === 'out') return 'rule.notInRollout';
  return share === 'missing' ? 'rule.rolloutUnitMissing' : 'rule.splitUnitMissing';
}
