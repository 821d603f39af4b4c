import { describe, expect, it } from 'vitest';
import configurationV1 from './fixtures/configuration-v1.json';
import { isItemKind, parseItem } from './item';

const definition = {
  v: 1,
  id: 'f1',
  type: 'json',
  variants: [{ key: 'a', value: { deep: [1, { x: null }] }, name: 'A' }],
  salt: 's',
  algorithm: 'murmur3-v1',
  metadata: { team: 'web', tier: 1, live: true },
  clientVisible: true,
  tenantManaged: false,
  archived: false,
};
const ITEMS: [string, string, unknown][] = [
  ['flag', 'checkout', definition],
  ['config', 'checkout', configurationV1],
  ['segment', 'beta', { v: 1, version: 2, operator: 'OR', conditions: configurationV1.rules[0]?.conditions }],
  ['member', 'beta/u1', { v: 1 }],
  ['override', 'checkout/acme', { v: 1, variant: 'on', expiresAt: '2026-03-01T00:00:00.000Z' }],
  ['membership', 'checkout/m1', { v: 1, subject: 'u1', startsAt: 'a', endsAt: 'b', variant: 'on' }],
  ['codeDefault', 'checkout', { v: 1, variant: 'on' }],
  ['attribute', 'plan', { v: 1, type: 'string', allowed: ['pro', 'free'], trusted: true, personal: false }],
  ['apiKey', 'k1', { v: 1, kind: 'client', hash: 'ab', edge: false, origins: [], expiresAt: 'x' }],
  ['environment', 'production', { v: 1, publicRead: false }],
];

describe('parseItem', () => {
  it.each(ITEMS)('reads %s', (kind, key, body) => {
    expect(isItemKind(kind)).toBe(true);
    expect(parseItem({ kind, key, body })).toEqual({ item: { kind, key, body } });
  });

  it.each([
    ['a kind to come', 'stage', { v: 1 }, 'unknown_kind'],
    ['a prototype name as kind', 'constructor', { v: 1 }, 'unknown_kind'],
    ['a body of a later release', 'config', { ...configurationV1, v: 2 }, 'unreadable_body'],
    ['a body that lacks something', 'override', { v: 1 }, 'unreadable_body'],
    ['no body', 'flag', null, 'unreadable_body'],
    ['a list as value', 'flag', { ...definition, variants: [{ key: 'a', value: [] }] }, 'unreadable_body'],
    [
      'an operator to come',
      'segment',
      { v: 1, version: 1, operator: 'AND', conditions: [{ attribute: 'a', operator: 'sounds' }] },
      'unreadable_body',
    ],
  ])('tells %s', (_, kind, body, problem) => {
    expect(parseItem({ kind, key: 'k', body })).toEqual({ problem });
  });
});
