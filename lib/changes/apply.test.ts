import { describe, expect, it } from 'vitest';
import type { Condition, Configuration, Rule } from '../engine/types';
import { applyInstructions } from './apply';
import { asChangeError } from './issue';
import { LIMITS } from './limits';
import { rule, subject, thrownBy } from './testing/build';
import type { Instruction } from './types';

const two = { rules: [rule({ id: 'a' }), rule({ id: 'b' })] };
const split = (weight: number): Rule['serve'] => ({ split: [{ variant: 'on', weight }] });
const nest = (levels: number): Condition[] =>
  levels === 0 ? [{ segment: 'x' }] : [{ operator: 'AND', conditions: nest(levels - 1) }];
const many = (count: number): Condition[] => Array.from({ length: count }, () => ({ segment: 'x' }));
const subjects = (count: number): string[] => Array.from({ length: count }, (_, index) => `u${index}`);
const ramp = { from: 0, to: 1, startsAt: '2026-01-02T00:00:00Z', endsAt: '2026-01-01T00:00:00Z' };

const REFUSED: [string, Partial<Configuration>, Instruction[], string, string][] = [
  ['turning on what is killed', { killed: true, state: 'off' }, [{ kind: 'turnOn' }], 'flag_killed', 'instructions.0'],
  ['killing and turning on', {}, [{ kind: 'kill' }, { kind: 'turnOn' }], 'flag_killed', 'instructions.1'],
  ['an absent off variant', {}, [{ kind: 'setOffVariant', variant: 'x' }], 'variant_absent', 'instructions.0.variant'],
  [
    'an absent default',
    {},
    [{ kind: 'setDefault', default: { variant: 'x' } }],
    'variant_absent',
    'instructions.0.default.variant',
  ],
  [
    'weights that do not total',
    {},
    [{ kind: 'setDefault', default: split(99_999) }],
    'weights_total',
    'instructions.0.default.split',
  ],
  [
    'half a weight',
    {},
    [{ kind: 'setDefault', default: split(0.5) }],
    'weight_range',
    'instructions.0.default.split.0.weight',
  ],
  [
    'a rule that serves nothing',
    {},
    [{ kind: 'addRule', rule: rule({ serve: { variant: null } }) }],
    'variant_missing',
    'instructions.0.rule.serve.variant',
  ],
  ['a rule twice', two, [{ kind: 'addRule', rule: rule({ id: 'a' }) }], 'rule_duplicate', 'instructions.0.rule.id'],
  ['before no rule', two, [{ kind: 'addRule', rule: rule(), before: 'z' }], 'rule_absent', 'instructions.0.before'],
  ['removing no rule', two, [{ kind: 'removeRule', id: 'z' }], 'rule_absent', 'instructions.0.id'],
  [
    'removing a rule twice',
    two,
    [
      { kind: 'removeRule', id: 'a' },
      { kind: 'removeRule', id: 'a' },
    ],
    'rule_absent',
    'instructions.1.id',
  ],
  ['moving no rule', two, [{ kind: 'moveRule', id: 'z' }], 'rule_absent', 'instructions.0.id'],
  ['moving before none', two, [{ kind: 'moveRule', id: 'a', before: 'z' }], 'rule_absent', 'instructions.0.before'],
  ['switching no rule', two, [{ kind: 'setRuleEnabled', id: 'z', enabled: true }], 'rule_absent', 'instructions.0.id'],
  ['rolling out no rule', two, [{ kind: 'setRollout', id: 'z', rollout: null }], 'rule_absent', 'instructions.0.id'],
  [
    'another id in an update',
    two,
    [{ kind: 'updateRule', id: 'a', rule: rule({ id: 'b' }) }],
    'rule_id_differs',
    'instructions.0.rule.id',
  ],
  [
    'a percentage over all',
    two,
    [{ kind: 'setRollout', id: 'a', rollout: { percentage: 100_001 } }],
    'percentage_range',
    'instructions.0.rollout.percentage',
  ],
  [
    'a ramp backwards in time',
    two,
    [{ kind: 'setRollout', id: 'a', rollout: { ramp } }],
    'ramp_order',
    'instructions.0.rollout.ramp.endsAt',
  ],
  [
    'an absent target variant',
    {},
    [{ kind: 'addTargets', variant: 'x', subjects: ['u'] }],
    'variant_absent',
    'instructions.0.variant',
  ],
  [
    'a flag required twice',
    {},
    [
      {
        kind: 'setPrerequisites',
        prerequisites: [
          { flag: 'f', variants: ['on'] },
          { flag: 'f', variants: ['off'] },
        ],
      },
    ],
    'prerequisite_duplicate',
    'instructions.0.prerequisites',
  ],
  [
    '51 conditions',
    {},
    [{ kind: 'addRule', rule: rule({ conditions: many(51) }) }],
    'conditions_limit',
    'instructions.0.rule.conditions',
  ],
  [
    'nine groups deep',
    {},
    [{ kind: 'addRule', rule: rule({ conditions: nest(9) }) }],
    'depth_limit',
    'instructions.0.rule.conditions',
  ],
  [
    'too many targets',
    {},
    [{ kind: 'addTargets', variant: 'on', subjects: subjects(1_001) }],
    'targets_limit',
    'targets',
  ],
  [
    'too many rules',
    { rules: Array.from({ length: 200 }, (_, index) => rule({ id: `r${index}` })) },
    [{ kind: 'addRule', rule: rule({ id: 'one-more' }) }],
    'rules_limit',
    'rules',
  ],
  [
    'too many bytes',
    {},
    [{ kind: 'addRule', rule: rule({ description: 'ü'.repeat(LIMITS.bytes / 2) }) }],
    'size_limit',
    '',
  ],
];

describe('applyInstructions', () => {
  it.each(REFUSED)('refuses %s', (_, stored, instructions, code, path) => {
    const error = asChangeError(thrownBy(() => applyInstructions(subject(stored), instructions)));
    expect({ code: error?.code, path: error?.path, kind: error?.kind }).toEqual({ code, path, kind: 'refused' });
  });

  it('accepts each limit itself', () => {
    const rules = Array.from({ length: 199 }, (_, index) => rule({ id: `r${index}` }));
    const last = rule({ id: 'last', conditions: [...many(49), ...nest(8)] });
    const result = applyInstructions(subject({ rules }), [
      { kind: 'addRule', rule: last },
      { kind: 'addTargets', variant: 'on', subjects: subjects(1_000) },
    ]);
    expect(result.rules).toHaveLength(200);
    expect(result.targets[0]?.subjects).toHaveLength(1_000);
  });

  it('lets what is over a lowered limit be killed and made smaller', () => {
    const stored = subject({ rules: [rule({ id: 'a' }), rule({ id: 'b' }), rule({ id: 'c' })] });
    const limits = { ...LIMITS, rules: 1 };
    expect(applyInstructions(stored, [{ kind: 'removeRule', id: 'a' }], limits).rules).toHaveLength(2);
    expect(applyInstructions(stored, [{ kind: 'kill' }], limits).killed).toBe(true);
  });

  it('keeps the version, which is the writer’s to raise', () => {
    expect(applyInstructions(subject({ version: 7 }), [{ kind: 'turnOff' }]).version).toBe(7);
  });

  it('moves a subject that is pinned elsewhere, and frees one', () => {
    const stored = subject({ targets: [{ variant: 'on', subjects: ['u2', 'u1'] }] });
    const moved = applyInstructions(stored, [{ kind: 'addTargets', variant: 'off', subjects: ['u1', 'u3', 'u1'] }]);
    expect(moved.targets).toEqual([
      { variant: 'on', subjects: ['u2'] },
      { variant: 'off', subjects: ['u1', 'u3'] },
    ]);
    const freed = applyInstructions(stored, [{ kind: 'removeTargets', subjects: ['u1', 'u2', 'nobody'] }]);
    expect(freed.targets).toEqual([]);
  });

  it.each([
    ['a', 'b', ['a', 'b', 'c']],
    ['c', 'a', ['c', 'a', 'b']],
    ['a', null, ['b', 'c', 'a']],
    ['b', 'b', ['a', 'b', 'c']],
  ])('moves %s before %s', (id, before, order) => {
    const stored = subject({ rules: [rule({ id: 'a' }), rule({ id: 'b' }), rule({ id: 'c' })] });
    const result = applyInstructions(stored, [{ kind: 'moveRule', id, before }]);
    expect(result.rules.map((each) => each.id)).toEqual(order);
  });

  it('kills without touching the state, and revives into it', () => {
    const killed = applyInstructions(subject({ state: 'default' }), [{ kind: 'kill' }]);
    expect(killed).toMatchObject({ killed: true, state: 'default' });
    const revived = applyInstructions({ ...subject(), configuration: killed }, [
      { kind: 'revive' },
      { kind: 'turnOn' },
    ]);
    expect(revived).toMatchObject({ killed: false, state: 'on' });
  });

  it('holds prototype names as ordinary subjects', () => {
    const result = applyInstructions(subject(), [{ kind: 'addTargets', variant: 'on', subjects: ['__proto__'] }]);
    expect(result.targets).toEqual([{ variant: 'on', subjects: ['__proto__'] }]);
  });
});
