import { describe, expect, it } from 'vitest';
import { aboutOf } from './about-of';

describe('what an audit entry is about', () => {
  it.each([
    ['a flag', { flag: 'checkout', before: null, after: { name: 'Checkout' } }, 'checkout'],
    ['members of a segment', { flag: null, before: null, after: { segment: 'beta', members: ['u1'] } }, 'beta'],
    [
      'a user',
      { flag: null, before: null, after: { id: '1', email: 'ana@example.com', name: 'Ana' } },
      'ana@example.com',
    ],
    ['what is gone', { flag: null, before: { key: 'support', name: 'Support' }, after: null }, 'support'],
    ['nothing that has a name', { flag: null, before: null, after: { present: true } }, null],
    ['an erased entry', { flag: null, before: null, after: null }, null],
  ])('finds %s', (_what, entry, about) => {
    expect(aboutOf(entry)).toBe(about);
  });
});
