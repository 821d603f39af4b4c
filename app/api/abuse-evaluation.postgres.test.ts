import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACKS, FOREIGN_TYPES, MARKER } from './testing/attacks';
import { quickest } from './testing/quickest';
import { type Answered, createWorld, type World } from './testing/world';

let world: World;
let headers: Record<string, string>;
beforeAll(async () => {
  world = await createWorld();
  const body = { kind: 'server', name: 'Shop', environment: 'development' };
  const { key } = await world.make('POST', '/api/admin/projects/default/keys', body);
  headers = { authorization: `Bearer ${String(key)}`, 'content-type': 'application/json' };
  for (const flag of ['a', 'constructor']) {
    await world.make('POST', '/api/admin/projects/default/flags', { key: flag, type: 'boolean' });
    await world.make('POST', `/api/admin/projects/default/flags/${flag}/environments/development/enable`);
  }
});
afterAll(() => world.close());

const ENDPOINTS = ['/api/flags', '/api/flags/a', '/ofrep/v1/evaluate/flags', '/ofrep/v1/evaluate/flags/a'];

const ODD = ['NUL in a text', 'NUL in a name', 'half a surrogate pair', 'the other half', 'a number over all'];

function expectPlainError(what: string, { status, headers: answered, text, json }: Answered): void {
  expect(answered.get('content-type'), what).toBe('application/json; charset=utf-8');
  expect(json, what).toMatchObject({ errorCode: expect.stringMatching(/^[A-Z_]+$/) });
  expect(text, what).not.toContain(MARKER);
  expect(text, what).not.toMatch(/<|node_modules|\bat .*\.ts:/);
  expect(status, what).toBeLessThan(500);
}

describe.each(ENDPOINTS)('POST %s', (path) => {
  const post = (raw: BodyInit, more: Record<string, string> = {}) =>
    world.call('POST', path, { as: 'anonymous', raw, headers: { ...headers, ...more } });

  it('refuses bodies that it cannot read', async () => {
    for (const { name, status, raw, headers: more, within } of ATTACKS) {
      const { ms, result: answer } = await quickest(() => post(raw(), more), within);
      expect(ms, name).toBeLessThan(within);
      // Nothing of a context is stored, so that odd texts and numbers may have a value.
      if (ODD.includes(name)) expect([name, [200, 400].includes(answer.status)]).toEqual([name, true]);
      else expect([name, answer.status]).toEqual([name, status]);
      if (answer.status !== 200) expectPlainError(name, answer);
    }
  });

  it('reads JSON only, whatever the type says', async () => {
    for (const type of FOREIGN_TYPES) {
      const answer = await post(`context=${MARKER}`, { 'content-type': type });
      expect([type, answer.status]).toEqual([type, 400]);
      expectPlainError(type, answer);
    }
  });

  it('wants a context that is one', async () => {
    for (const context of ['null', '1', '"x"', `["${MARKER}"]`, undefined]) {
      const answer = await post(context === undefined ? '{}' : `{"context":${context}}`);
      expect([context, answer.status, answer.json]).toEqual([
        context,
        400,
        expect.objectContaining({ errorCode: 'INVALID_CONTEXT' }),
      ]);
      expectPlainError(String(context), answer);
    }
    const large = JSON.stringify({ context: { targetingKey: 'u', a: MARKER.repeat(1_000) } });
    expectPlainError('a large value', await post(large));
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`a${index}`, index]));
    expect((await post(JSON.stringify({ context: many }))).status).toBe(400);
  });

  it('takes any object as a context, names of prototypes included', async () => {
    for (const context of [
      '{}',
      '{"not":""}',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
      '{"targetingKey":{"not":""},"tenant":["x"]}',
      '{"a":1e308,"b":-0,"c":12345678901234567890}',
    ]) {
      expect([context, (await post(`{"context":${context}}`)).status]).toEqual([context, 200]);
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('refuses a key in the address, even beside a valid one', async () => {
    const answer = await world.call('POST', `${path}?x=fss_${MARKER}`, {
      as: 'anonymous',
      raw: '{"context":{}}',
      headers,
    });
    expect(answer.status).toBe(401);
    expectPlainError('a key in the address', answer);
  });
});

it('knows flags by their own names only', async () => {
  const post = (key: string) =>
    world.call('POST', `/api/flags/${key}`, { as: 'anonymous', raw: '{"context":{"targetingKey":"u"}}', headers });
  expect((await post('constructor')).json).toMatchObject({ key: 'constructor', value: true });
  for (const key of ['__proto__', 'toString', 'hasOwnProperty', '%00', 'a%2Fb']) {
    const answer = await post(key);
    expect([key, answer.status, answer.json]).toEqual([
      key,
      404,
      expect.objectContaining({ errorCode: 'FLAG_NOT_FOUND' }),
    ]);
  }
  expect((await post('%FF')).status).toBe(400);
});

it('takes admin keys and sessions for no keys of applications', async () => {
  for (const as of ['token', 'key', 'owner', 'anonymous'] as const) {
    for (const path of ENDPOINTS) {
      expect([as, path, (await world.call('POST', path, { as, body: { context: {} } })).status]).toEqual([
        as,
        path,
        401,
      ]);
    }
  }
});

it('tells a server key nothing of the admin API', async () => {
  const answer = await world.call('GET', '/api/admin/projects/default/flags', { as: 'anonymous', headers });
  expect(answer.status).toBe(401);
});
