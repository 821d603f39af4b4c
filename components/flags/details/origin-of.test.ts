import { expect, it } from 'vitest';
import { originOf } from './origin-of';

const standing = { withdrawnAt: null };
const ended = { withdrawnAt: '2026-03-02T09:00:00.000Z' };

it.each([
  ['dashboard', [], 'dashboard'],
  ['dashboard', [ended], 'dashboard'],
  ['dashboard', [ended, standing], 'both'],
  ['code', [standing, ended], 'code'],
  ['code', [ended], 'former'],
  ['code', [], 'former'],
] as const)('made in %s, with %j, it comes from: %s', (origin, declarations, expected) => {
  expect(originOf({ origin }, declarations)).toBe(expected);
});
