import { expect, it } from 'vitest';
import { scopeQuery } from './scope-query';

it('keeps environment and tenant on links, and adds nothing where there is neither', () => {
  expect(scopeQuery({})).toBe('');
  expect(scopeQuery({ env: null, tenant: '' })).toBe('');
  expect(scopeQuery({ env: 'production', tenant: 'a.b' })).toBe('?env=production&tenant=a.b');
});
