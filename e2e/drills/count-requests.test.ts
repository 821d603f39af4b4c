import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { adminOf, KEY_VARIABLES, KEYS, PROJECTS } from '../real-clients/prepare-flags';
import { startServer, type TestServer } from '../support/server';

const REQUESTS = 10_000;
const AT_ONCE = 50;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const project = PROJECTS.specification;

interface Answered {
  status: number;
  etag: string;
}

const ask = (url: string, etag: string | undefined): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${KEYS.client.specification}`,
      'content-type': 'application/json',
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
    };
    const sent = request(`${url}/ofrep/v1/evaluate/flags`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, etag: String(answer.headers.etag) }));
    });
    sent.on('error', reject);
    sent.end('{"context":{"targetingKey":"u1"}}');
  });

/** Sends them, every second one with the tag of the answer; how many of each status came back. */
async function askOften(url: string): Promise<Record<number, number>> {
  const { etag } = await ask(url, undefined);
  const statuses: Record<number, number> = { 200: 1 };
  let left = REQUESTS - 1;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { status } = await ask(url, left % 2 === 0 ? etag : undefined);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return statuses;
}

const totalsOf = async (server: TestServer): Promise<unknown> =>
  adminOf(server)('GET', `/projects/${project}/flags/counted/analytics?environment=development`);

it('counts every one of 10,000 requests, 304s included, though the server is told to end right after the last', async () => {
  const server = await startServer({ env: KEY_VARIABLES });
  const path = `/projects/${project}/flags`;
  await adminOf(server)('POST', path, { key: 'counted', name: 'Counted', type: 'boolean', clientVisible: true });
  await adminOf(server)('POST', `${path}/counted/environments/development/enable`);
  const statuses = await askOften(server.url);
  expect(statuses).toEqual({ 200: REQUESTS / 2, 304: REQUESTS / 2 });
  const begun = performance.now();
  await server.end('SIGTERM');
  expect(performance.now() - begun).toBeLessThan(8_000);
  agent.destroy();
  const again = await startServer({ env: KEY_VARIABLES, dataDir: server.dataDir });
  expect(await totalsOf(again)).toMatchObject({ totals: { on: REQUESTS, off: 0 } });
  await again.stop();
});
