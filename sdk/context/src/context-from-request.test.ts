import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextFromRequest } from './context-from-request';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const headers = {
  'user-agent': IPHONE,
  'accept-language': 'de-CH, en;q=0.5',
  'x-forwarded-for': '203.0.113.7',
  'cf-ipcountry': 'CH',
};
const request = new Request('https://shop.example/', { headers });
const mira = {
  targetingKey: 'mira',
  attributes: { email: 'mira@acme.example', first_name: 'Mira', plan: 'pro', groups: ['beta'], seats: undefined },
};

describe('the context of a request', () => {
  test('holds who is signed in, their tenant, the application and the client', () => {
    const context = contextFromRequest(request, {
      subject: mira,
      visitor: { id: 'visitor-one' },
      tenant: 'acme',
      app: { region: 'eu-1', instanceId: 'i-7', version: '2.4.0' },
      client: { timezone: 'Europe/Zurich', screenSize: '390x844' },
      session: { isFirst: true },
      proxy: { country: 'cf-ipcountry' },
    });
    expect(context).toEqual({
      targetingKey: 'mira',
      anonymousId: 'visitor-one',
      plan: 'pro',
      groups: ['beta'],
      tenant: 'acme',
      app: { region: 'eu-1', instanceId: 'i-7', version: '2.4.0' },
      client: {
        deviceType: 'mobile',
        browser: 'Safari',
        language: 'de-CH',
        timezone: 'Europe/Zurich',
        screenSize: '390x844',
        country: 'CH',
      },
      session: { isFirst: true },
    });
  });

  test('knows a visitor by the same id before and after they sign in', () => {
    const visitor = { id: 'visitor-one' };
    expect(contextFromRequest(new Headers(), { visitor })).toEqual({
      targetingKey: 'visitor-one',
      anonymousId: 'visitor-one',
    });
    expect(contextFromRequest(new Headers(), { visitor, subject: { targetingKey: 'mira' } })).toEqual({
      targetingKey: 'mira',
      anonymousId: 'visitor-one',
    });
  });

  test('is empty if nothing is known', () => {
    expect(contextFromRequest(new Headers(), { subject: null, visitor: null, tenant: null })).toEqual({});
  });

  test('holds personal attributes only if asked for, each by its name', () => {
    const proxy = { address: 'x-forwarded-for', country: 'cf-ipcountry' };
    expect(JSON.stringify(contextFromRequest(request, { subject: mira, proxy }))).not.toMatch(
      /mira@|"Mira"|203\.0\.113\.7|Mozilla/,
    );
    const asked = ['email', 'client.ipAddress', 'client.userAgent'];
    const context = contextFromRequest(request, { subject: mira, proxy, personal: asked });
    expect(context).toMatchObject({
      email: 'mira@acme.example',
      client: { ipAddress: '203.0.113.7', userAgent: IPHONE },
    });
    expect(context).not.toHaveProperty('first_name');
  });

  test('believes no header of address or country that no proxy was said to set', () => {
    const context = contextFromRequest(request, { personal: ['client.ipAddress', 'client.country'] });
    expect(context.client).toEqual({ deviceType: 'mobile', browser: 'Safari', language: 'de-CH' });
  });

  test('lets attributes of a subject stand in for nothing else', () => {
    const attributes = {
      ...{ targetingKey: 'boss', tenant: 'globex', client: {}, app: {}, session: {}, anonymousId: 'x' },
      ...{ stage: 'active', stageIndex: 3, daysSinceJoined: 9, counters: {}, now: '', environment: 'production' },
      ...JSON.parse('{"__proto__":{"isAdmin":true}}'),
    };
    const context = contextFromRequest(new Headers(), {
      subject: { targetingKey: 'mira', attributes },
      tenant: 'acme',
    });
    expect(context).toEqual({ targetingKey: 'mira', tenant: 'acme' });
    expect(context.isAdmin).toBeUndefined();
  });

  test.each([
    { timezone: 'Mars/<Olympus>', screenSize: '10 x 10' },
    { timezone: '', screenSize: '' },
  ])('leaves out what a page cannot mean: %j', (client) => {
    expect(contextFromRequest(new Headers(), { client })).toEqual({});
  });

  test('never fails, and never holds a whole header nobody asked for', () => {
    const text = fc.string({ unit: 'grapheme-ascii', minLength: 20, maxLength: 200 });
    fc.assert(
      fc.property(text, text, text, (userAgent, language, address) => {
        const given = new Headers({ 'user-agent': userAgent, 'accept-language': language, 'x-real-ip': address });
        const context = contextFromRequest(given, { proxy: { address: 'x-real-ip', country: 'x-real-ip' } });
        const { client } = context;
        const values = typeof client === 'object' && client !== null ? Object.values(client) : [];
        const sent = [userAgent.trim(), address.trim()].filter((header) => header.length > 19);
        expect(values.some((value) => sent.includes(String(value)))).toBe(false);
      }),
    );
  });
});
