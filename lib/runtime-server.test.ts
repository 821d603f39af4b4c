import { randomUUID } from 'node:crypto';
import { request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/create-test-database';
import {
  contextOf,
  createTestRuntime,
  TEST_CLIENT_KEY,
  TEST_SERVER_KEY,
} from '@/lib/delivery/testing/create-test-runtime';
import { createHttpServer } from '@/lib/runtime-server';
import type { Runtime } from '@/lib/runtime-shape';
import { enableFlag } from '@/lib/services/configurations/set-state';
import { createFlag } from '@/lib/services/flags/create';

let database: TestDatabase;
let own: Runtime;
let server: Server;
let port: number;
let seen: IncomingMessage['headers'] | null = null;
const OFREP = '/ofrep/v1/evaluate/flags';

beforeAll(async () => {
  database = await createTestDatabase();
  own = await createTestRuntime(database.database);
  server = createHttpServer(own, async (request, response) => {
    seen = request.headers;
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>a page</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await own.close();
  await database.close();
});

const url = (path: string): string => `http://127.0.0.1:${port}${path}`;
const auth = { authorization: `Bearer ${TEST_SERVER_KEY}` };
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(url(path), { method: 'POST', body, headers: { ...auth, 'content-type': 'application/json', ...headers } });

/** Sends bytes as they are and reads until the other side closes. */
const raw = (text: string, to = port): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(to, '127.0.0.1', () => socket.write(text));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
  });

/** A chunked body of this many bytes, without a declared length. */
const chunked = (path: string, bytes: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = httpRequest(url(path), { method: 'POST', headers: { ...auth, 'transfer-encoding': 'chunked' } });
    sent.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    const piece = Buffer.alloc(65_536, 0x20);
    for (let written = 0; written < bytes; written += piece.length) sent.write(piece);
    sent.end();
  });

describe('before the rulesets are loaded', () => {
  it('says that it is not ready, to valid and unknown keys alike', async () => {
    for (const key of [TEST_SERVER_KEY, 'fss_unknownunknownunknown']) {
      const answer = await fetch(url('/api/flags'), { headers: { authorization: `Bearer ${key}` } });
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ errorCode: 'PROVIDER_NOT_READY' });
    }
    expect((await fetch(url('/api/health'))).status).toBe(503);
    expect((await fetch(url('/api/health/ready'))).status).toBe(503);
    expect((await fetch(url('/api/health/live'))).status).toBe(200);
    await own.ready();
  });
});

describe('once ready', () => {
  it('is healthy', async () => {
    const answer = await fetch(url('/api/health'));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      status: 'ok',
      version: expect.stringMatching(/^\d/),
      database: 'ok',
      redis: 'unused',
      environments: 3,
    });
  });

  it('answers by a write on the next request', async () => {
    const ctx = await contextOf(own);
    await createFlag(ctx, { key: 'fresh', name: 'Fresh', type: 'boolean', clientVisible: true });
    const ask = async () => (await fetch(url('/api/flags/fresh'), { headers: auth })).json();
    expect(await ask()).toMatchObject({ value: false });
    await enableFlag(ctx, { flag: 'fresh', environment: 'production' });
    expect(await ask()).toMatchObject({ value: true });
  });

  it('answers 304 without a body, over POST too', async () => {
    const first = await post(OFREP, '{"context":{}}');
    const etag = first.headers.get('etag') ?? '';
    const second = await post(OFREP, '{"context":{}}', { 'if-none-match': `"other", W/${etag}` });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
  });

  it('counts what it answered', async () => {
    const countOf = async () => {
      await own.counter.flush();
      const rows = await database.database.prisma.evaluationCount.findMany({ where: { flag: 'fresh' } });
      return rows.reduce((sum, row) => sum + Number(row.count), 0);
    };
    const before = await countOf();
    await Promise.all(Array.from({ length: 50 }, () => post(`${OFREP}/fresh`, '{"context":{}}')));
    expect(await countOf()).toBe(before + 50);
  });

  it('hands everything else to the framework, without what outsiders may not say', async () => {
    const headers = {
      'x-middleware-subrequest': 'proxy',
      'x-nonce': 'x',
      'content-security-policy': 'x',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.9',
      'x-request-id': 'not an id',
    };
    expect(await (await fetch(url('/p/default/flags'), { headers })).text()).toBe('<p>a page</p>');
    expect(seen).toMatchObject({
      'x-forwarded-for': '203.0.113.9, 127.0.0.1',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    for (const name of [
      'x-middleware-subrequest',
      'x-nonce',
      'content-security-policy',
      'x-forwarded-host',
      'x-forwarded-proto',
    ]) {
      expect(seen).not.toHaveProperty(name);
    }
  });

  it('gives and keeps request ids', async () => {
    const id = randomUUID();
    const kept = await fetch(url('/api/flags'), { headers: { ...auth, 'x-request-id': id } });
    expect(kept.headers.get('x-request-id')).toBe(id);
    expect((await fetch(url('/api/flags'), { headers: auth })).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers an empty key with 404, never with a redirect', async () => {
    const answers = [
      await fetch(url('/api/flags/'), { headers: auth, redirect: 'manual' }),
      await post(`${OFREP}/`, '{"context":{}}'),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ key: '', errorCode: 'FLAG_NOT_FOUND' });
    }
    const other = await fetch(url('/ofrep/v1/configuration'), { headers: auth });
    expect(other.status).toBe(404);
    expect(await other.json()).toMatchObject({ error: { code: 'not_found' } });
  });

  it('reads a raw key with slashes and spaces as one', async () => {
    const answer = await raw(
      `POST ${OFREP}/a/b%20c HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${TEST_CLIENT_KEY}\r\ncontent-length: 14\r\n` +
        'connection: close\r\n\r\n{"context":{}}',
    );
    expect(answer).toContain('HTTP/1.1 404');
    expect(answer).toContain('"key":"a/b c"');
  });
});

describe('what may not be sent', () => {
  it.each([5_000, 1_000_000])('JSON of depth %i is 400 within 100 ms', async (depth) => {
    const body = `{"context":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    await post(OFREP, '{"context":{}}');
    const begun = performance.now();
    const answer = await post(OFREP, body);
    expect(answer.status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(100);
    expect(await answer.json()).toMatchObject({ errorCode: 'PARSE_ERROR' });
  });

  it('10 MB are 413, with and without a declared length', async () => {
    const answer = await post(OFREP, Buffer.alloc(10 * 1_048_576, 0x20)).then(({ status }) => status);
    expect(answer).toBe(413);
    expect(await chunked('/api/flags', 10 * 1_048_576)).toBe(413);
  });

  it('256 kB are read', async () => {
    const text = `{"context":{}${' '.repeat(262_144 - 14)}}`;
    expect((await post(OFREP, text)).status).toBe(200);
    expect((await post(OFREP, `${text} `)).status).toBe(413);
  });

  it('a gzip bomb is 413, a small one is read, another encoding is 415', async () => {
    const gzip = { 'content-encoding': 'gzip' };
    expect((await post(OFREP, new Uint8Array(gzipSync(Buffer.alloc(50 * 1_048_576, 0x20))), gzip)).status).toBe(413);
    expect((await post(OFREP, new Uint8Array(gzipSync('{"context":{}}')), gzip)).status).toBe(200);
    expect((await post(OFREP, 'x', { 'content-encoding': 'zstd' })).status).toBe(415);
  });

  it('TRACE, strange targets and oversized headers are refused without a page', async () => {
    const end = 'host: x\r\nconnection: close\r\n\r\n';
    expect(await raw(`TRACE / HTTP/1.1\r\n${end}`)).toContain('HTTP/1.1 405');
    expect(await raw(`GET http://evil.example/ HTTP/1.1\r\n${end}`)).toContain('HTTP/1.1 400');
    expect(await raw(`OPTIONS * HTTP/1.1\r\n${end}`)).toContain('HTTP/1.1 400');
    expect(await raw(`NONSENSE / HTTP/1.1\r\n${end}`)).toContain('HTTP/1.1 400');
    const large = await raw(`GET /api/flags HTTP/1.1\r\nx: ${'y'.repeat(40_000)}\r\n${end}`);
    expect(large).toContain('HTTP/1.1 431');
    expect(large).not.toContain('<');
  });

  it('HEAD is told what is allowed, without a body', async () => {
    const answer = await raw(`HEAD /api/flags HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer).toContain('HTTP/1.1 405');
    expect(answer).toContain('allow: GET, POST, OPTIONS');
    expect(answer.split('\r\n\r\n')[1]).toBe('');
  });
});

it.each(['/api//flags', '/api/admin//me', '/api/admin/projects/default//flags'])('answers %s in JSON', async (path) => {
  const answer = await fetch(url(path), { redirect: 'manual', headers: auth });
  expect([answer.status, (await answer.json()).error.code]).toEqual([404, 'not_found']);
});

it('goes on after the handler behind has failed', async () => {
  const failing = createHttpServer(own, () => Promise.reject(new Error('a fault')));
  await new Promise<void>((resolve) => failing.listen(0, '127.0.0.1', resolve));
  const { port: other } = failing.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${other}/anything`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('a fault');
  expect((await fetch(`http://127.0.0.1:${other}/api/flags`, { headers: auth })).status).toBe(200);
  failing.closeAllConnections();
  failing.close();
});

it('answers the next request of a connection whose last body the handler behind gave up halfway', async () => {
  const hasty = createHttpServer(own, async (request, response) => {
    request.once('data', () => {
      request.pause();
      response.writeHead(413).end();
    });
  });
  await new Promise<void>((resolve) => hasty.listen(0, '127.0.0.1', resolve));
  const { port: other } = hasty.address() as AddressInfo;
  const large = 'x'.repeat(1_048_576);
  const answers = await raw(
    `POST /api/admin HTTP/1.1\r\nhost: x\r\ncontent-length: ${large.length}\r\n\r\n${large}` +
      'GET /api/health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    other,
  );
  expect(answers).toContain('HTTP/1.1 413');
  expect(answers).toContain('"status":"ok"');
  hasty.closeAllConnections();
  hasty.close();
});

it('ends the connection of a body that the handler behind destroyed halfway, and says so', async () => {
  const hasty = createHttpServer(own, async (request, response) => {
    for await (const _ of request) break;
    response.writeHead(400).end();
  });
  await new Promise<void>((resolve) => hasty.listen(0, '127.0.0.1', resolve));
  const { port: other } = hasty.address() as AddressInfo;
  const large = 'x'.repeat(1_048_576);
  const answer = await raw(
    `POST /api/admin HTTP/1.1\r\nhost: x\r\ncontent-length: ${large.length}\r\n\r\n${large}`,
    other,
  );
  expect(answer).toContain('HTTP/1.1 400');
  expect(answer.toLowerCase()).toContain('connection: close');
  hasty.closeAllConnections();
  hasty.close();
});
