import { expect, it } from 'vitest';
import { changedAttributes } from './changed-attributes';

it('sends what differs, and null for what was taken away', () => {
  const before = { plan: 'pro', seats: 5, groups: ['a', 'b'], country: 'DE' };
  const after = { plan: 'team', groups: ['a', 'b'], country: 'DE', email: 'a@example.com' };
  expect(changedAttributes(before, after)).toEqual({ plan: 'team', email: 'a@example.com', seats: null });
  expect(changedAttributes(before, before)).toEqual({});
});
