import fc from 'fast-check';
import type { Condition, ConditionGroup, Configuration, Rollout, Rule, Serve } from '../../engine/types';
import type { ChangeSubject, Instruction } from '../types';

export const VARIANTS = ['on', 'off', 'blue'];
export const DEFINITION: ChangeSubject['definition'] = {
  type: 'string',
  variants: VARIANTS.map((key) => ({ key, value: key })),
};
const RULE_IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const SUBJECTS = ['u1', 'u2', 'u3', 'u4', 'ü5', '__proto__'];

const variant = fc.constantFrom(...VARIANTS);
const unit = fc.option(fc.constantFrom('targetingKey', 'company'), { nil: undefined });

const split: fc.Arbitrary<Serve> = fc.record({
  split: fc.integer({ min: 0, max: 100_000 }).map((weight) => [
    { variant: 'on', weight },
    { variant: 'blue', weight: 100_000 - weight },
  ]),
  unit,
});
const ruleServe: fc.Arbitrary<Serve> = fc.oneof(fc.record({ variant }), split);
const serve: fc.Arbitrary<Serve> = fc.oneof(fc.record({ variant: fc.option(variant) }), split);

const share = fc.integer({ min: 0, max: 100_000 });
const rollout: fc.Arbitrary<Rollout> = fc.oneof(
  fc.record({ percentage: share, unit }),
  fc.record({
    ramp: fc.record({
      from: share,
      to: share,
      startsAt: fc.constant('2026-03-01T00:00:00.000Z'),
      endsAt: fc.constant('2026-04-01T00:00:00.000Z'),
      steps: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
    }),
  }),
);

const { condition } = fc.letrec<{ condition: Condition; group: ConditionGroup }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    fc.record({
      attribute: fc.constantFrom('plan', 'country', '__proto__'),
      operator: fc.constantFrom('equals' as const, 'in' as const, 'exists' as const),
      value: fc.option(fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 8 })), { nil: undefined }),
    }),
    fc.record({ segment: fc.constantFrom('beta', 'flag:checkout') }),
    tie('group'),
  ),
  group: fc.record({
    operator: fc.constantFrom('AND' as const, 'OR' as const, 'NOT' as const),
    conditions: fc.array(tie('condition'), { maxLength: 3 }),
  }),
}));

export function ruleWithId(id: string): fc.Arbitrary<Rule> {
  return fc.record({
    id: fc.constant(id),
    name: fc.constantFrom('', 'Beta', 'Internal'),
    description: fc.constantFrom('', 'why'),
    enabled: fc.boolean(),
    operator: fc.constantFrom('AND' as const, 'OR' as const, 'NOT' as const),
    conditions: fc.array(condition, { maxLength: 3 }),
    serve: ruleServe,
    rollout: fc.option(rollout, { nil: undefined }),
    window: fc.option(fc.record({ startsAt: fc.constant('2026-03-01T00:00:00.000Z') }), { nil: undefined }),
  });
}

const rules = fc.shuffledSubarray(RULE_IDS).chain((ids) => fc.tuple(...ids.map(ruleWithId)));

const prerequisites = fc
  .subarray(['checkout', 'search'])
  .map((flags) => flags.map((flag) => ({ flag, variants: ['on'] })));

export const configuration: fc.Arbitrary<Configuration> = fc.record({
  v: fc.constant(1 as const),
  version: fc.integer({ min: 1, max: 9 }),
  state: fc.constantFrom('on' as const, 'off' as const, 'default' as const),
  killed: fc.boolean(),
  offVariant: fc.option(variant),
  targets: fc.array(fc.record({ variant, subjects: fc.array(fc.constantFrom(...SUBJECTS), { maxLength: 4 }) }), {
    maxLength: 4,
  }),
  prerequisites,
  rules,
  default: serve,
});

const id = fc.constantFrom(...RULE_IDS);
const before = fc.option(id);
const subjects = fc.array(fc.constantFrom(...SUBJECTS), { minLength: 1, maxLength: 4 });
const kind = <K extends Instruction['kind']>(name: K) => fc.constant(name);
const rule = id.chain(ruleWithId);

/** Any instruction; many cannot be applied to a given configuration. */
export const instruction: fc.Arbitrary<Instruction> = fc.oneof(
  fc.record({ kind: fc.constantFrom('turnOn' as const, 'turnOff' as const, 'followDefault' as const) }),
  fc.record({ kind: fc.constantFrom('kill' as const, 'revive' as const) }),
  fc.record({ kind: kind('setOffVariant'), variant: fc.option(variant) }),
  fc.record({ kind: kind('setDefault'), default: serve }),
  fc.record({ kind: kind('addRule'), rule, before }),
  rule.map((changed) => ({ kind: 'updateRule' as const, id: changed.id, rule: changed })),
  fc.record({ kind: kind('removeRule'), id }),
  fc.record({ kind: kind('moveRule'), id, before }),
  fc.record({ kind: kind('setRuleEnabled'), id, enabled: fc.boolean() }),
  fc.record({ kind: kind('setRollout'), id, rollout: fc.option(rollout) }),
  fc.record({ kind: kind('addTargets'), variant, subjects }),
  fc.record({ kind: kind('removeTargets'), subjects }),
  fc.record({ kind: kind('setPrerequisites'), prerequisites }),
);
