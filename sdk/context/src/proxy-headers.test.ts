import { describe, expect, test } from 'vitest';
import { addressOf, countryOf } from './proxy-headers';

describe('the country', () => {
  test.each([
    ['CH', 'CH'],
    [' de ', 'DE'],
    ['XX', undefined],
    ['T1', undefined],
    ['CHE', undefined],
    ['', undefined],
  ])('%j is read as %j', (value, country) => {
    expect(countryOf(new Headers({ 'x-country': value }), { country: 'x-country' })).toBe(country);
  });

  test('is not read unless a header is configured', () => {
    expect(countryOf(new Headers({ 'cf-ipcountry': 'CH' }), {})).toBeUndefined();
  });
});

describe('the address', () => {
  const list = (hops: number) => ({ address: { header: 'x-forwarded-for', hops } });
  const forwarded = new Headers({ 'x-forwarded-for': '6.6.6.6, 203.0.113.7, 10.0.0.2' });

  test('is the one that the first of your proxies saw, whatever was claimed before', () => {
    expect(addressOf(forwarded, list(1))).toBe('10.0.0.2');
    expect(addressOf(forwarded, list(2))).toBe('203.0.113.7');
    expect(addressOf(forwarded, list(4))).toBeUndefined();
    expect(addressOf(forwarded, list(0))).toBeUndefined();
  });

  test('is not taken from a list where one was to be', () => {
    expect(addressOf(forwarded, { address: 'x-forwarded-for' })).toBeUndefined();
    expect(addressOf(new Headers({ 'x-real-ip': '203.0.113.7' }), { address: 'x-real-ip' })).toBe('203.0.113.7');
  });

  test.each([
    ['203.0.113.7:4711', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
    ['999.0.0.1', undefined],
    ['unknown', undefined],
    ['<b>', undefined],
    ['', undefined],
  ])('%j is read as %j', (value, address) => {
    expect(addressOf(new Headers({ 'x-real-ip': value }), { address: 'x-real-ip' })).toBe(address);
  });
});
