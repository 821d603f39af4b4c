import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { InstallationScope } from '@/lib/services/context';
import { serviceError } from '@/lib/services/errors';
import { type HttpVerb, inInstallation } from './operation';
import { createRoute, type Edge } from './wrapper';

const logged: unknown[] = [];
const edge: Edge = {
  mintProject: async () => {
    throw serviceError('not_found');
  },
  mintTenant: async () => {
    throw serviceError('not_found');
  },
  mintInstallation: async (request) => {
    if (!request.headers.has('authorization')) throw serviceError('unauthenticated');
    // The wrapper passes the context on without looking into it.
    return JSON.parse('{}');
  },
  log: { error: (fields) => void logged.push(fields) },
};

const echoing = (input: z.ZodType, run: (input: unknown) => unknown = (given) => given): HttpVerb<InstallationScope> =>
  Object.assign(async (_ctx: unknown, given: unknown) => run(given), { input, verbName: 'things.echo' });

const thing = z.strictObject({ key: z.string(), version: z.number().optional(), name: z.string().optional() });
const summary = 'A thing';
const route = createRoute(edge);
const handlers = route('/api/things/{key}', {
  GET: inInstallation(echoing(z.object({ key: z.string(), q: z.string().optional() })), { summary, answer: z.any() }),
  PUT: inInstallation(echoing(thing), { summary, answer: z.any() }),
  POST: inInstallation(echoing(thing), { summary, answer: z.any(), created: 'name' }),
  DELETE: inInstallation(
    echoing(thing, () => undefined),
    { summary },
  ),
});

const call = (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH' | 'OPTIONS' | 'HEAD',
  { path = '', body, headers = {} }: { path?: string; body?: BodyInit; headers?: Record<string, string> } = {},
): Promise<Response> => {
  const request = new Request(`https://flags.example/api/things/a${path}`, {
    method,
    body,
    headers: { authorization: 'x', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    duplex: 'half',
  } as RequestInit);
  return handlers[method](request, { params: Promise.resolve({ key: 'a' }) });
};
const codeOf = async (answer: Response): Promise<string> => {
  const body = z.object({ error: z.object({ code: z.string(), requestId: z.string(), message: z.string() }) });
  return body.parse(await answer.json()).error.code;
};

it('joins path, query and version into one input', async () => {
  expect(await (await call('GET', { path: '?q=x&other=1' })).json()).toEqual({ key: 'a', q: 'x' });
  const byHeader = await call('PUT', { body: '{"name":"n"}', headers: { 'if-match': '"3"' } });
  expect(await byHeader.json()).toEqual({ key: 'a', name: 'n', version: 3 });
  expect(byHeader.headers.get('etag')).toBe('"3"');
  expect(await (await call('PUT', { path: '?version=4', body: '{}' })).json()).toEqual({ key: 'a', version: 4 });
});

it('refuses a version said twice in two ways, an unreadable one, and a body that says another path', async () => {
  const twice = await call('PUT', { body: '{"version":2}', headers: { 'if-match': '"3"' } });
  expect([twice.status, await codeOf(twice)]).toEqual([400, 'version_differs']);
  const unreadable = await call('PUT', { body: '{}', headers: { 'if-match': '*' } });
  expect([unreadable.status, await codeOf(unreadable)]).toEqual([400, 'version_unreadable']);
  const other = await call('PUT', { body: '{"key":"b"}' });
  expect([other.status, await codeOf(other)]).toEqual([400, 'path_differs']);
  expect((await call('PUT', { body: '{"key":"a"}' })).status).toBe(200);
});

it('answers 201 with a location, 204 without a body, and 405 with what is allowed', async () => {
  const made = await call('POST', { body: '{"name":"n/1"}' });
  expect([made.status, made.headers.get('location')]).toEqual([201, '/api/things/a/n%2F1']);
  const gone = await call('DELETE', { path: '?version=1' });
  expect([gone.status, await gone.text()]).toEqual([204, '']);
  const refused = await call('PATCH', { body: '{}' });
  expect([refused.status, await codeOf(refused)]).toEqual([405, 'method_not_allowed']);
  expect(refused.headers.get('allow')).toBe('GET, POST, PUT, DELETE, HEAD, OPTIONS');
  expect((await call('OPTIONS')).status).toBe(204);
  const head = await call('HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
});

it('takes JSON only, and only objects', async () => {
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', '']) {
    const answer = await call('PUT', { body: 'a=1', headers: { 'content-type': type } });
    expect([answer.status, await codeOf(answer)]).toEqual([415, 'json_only']);
  }
  for (const body of ['[]', '"x"', '1', 'null']) {
    expect(await codeOf(await call('PUT', { body }))).toBe('body_object');
  }
  const packed = await call('PUT', { body: gzipSync('{"name":"n"}'), headers: { 'content-encoding': 'gzip' } });
  expect(await packed.json()).toEqual({ key: 'a', name: 'n' });
});

it('takes an empty stream without a type for no body, as servers hand it on, and a full one for none of ours', async () => {
  const streamOf = (text: string): ReadableStream<Uint8Array> =>
    new ReadableStream({
      start(controller) {
        if (text !== '') controller.enqueue(Buffer.from(text));
        controller.close();
      },
    });
  const send = (method: 'DELETE' | 'POST', text: string): Promise<Response> => {
    const request = new Request('https://flags.example/api/things/a?version=1', {
      method,
      body: streamOf(text),
      headers: { authorization: 'x' },
      duplex: 'half',
    } as RequestInit);
    expect([request.body === null, request.headers.get('content-type')]).toEqual([false, null]);
    return handlers[method](request, { params: Promise.resolve({ key: 'a' }) });
  };
  expect((await send('DELETE', '')).status).toBe(204);
  expect((await send('POST', '')).status).toBe(201);
  const typeless = await send('POST', '{"name":"n"}');
  expect([typeless.status, await codeOf(typeless)]).toEqual([415, 'json_only']);
});

it('asks who it is before it reads anything, and refuses keys in addresses', async () => {
  const anonymous = new Request('https://flags.example/api/things/a', { method: 'PUT', body: 'not json' });
  const answer = await handlers.PUT(anonymous, { params: Promise.resolve({ key: 'a' }) });
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="flagstaff"']);
  for (const path of ['?q=fsa_0123', '?fsa_0123=1', '?q=Bearer%20FSA_0123']) {
    const inQuery = await call('GET', { path });
    expect([inQuery.status, await codeOf(inQuery)]).toEqual([401, 'key_in_query']);
  }
});

it('says nothing of an unknown error, and writes it to the log', async () => {
  const broken = route('/api/things/{key}', {
    GET: inInstallation(
      echoing(thing, () => {
        throw new Error('secret detail');
      }),
      { summary, answer: z.any() },
    ),
  });
  const request = new Request('https://flags.example/api/things/a', {
    headers: { authorization: 'x', 'x-request-id': '0123456789abcdef' },
  });
  const answer = await broken.GET(request, { params: Promise.resolve({ key: 'a' }) });
  expect(answer.status).toBe(500);
  expect(answer.headers.get('x-request-id')).toBe('0123456789abcdef');
  const text = await answer.text();
  expect(text).not.toContain('secret');
  expect(JSON.parse(text)).toMatchObject({ error: { code: 'internal', requestId: '0123456789abcdef' } });
  expect(JSON.stringify(logged.at(-1))).toContain('0123456789abcdef');
});

it('says 503 when the database is away', async () => {
  const away = route('/api/things/{key}', {
    GET: inInstallation(
      echoing(thing, () => {
        throw Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
      }),
      { summary, answer: z.any() },
    ),
  });
  const request = new Request('https://flags.example/api/things/a', { headers: { authorization: 'x' } });
  const answer = await away.GET(request, { params: Promise.resolve({ key: 'a' }) });
  expect([answer.status, await codeOf(answer), answer.headers.get('retry-after')]).toEqual([503, 'unavailable', '1']);
});
