import { expect, it } from 'vitest';
import type { FlagView } from '@/lib/services/flags/types';
import { DEFAULT, hasShare, instructionsOf } from './template';

const variants = [
  { key: 'on', value: true },
  { key: 'off', value: false },
];
const flag = { type: 'boolean', variants } as FlagView;
const of = (percentage: number, rule = DEFAULT) => instructionsOf(flag, { template: 'percentage', percentage, rule });

it('a percentage is a share of the default, or of a rule', () => {
  expect(of(12.5)).toEqual([
    {
      kind: 'setDefault',
      default: {
        split: [
          { variant: 'on', weight: 12_500 },
          { variant: 'off', weight: 87_500 },
        ],
      },
    },
  ]);
  expect(of(0)).toEqual([{ kind: 'setDefault', default: { variant: 'off' } }]);
  expect(of(100)).toEqual([{ kind: 'setDefault', default: { variant: 'on' } }]);
  expect(of(40, 'r1')).toEqual([{ kind: 'setRollout', id: 'r1', rollout: { percentage: 40_000 } }]);
});

it('flags that are not boolean have no share of their default', () => {
  const text = { type: 'string', variants: [{ key: 'a', value: 'a' }] } as FlagView;
  expect(hasShare(text)).toBe(false);
  expect(instructionsOf(text, { template: 'percentage', percentage: 5, rule: DEFAULT })).toBeNull();
});
