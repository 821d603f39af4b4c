import { rmSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startServer, type TestServer } from '@/e2e/support/server';

const ROUNDS = process.env.FLAGSTAFF_DRILL === 'full' ? 40 : 3;
const verdict = z.object({ ok: z.boolean() });

let server: TestServer | undefined;
let dataDir: string | undefined;
afterEach(async () => {
  await server?.end('SIGKILL');
  if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true });
});

const call = (own: TestServer, path: string, body?: object) =>
  fetch(`${own.url}/api/admin/projects/default${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${own.adminToken}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

/** Creates flags side by side until the server is killed, after so many answers. Answers the keys acknowledged. */
async function createAndKill(own: TestServer, round: number, answers: number): Promise<string[]> {
  const acknowledged: string[] = [];
  const lane = async (number: number) => {
    for (let n = 0; ; n += 1) {
      const key = `r${round}-${number}-${n}`;
      const response = await call(own, '/flags', { key, name: key, type: 'boolean' }).catch(() => null);
      if (response === null) return;
      if (response.status === 201) acknowledged.push(key);
      if (acknowledged.length >= answers) void own.end('SIGKILL');
    }
  };
  await Promise.all([0, 1, 2, 3].map(lane));
  return acknowledged;
}

describe('a server under kill -9', () => {
  test(`keeps what it acknowledged, each with its audit row, over ${ROUNDS} rounds`, async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      server = await startServer(dataDir === undefined ? {} : { dataDir });
      dataDir = server.dataDir;
      const own = server;
      const stored = await storedFlags(own);
      const found = new Set(stored);
      expect(acknowledged.filter((key) => !found.has(key))).toEqual([]);
      expect(verdict.parse(await (await call(own, '/audit/verify')).json())).toEqual({ ok: true });
      expect(await auditedFlags(own)).toEqual(stored);
      if (round < ROUNDS) acknowledged.push(...(await createAndKill(own, round, 3 + round * 5)));
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS * 3);
  });
});

/** All items of a list, page by page. */
async function everyItem<T>(own: TestServer, path: string, item: z.ZodType<T>): Promise<T[]> {
  const answer = z.object({ items: z.array(item), nextCursor: z.string().nullish() });
  const found: T[] = [];
  for (let cursor: string | null | undefined = ''; typeof cursor === 'string'; ) {
    const next: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = answer.parse(await (await call(own, `${path}?limit=200${next}`)).json());
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

const storedFlags = async (own: TestServer): Promise<string[]> =>
  (await everyItem(own, '/flags', z.object({ key: z.string() }))).map(({ key }) => key).sort();

async function auditedFlags(own: TestServer): Promise<string[]> {
  const entries = await everyItem(own, '/audit', z.object({ flag: z.string().nullish() }));
  return [...new Set(entries.flatMap(({ flag }) => (typeof flag === 'string' ? [flag] : [])))].sort();
}
