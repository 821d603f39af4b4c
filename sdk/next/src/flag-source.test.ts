import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { flagSource } from './flag-source';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Serves on a port of its own until the test ends. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}
const answering = (status: number, body: string) =>
  serve((_request, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body));
const key = 'fss_a-server-key-of-a-test';

describe('asking a server', () => {
  test('sends key and context to the address of the flag', async () => {
    const asked: unknown[] = [];
    const url = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { authorization } = request.headers;
      asked.push([request.method, request.url, authorization, JSON.parse(Buffer.concat(chunks).toString())]);
      response.end('{"key":"a","value":true}');
    });
    const isOn = await flagSource({ url: `${url}/`, key })('orders.new_pricing', { targetingKey: 'mira' });
    expect(isOn).toBe(true);
    const context = { targetingKey: 'mira' };
    expect(asked).toEqual([['POST', '/api/flags/orders.new_pricing', `Bearer ${key}`, { context }]]);
  });

  test.each([
    ['false', 200, '{"value":false}', 0],
    ['no value', 200, '{"key":"a","reason":"DISABLED"}', 0],
    ['a value that is no boolean', 200, '{"value":"true"}', 1],
    ['an unknown flag', 404, '{"errorCode":"FLAG_NOT_FOUND"}', 1],
    ['a refused key', 401, '{"error":{}}', 1],
    ['a failure that says true', 503, '{"value":true}', 1],
    ['no JSON', 200, '<html>', 1],
    ['a redirection', 302, '', 1],
  ])('%s is off', async (_what, status, body, problems) => {
    const onError = vi.fn();
    const url = await answering(status, body);
    expect(await flagSource({ url, key, onError })('a', {})).toBe(false);
    expect(onError).toHaveBeenCalledTimes(problems);
  });

  test('a server that does not answer in time is off, and so is none', async () => {
    const onError = vi.fn();
    const silent = await serve(() => {});
    expect(await flagSource({ url: silent, key, timeoutMs: 50, onError })('a', {})).toBe(false);
    expect(await flagSource({ url: 'http://127.0.0.1:9', key, onError })('a', {})).toBe(false);
    expect(await flagSource({ url: 'no address', key, onError })('a', {})).toBe(false);
    expect(onError.mock.calls.map(([problem, flag]) => [problem instanceof Error, flag])).toEqual([
      [true, 'a'],
      [true, 'a'],
      [true, 'a'],
    ]);
  });
});

describe('asking a client of OpenFeature', () => {
  test('hands it flag, context and false', async () => {
    const getBooleanValue = vi.fn(async () => true);
    expect(await flagSource({ client: { getBooleanValue } })('a', { tenant: 'acme' })).toBe(true);
    expect(getBooleanValue).toHaveBeenCalledExactlyOnceWith('a', false, { tenant: 'acme' });
  });

  test('a client that throws is off', async () => {
    const onError = vi.fn();
    const client = { getBooleanValue: () => Promise.reject(new Error('not ready')) };
    expect(await flagSource({ client, onError })('a', {})).toBe(false);
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('not ready'), 'a');
  });
});
