import { expect, it } from 'vitest';
import { withDefinitions } from './with-definitions';

it('lets definitions say the type and offer their values first, and adds those no rule has used', () => {
  const used = [
    { name: 'plan', type: null, values: ['team', 'pro'] },
    { name: 'country', type: 'string' as const, values: ['DE'] },
  ];
  const defined = [
    { name: 'plan', type: 'string' as const, allowed: ['free', 'pro'] },
    { name: 'seats', type: 'number' as const, allowed: [5, 10] },
    { name: 'vip', type: 'boolean' as const, allowed: null },
  ];
  expect(withDefinitions(used, defined)).toEqual([
    { name: 'plan', type: 'string', values: ['free', 'pro', 'team'] },
    { name: 'country', type: 'string', values: ['DE'] },
    { name: 'seats', type: 'number', values: ['5', '10'] },
    { name: 'vip', type: 'boolean', values: [] },
  ]);
  expect(withDefinitions(used, [])).toEqual(used);
});
