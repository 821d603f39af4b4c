import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { errorOf } from './testing/read-error';
import { createWorld, type World } from './testing/world';

let world: World;
let key = '';
beforeAll(async () => {
  world = await createWorld();
  const made = await world.make('POST', `${P}/keys`, { kind: 'server', name: 'App', environment: 'development' });
  key = String(made.key);
});
afterAll(() => world.close());

const P = '/api/admin/projects/default';
const configOf = (flag: string, environment = 'development') => `${P}/flags/${flag}/environments/${environment}`;
const post = (flags: object[], rest: object = {}) =>
  world.call('POST', `${P}/registry`, {
    body: { environment: 'development', source: 'web', version: '1.4.2', flags, ...rest },
  });
const verdict = z.object({ value: z.unknown(), reason: z.string() });
const evaluate = async (flag: string) => {
  const headers = { authorization: `Bearer ${key}` };
  const { json } = await world.call('POST', '/ofrep/v1/evaluate/flags/' + flag, {
    as: 'anonymous',
    headers,
    body: { context: { targetingKey: 'u1' } },
  });
  return verdict.parse(json);
};

it('is declared, evaluated by its default, switched, and follows it again', async () => {
  const banner = { key: 'banner', description: 'A banner', type: 'boolean', default: true };
  const first = await post([banner, { key: 'limit', type: 'number', default: 10 }]);
  expect(first).toMatchObject({ status: 200, json: { created: ['banner', 'limit'], unchanged: 0, withdrawn: [] } });
  expect(await evaluate('banner')).toMatchObject({ value: true, reason: 'DEFAULT' });
  expect(await evaluate('limit')).toMatchObject({ value: 10 });
  const explained = await world.make('POST', `${configOf('banner')}/explain`, { context: { targetingKey: 'u1' } });
  expect(explained).toMatchObject({ value: true, cause: 'codeDefault' });
  const { environments } = await world.make('GET', `${P}/flags/banner`);
  expect(environments).toMatchObject({
    development: { state: 'default', codeDefault: { variant: 'on', enabled: true } },
    production: { state: 'off', codeDefault: null },
  });
  expect((await world.call('POST', `${configOf('banner')}/follow-default`)).status).toBe(409);
  await world.make('POST', `${configOf('banner')}/disable`);
  expect(await evaluate('banner')).toMatchObject({ value: false, reason: 'DISABLED' });
  expect(await world.make('POST', `${configOf('banner')}/follow-default`)).toMatchObject({ state: 'default' });
  expect(await evaluate('banner')).toMatchObject({ value: true });
  expect((await world.call('POST', `${configOf('banner', 'production')}/follow-default`)).status).toBe(409);

  const second = await post([{ ...banner, default: false }], { version: '1.5.0' });
  expect(second).toMatchObject({ status: 200, json: { changed: ['banner'], withdrawn: ['limit'] } });
  expect(await evaluate('banner')).toMatchObject({ value: false, reason: 'DEFAULT' });
  expect(await world.make('GET', `${configOf('banner')}/revisions`)).toMatchObject({
    items: [{ comment: 'web 1.5.0', instructions: [{ kind: 'setCodeDefault', variant: 'off' }] }, {}, {}, {}],
  });
  expect(await evaluate('limit')).toMatchObject({ value: 10 });

  const listed = await world.make('GET', `${P}/registry?environment=development&flag=limit`);
  expect(listed).toMatchObject({
    items: [{ source: 'web', value: 10, inForce: true, withdrawnAt: expect.any(String) }],
  });
  const state = await world.make('GET', `${P}/flags?q=${encodeURIComponent('env:development state:default')}`);
  expect(state).toMatchObject({ total: 2 });
});

it('takes the third state in a whole configuration and in instructions, where something is declared', async () => {
  await post([{ key: 'third', type: 'boolean', default: true }], { source: 'third' });
  await world.make('POST', `${configOf('third')}/enable`);
  const stored = await world.make('GET', configOf('third'));
  expect(await world.make('PUT', configOf('third'), { ...stored, state: 'default' })).toMatchObject({
    state: 'default',
  });
  const refused = await world.call('POST', `${configOf('third', 'staging')}/changes`, {
    body: { version: 1, instructions: [{ kind: 'followDefault' }] },
  });
  expect([refused.status, errorOf(refused.json).code]).toEqual([422, 'no_code_default']);
});

it('refuses what it cannot store, and says where', async () => {
  await world.make('POST', `${P}/flags`, { key: 'word', type: 'string', variants: [{ key: 'a', value: 'a' }] });
  const conflict = await post([{ key: 'word', type: 'boolean', default: true }], { source: 'typist' });
  expect([conflict.status, errorOf(conflict.json).code]).toEqual([409, 'flag_type_differs']);
  expect(conflict.json).toMatchObject({
    error: { issues: [{ path: 'flags.0.type' }], current: { flags: [{ key: 'word', type: 'string' }] } },
  });
  expect((await post([], { environment: 'absent' })).status).toBe(404);
  expect((await post([], { source: '' })).status).toBe(400);
  expect((await post([], { extra: 1 })).status).toBe(400);
  const many = Array.from({ length: 10_001 }, (_, index) => ({ key: `k${index}`, type: 'boolean', default: true }));
  expect((await post(many)).status).toBe(400);
  const large = { key: 'large', type: 'string', default: 'x'.repeat(1_100_000) };
  expect((await post([large])).status).toBe(413);
});
