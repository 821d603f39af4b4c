import { describe, expect, it } from 'vitest';
import type { AttributeBody, AttributeType } from '@/lib/engine/types';
import { queryContext } from './query-context';

const attribute = (type: AttributeType): AttributeBody => ({ v: 1, type, trusted: false, personal: false });
const ATTRIBUTES = new Map([
  ['age', attribute('number')],
  ['beta', attribute('boolean')],
  ['joined', attribute('date')],
  ['groups', attribute('list')],
  ['cart', attribute('json')],
  ['version', attribute('semver')],
  ['name', attribute('string')],
]);
const read = (query: string) => {
  const context = queryContext(new URLSearchParams(query), ATTRIBUTES, new Set(['keys', 'explain']));
  return context && { ...context };
};

describe('an attribute in the query', () => {
  it.each([
    ['age=41', { age: 41 }],
    ['age=-1.5e2', { age: -150 }],
    ['age=0x10', { age: '0x10' }],
    ['age=', { age: '' }],
    ['age=%2041', { age: ' 41' }],
    ['age=1&age=2', { age: 2 }],
    ['beta=true', { beta: true }],
    ['beta=false', { beta: false }],
    ['beta=1', { beta: '1' }],
    ['joined=1772442000000', { joined: 1_772_442_000_000 }],
    ['joined=2026-03-02T09:00:00Z', { joined: '2026-03-02T09:00:00Z' }],
    ['groups=a', { groups: ['a'] }],
    ['groups=a&groups=b', { groups: ['a', 'b'] }],
    ['cart=%7B%22total%22%3A12%7D', { cart: { total: 12 } }],
    ['cart=%7B', { cart: '{' }],
    ['version=1.2.3', { version: '1.2.3' }],
    ['name=41', { name: '41' }],
    ['undeclared=41&other=true', { undeclared: '41', other: 'true' }],
    ['client.country=DE', { 'client.country': 'DE' }],
    ['keys=a&explain=1', {}],
    ['context=%7B%22age%22%3A%2241%22%2C%22x%22%3A1%7D&age=42', { age: 42, x: 1 }],
    ['context=null', null],
    ['context=%5B%5D', null],
    ['context=', null],
  ])('%s', (query, context) => {
    expect(read(query)).toEqual(context);
  });

  it('may be called __proto__ without being one', () => {
    const context = queryContext(new URLSearchParams('__proto__=x&constructor=y'), ATTRIBUTES, new Set());
    expect(Object.keys(context ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(context)).toBeNull();
  });
});
