import type { Rule } from '../engine/types';
import { describeGroup } from './describe-condition';
import { describeRollout, describeServe, describeWindow } from './describe-serve';
import { WHOLE } from './limits';
import { type Sentence, sentence } from './sentence';

/** A rule as one sentence: "If plan is pro and country is one of DE, FR → 25 % on, else next". */
export function describeRule(rule: Omit<Rule, 'id' | 'name' | 'description'>): Sentence {
  const window = rule.window && describeWindow(rule.window);
  const isForAll = rule.conditions.length === 0 && rule.operator !== 'OR';
  const whole = sentence(`rule.${isForAll ? 'forAll' : 'sentence'}${window ? 'InWindow' : ''}`, {
    ...(!isForAll && { condition: describeGroup(rule) }),
    outcome: describeOutcome(rule),
    ...(window && { window }),
  });
  return rule.enabled ? whole : sentence('rule.disabled', { rule: whole });
}

/** What a rule does for those it matches. */
export function describeOutcome({ serve, rollout }: Pick<Rule, 'serve' | 'rollout'>): Sentence {
  const served = describeServe(serve);
  if (rollout === undefined || (rollout.percentage === WHOLE && !rollout.ramp))
    return sentence('outcome.all', { served });
  const id = rollout.ramp ? 'outcome.ramp' : 'split' in serve ? 'outcome.shareOfSplit' : 'outcome.share';
  return sentence(id, { share: describeRollout(rollout), served });
}
