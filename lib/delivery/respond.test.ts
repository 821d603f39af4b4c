import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluationErrorAnswer, singleAnswer } from '@/lib/schemas/openapi/evaluation-answers';
import { archiveFlag } from '@/lib/services/flags/archive';
import { createTestDelivery, ENVIRONMENT, ruleFor, type TestDelivery } from './testing/create-test-delivery';

let t: TestDelivery;
const OFREP = '/ofrep/v1/evaluate/flags';

beforeAll(async () => {
  t = await createTestDelivery();
  await t.makeFlag({ key: 'checkout' });
  await t.change('checkout', [{ kind: 'turnOn' }, { kind: 'addRule', rule: ruleFor('plan', 'pro', 'off') }]);
  await t.makeFlag({ key: 'hidden', clientVisible: false, metadata: { team: 'web', size: 2 } });
  await t.makeFlag({
    key: 'palette',
    type: 'string',
    variants: [
      { key: 'red', value: '#f00' },
      { key: 'blue', value: '#00f' },
    ],
  });
  await t.makeFlag({ key: 'split' });
  await t.change('split', [
    { kind: 'turnOn' },
    {
      kind: 'setDefault',
      default: {
        split: [
          { variant: 'on', weight: 50_000 },
          { variant: 'off', weight: 50_000 },
        ],
      },
    },
  ]);
});
afterAll(() => t.close());

const flagsOf = (json: unknown): Record<string, Record<string, unknown>> => {
  if (typeof json !== 'object' || json === null || !('flags' in json)) throw new Error('no flags');
  return json.flags as Record<string, Record<string, unknown>>;
};

describe('the answers', () => {
  it('of /api/flags say value, variant, reason, cause, rule and version', () => {
    const { status, json, headers } = t.ask('/api/flags?plan=pro&targetingKey=u1');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      environment: ENVIRONMENT,
      revision: t.store.all().find((e) => e.key === ENVIRONMENT)?.ruleset.number,
    });
    expect(flagsOf(json).checkout).toEqual({
      value: false,
      variant: 'off',
      reason: 'TARGETING_MATCH',
      cause: 'rule',
      ruleId: 'rule-off',
      configVersion: 2,
    });
    expect(Object.keys(flagsOf(json))).toEqual(['checkout', 'hidden', 'palette', 'split']);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-store',
      vary: 'Authorization, Origin',
    });
  });

  it('are the same to a POST', () => {
    const get = t.ask('/api/flags?plan=pro&targetingKey=u1');
    const post = t.ask('/api/flags', { body: { context: { plan: 'pro', targetingKey: 'u1' } } });
    expect(post.text).toBe(get.text);
    expect(post.etag).toBe(get.etag);
  });

  it('of a client key hold client-visible flags only', () => {
    const { json } = t.ask('/api/flags?targetingKey=u1', { key: t.clientKey });
    expect(Object.keys(flagsOf(json))).toEqual(['checkout', 'palette', 'split']);
    expect(t.ask('/api/flags/hidden', { key: t.clientKey }).status).toBe(404);
    expect(t.ask('/api/flags/hidden').status).toBe(200);
  });

  it('hold the keys asked for, in key order, and leave out unknown ones', () => {
    const { json } = t.ask('/api/flags?targetingKey=u1&keys=split,nothing,checkout,split');
    expect(Object.keys(flagsOf(json))).toEqual(['checkout', 'split']);
    const posted = t.ask('/api/flags', { body: { context: {}, keys: ['palette', 'nothing', '__proto__'] } });
    expect(Object.keys(flagsOf(posted.json))).toEqual(['palette']);
    expect(flagsOf(t.ask('/api/flags', { body: { context: {}, keys: [] } }).json)).toEqual({});
  });

  it('of a disabled flag say DISABLED with the off value, or without one where none is set', () => {
    const { json } = t.ask(OFREP, { body: { context: { targetingKey: 'u1' } } });
    const items = Object.values(flagsOf(json)).map((item) => [item.key, item]);
    expect(Object.fromEntries(items)).toMatchObject({ hidden: { key: 'hidden', value: false, variant: 'off' } });
    expect(Object.fromEntries(items).palette).toEqual({ key: 'palette', reason: 'DISABLED' });
    expect(flagsOf(t.ask('/api/flags').json).palette).toEqual({ reason: 'DISABLED', cause: 'off', configVersion: 1 });
  });

  it('of a default that is left to the caller have no value, and say DISABLED to OFREP alone', async () => {
    await t.makeFlag({ key: 'callers', clientVisible: false });
    await t.change('callers', [{ kind: 'turnOn' }, { kind: 'setDefault', default: { variant: null } }]);
    expect(t.ask(`${OFREP}/callers`, { body: { context: {} } }).json).toEqual({ key: 'callers', reason: 'DISABLED' });
    expect(t.ask('/api/flags/callers').json).toEqual({
      key: 'callers',
      reason: 'STATIC',
      cause: 'default',
      configVersion: 2,
    });
    await archiveFlag(t.admin(), { key: 'callers' });
    expect(t.ask('/api/flags/callers').status).toBe(404);
  });

  it('of OFREP carry the flag’s own metadata and nothing else', () => {
    const { json } = t.ask(`${OFREP}/hidden`, { body: { context: {} } });
    expect(json).toEqual({
      key: 'hidden',
      value: false,
      variant: 'off',
      reason: 'DISABLED',
      metadata: { team: 'web', size: 2 },
    });
    expect(t.ask(`${OFREP}/checkout`, { body: { context: {} } }).json).toEqual({
      key: 'checkout',
      value: true,
      variant: 'on',
      reason: 'DEFAULT',
    });
  });

  it('with one flag that fails are answers all the same', () => {
    const { status, json } = t.ask(OFREP, { body: { context: { plan: 'pro' } } });
    expect(status).toBe(200);
    const items = Object.values(flagsOf(json));
    expect(items).toContainEqual({
      key: 'split',
      errorCode: 'TARGETING_KEY_MISSING',
      errorDetails: expect.any(String),
    });
    expect(items).toContainEqual(expect.objectContaining({ key: 'checkout', value: false }));
    expect(flagsOf(t.ask('/api/flags').json).split).toMatchObject({
      reason: 'ERROR',
      errorCode: 'TARGETING_KEY_MISSING',
    });
    for (const address of [`${OFREP}/split`, '/api/flags/split']) {
      const single = t.ask(address, { body: { context: {} } });
      expect(single).toMatchObject({ status: 400, json: { key: 'split', errorCode: 'TARGETING_KEY_MISSING' } });
    }
  });

  it('of one flag carry its key', () => {
    expect(t.ask('/api/flags/checkout?plan=pro').json).toEqual({
      key: 'checkout',
      value: false,
      variant: 'off',
      reason: 'TARGETING_MATCH',
      cause: 'rule',
      ruleId: 'rule-off',
      configVersion: 2,
    });
  });

  it('explain themselves to server keys alone', () => {
    const told = t.ask('/api/flags?explain=1&plan=pro&keys=checkout,nothing');
    expect(flagsOf(told.json).checkout).toMatchObject({ value: false, trace: expect.any(Array) });
    expect(Object.keys(flagsOf(told.json))).toEqual(['checkout']);
    expect(told.headers.etag).toBeUndefined();
    const single = t.ask('/api/flags/checkout?explain=1').json;
    expect(single).toMatchObject({ key: 'checkout', trace: expect.any(Array) });
    // As documented, and with nothing more.
    expect(singleAnswer.strict().safeParse(single).error).toBeUndefined();
    expect(evaluationErrorAnswer.strict().safeParse(t.ask('/api/flags/nothing').json).error).toBeUndefined();
    expect(t.ask('/api/flags?explain=1', { key: t.clientKey }).status).toBe(403);
    expect(t.ask('/api/flags/checkout?explain=1', { key: t.clientKey, body: { context: {} } }).status).toBe(403);
  });
});

describe('who asks', () => {
  it.each([
    ['nobody', {}],
    ['an unknown key', { authorization: 'Bearer fsc_unknownunknownunknown' }],
    ['another scheme', { authorization: 'Basic abc' }],
    ['X-API-Key elsewhere than in OFREP', { 'x-api-key': 'KEY' }],
  ])('is refused as %s', (_, headers) => {
    const sent = Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, v === 'KEY' ? t.serverKey : v]));
    const { status, json, headers: given } = t.ask('/api/flags', { key: null, headers: sent });
    expect(status).toBe(401);
    expect(json).toEqual({ errorCode: 'GENERAL', errorDetails: expect.any(String) });
    expect(given['www-authenticate']).toContain('Bearer');
  });

  it('may be said by X-API-Key to OFREP', () => {
    expect(t.ask(OFREP, { key: null, headers: { 'x-api-key': t.clientKey }, body: { context: {} } }).status).toBe(200);
  });

  it('is refused for a key in the address, even beside a valid header', () => {
    const inContext = `context=${encodeURIComponent(JSON.stringify({ apiKey: t.serverKey }))}`;
    for (const query of [
      `key=${t.clientKey}`,
      `token=Bearer%20${t.serverKey}`,
      'a=fsa_x',
      `${t.clientKey}=1`,
      inContext,
    ]) {
      expect(t.ask(`/api/flags?${query}`).status).toBe(401);
      expect(t.ask(`${OFREP}?${query}`, { body: { context: {} } }).status).toBe(401);
    }
  });

  it('is refused once the key has expired', async () => {
    const key = await t.makeKey('client', { expiresAt: '2026-03-02T09:30:00Z' });
    expect(t.ask('/api/flags', { key }).status).toBe(200);
    const now = t.services.now();
    t.services.setNow('2026-03-02T09:30:00Z');
    expect(t.ask('/api/flags', { key }).status).toBe(401);
    t.services.setNow(now);
  });
});

describe('requests that cannot be answered', () => {
  const post = (body: string) => t.ask(`${OFREP}/checkout`, { body });

  it.each([
    ['', 'INVALID_CONTEXT'],
    [' \n ', 'INVALID_CONTEXT'],
    ['{}', 'INVALID_CONTEXT'],
    ['{"context":null}', 'INVALID_CONTEXT'],
    ['{"context":[]}', 'INVALID_CONTEXT'],
    ['{"context":"x"}', 'INVALID_CONTEXT'],
    ['[]', 'INVALID_CONTEXT'],
    ['"x"', 'INVALID_CONTEXT'],
    ['{"__proto__":{"context":{}}}', 'INVALID_CONTEXT'],
    ['{', 'PARSE_ERROR'],
    ['{"context":{}}}', 'PARSE_ERROR'],
    [`{"context":{"a":"${'é'.repeat(2_049)}"}}`, 'INVALID_CONTEXT'],
    [
      JSON.stringify({ context: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`a${i}`, 1])) }),
      'INVALID_CONTEXT',
    ],
  ])('%j is 400', (body, errorCode) => {
    expect(post(body)).toMatchObject({ status: 400, json: { key: 'checkout', errorCode } });
    const bulk = t.ask(OFREP, { body });
    expect(bulk.status).toBe(400);
    expect(bulk.json).toEqual({ errorCode, errorDetails: expect.any(String) });
  });

  it.each([
    ['too_large', 413],
    ['too_deep', 400],
    ['unsupported_encoding', 415],
    ['unreadable', 400],
  ] as const)('a body that is %s is %i', (problem, status) => {
    expect(t.ask('/api/flags', { body: { ok: false, problem } })).toMatchObject({
      status,
      json: { errorCode: expect.any(String) },
    });
  });

  it('invalid UTF-8 is 400', () => {
    const body = { ok: true, bytes: new Uint8Array([0x22, 0xff, 0x22]) } as const;
    expect(t.ask(OFREP, { body })).toMatchObject({ status: 400, json: { errorCode: 'PARSE_ERROR' } });
  });

  it.each([
    ['checkouT', 'checkouT'],
    ['', ''],
    ['a/b%20c', 'a/b c'],
    ['%00', '\0'],
    ['__proto__', '__proto__'],
    ['x'.repeat(5_000), 'x'.repeat(5_000)],
    ['%F0%9F%98%80', '😀'],
  ])('an unknown key %j is 404 with the key', (sent, key) => {
    for (const address of [`${OFREP}/${sent}`, `/api/flags/${sent}`]) {
      const { status, json } = t.ask(address, { body: { context: {} } });
      expect(status).toBe(404);
      expect(json).toMatchObject({ key, errorCode: 'FLAG_NOT_FOUND', errorDetails: expect.any(String) });
    }
  });

  it('a broken percent-encoding is 400', () => {
    for (const address of [
      '/api/flags/%zz',
      '/api/flags/%ff',
      '/api/flags?a=%zz',
      '/api/flags?a=%ff',
      `${OFREP}/%e0%80`,
    ]) {
      const ofrep = address.startsWith('/ofrep');
      expect(t.ask(address, ofrep ? { body: { context: {} } } : {})).toMatchObject({
        status: 400,
        json: { errorCode: 'PARSE_ERROR' },
      });
    }
  });

  it.each([
    ['/api/flags', 'PUT', 'GET, POST, OPTIONS'],
    ['/api/flags/checkout', 'HEAD', 'GET, POST, OPTIONS'],
    [OFREP, 'GET', 'POST, OPTIONS'],
    [`${OFREP}/checkout`, 'DELETE', 'POST, OPTIONS'],
  ])('%s does not take %s', (address, method, allow) => {
    expect(t.ask(address, { method })).toMatchObject({ status: 405, headers: { allow } });
  });

  it('what the context holds is a value, never an error', () => {
    for (const body of [
      '{"context":{"__proto__":{"plan":"pro"},"constructor":1,"targetingKey":{"not":""}}}',
      '{"context":{"plan":"\\u0000","targetingKey":"\\ud800"}}',
      '{"context":{"plan":1e999,"targetingKey":123456789012345678901234567890}}',
    ]) {
      expect(t.ask(`${OFREP}/checkout`, { body })).toMatchObject({ status: 200, json: { variant: 'on' } });
    }
  });
});

describe('parameters of a GET', () => {
  it('are texts, or what `context` says, which they replace', () => {
    const context = encodeURIComponent(JSON.stringify({ plan: 'pro', targetingKey: 'u1' }));
    expect(t.ask(`/api/flags/checkout?context=${context}`).json).toMatchObject({ variant: 'off' });
    expect(t.ask(`/api/flags/checkout?context=${context}&plan=free`).json).toMatchObject({ variant: 'on' });
    expect(t.ask('/api/flags?context=%7B')).toMatchObject({ status: 400, json: { errorCode: 'INVALID_CONTEXT' } });
    expect(t.ask(`/api/flags?context=${'%5B'.repeat(3_000)}`)).toMatchObject({ status: 400 });
    expect(t.ask('/api/flags?__proto__=1&context=%7B%22__proto__%22%3A2%7D').status).toBe(200);
  });

  it('a plus and an encoded plus are told apart', () => {
    expect(t.ask('/api/flags/checkout?plan=p%72o').json).toMatchObject({ variant: 'off' });
    expect(t.ask('/api/flags/checkout?plan=pro+').json).toMatchObject({ variant: 'on' });
  });
});

describe('other origins', () => {
  const origin = 'https://shop.example';

  it('are told what they may send, without a key', () => {
    for (const address of ['/api/flags', `${OFREP}/checkout`]) {
      const { status, headers, text } = t.ask(address, {
        method: 'OPTIONS',
        key: null,
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      });
      expect(status).toBe(204);
      expect(text).toBeNull();
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-methods']).toContain('POST');
      for (const name of ['Authorization', 'Content-Type', 'If-None-Match', 'X-API-Key']) {
        expect(headers['access-control-allow-headers']).toContain(name);
      }
    }
  });

  it('read the answers of client keys, their tags and their refusals, never with credentials', () => {
    for (const key of [t.clientKey, 'fsc_unknownunknownunknown']) {
      const { headers } = t.ask('/api/flags', { key, headers: { origin } });
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-expose-headers']).toBe('ETag, Retry-After');
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  it('do not read the answers of server keys', () => {
    const { status, headers } = t.ask('/api/flags', { headers: { origin } });
    expect(status).toBe(200);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('are held to the list of a key that has one; other programs are not', async () => {
    const key = await t.makeKey('client', { origins: [origin] });
    expect(t.ask('/api/flags', { key, headers: { origin } })).toMatchObject({
      status: 200,
      headers: { 'access-control-allow-origin': origin },
    });
    for (const other of ['https://evil.example', 'null', `${origin}.evil.example`]) {
      const refused = t.ask('/api/flags', { key, headers: { origin: other } });
      expect(refused.status).toBe(403);
      expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
    }
    expect(t.ask('/api/flags', { key }).status).toBe(200);
  });
});

describe('counting', () => {
  it('adds each flag of each answer, 304s included, and no unknown key', async () => {
    await t.flush();
    t.counted.length = 0;
    const { etag } = t.ask('/api/flags?plan=pro&keys=checkout,palette,nothing');
    expect(t.ask('/api/flags?plan=pro&keys=checkout,palette', { headers: { 'if-none-match': etag } }).status).toBe(304);
    t.ask('/api/flags/nothing');
    t.ask(`${OFREP}/split`, { body: { context: {} }, headers: { origin: 'https://shop.example' } });
    t.ask(`${OFREP}/checkout`, { body: { context: {} }, headers: { 'x-flagstaff-sdk': 'swift' } });
    await t.flush();
    const rows = t.counted.map(({ flag, variant, sdk, count }) => `${flag} ${variant} ${sdk} ${count}`).sort();
    expect(rows).toEqual([
      'checkout off http-server 2',
      'checkout on swift 1',
      'palette  http-server 2',
      'split  ofrep-web 1',
    ]);
  });
});
