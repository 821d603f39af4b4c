import { describe, expect, it } from 'vitest';
import type { Configuration } from '../engine/types';
import { diff } from './diff';
import { configuration, rule, subject } from './testing/build';
import type { Instruction } from './types';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => rule({ id }));
const CASES: [string, Partial<Configuration>, Partial<Configuration>, Instruction[]][] = [
  ['a state', { state: 'off' }, { state: 'on' }, [{ kind: 'turnOn' }]],
  ['a code default followed', {}, { state: 'default' }, [{ kind: 'followDefault' }]],
  [
    'a killed flag that is to be on',
    { killed: true, state: 'off' },
    { killed: true, state: 'on' },
    [{ kind: 'revive' }, { kind: 'turnOn' }, { kind: 'kill' }],
  ],
  ['an off variant', {}, { offVariant: null }, [{ kind: 'setOffVariant', variant: null }]],
  [
    'a percentage',
    { rules: [rule({ rollout: { percentage: 1_000 } })] },
    { rules: [rule({ rollout: { percentage: 2_000 } })] },
    [{ kind: 'setRollout', id: 'r1', rollout: { percentage: 2_000 } }],
  ],
  [
    'a rollout taken away',
    { rules: [rule({ rollout: { percentage: 1_000 } })] },
    { rules: [rule()] },
    [{ kind: 'setRollout', id: 'r1', rollout: null }],
  ],
  [
    'a switch',
    { rules: [rule()] },
    { rules: [rule({ enabled: false })] },
    [{ kind: 'setRuleEnabled', id: 'r1', enabled: false }],
  ],
  [
    'a switch and a percentage',
    { rules: [rule()] },
    { rules: [rule({ enabled: false, rollout: { percentage: 1 } })] },
    [
      { kind: 'setRuleEnabled', id: 'r1', enabled: false },
      { kind: 'setRollout', id: 'r1', rollout: { percentage: 1 } },
    ],
  ],
  [
    'a name and a switch',
    { rules: [rule()] },
    { rules: [rule({ enabled: false, name: 'New' })] },
    [{ kind: 'updateRule', id: 'r1', rule: rule({ enabled: false, name: 'New' }) }],
  ],
  [
    'the last rule moved first: one move, not three',
    { rules: [a, b, c, d].filter((each) => each !== undefined) },
    { rules: [d, a, b, c].filter((each) => each !== undefined) },
    [{ kind: 'moveRule', id: 'd', before: 'a' }],
  ],
  [
    'rules added at the end, in order',
    { rules: [rule({ id: 'a' })] },
    { rules: ['a', 'b', 'c'].map((id) => rule({ id })) },
    [
      { kind: 'addRule', rule: rule({ id: 'b' }) },
      { kind: 'addRule', rule: rule({ id: 'c' }) },
    ],
  ],
  [
    'a rule replaced in its place',
    { rules: ['a', 'b'].map((id) => rule({ id })) },
    { rules: ['c', 'b'].map((id) => rule({ id })) },
    [
      { kind: 'removeRule', id: 'a' },
      { kind: 'addRule', rule: rule({ id: 'c' }), before: 'b' },
    ],
  ],
  [
    'targets moved, added, freed',
    { targets: [{ variant: 'on', subjects: ['u1', 'u2'] }] },
    {
      targets: [
        { variant: 'off', subjects: ['u3', 'u1'] },
        { variant: 'on', subjects: [] },
      ],
    },
    [
      { kind: 'removeTargets', subjects: ['u2'] },
      { kind: 'addTargets', variant: 'off', subjects: ['u1', 'u3'] },
    ],
  ],
  [
    'only the order in which targets are written',
    { targets: [{ variant: 'on', subjects: ['u1', 'u2'] }] },
    { targets: [{ variant: 'on', subjects: ['u2', 'u1'] }] },
    [],
  ],
  ['only the version', {}, { version: 99 }, []],
];

describe('diff', () => {
  it.each(CASES)('says %s', (_, from, to, instructions) => {
    expect(diff(subject(from), configuration(to))).toEqual(instructions);
  });
});
