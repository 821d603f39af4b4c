import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '@/lib/db/open';
import { isDatabaseFault } from '@/lib/services/database-fault';
import { type PostgresServer, startPostgres } from '@/lib/db/testing/postgres-server';

let server: PostgresServer;
let database: Database;

beforeAll(async () => {
  server = await startPostgres();
  database = await openDatabase({ url: server.url(), dataDir: '', serve: true });
  await database.prisma.$executeRaw`CREATE TABLE note (n int)`;
});
afterEach(() => signal('SIGCONT'));
afterAll(async () => {
  await database.close();
  await server.stop();
});

function signal(name: 'SIGSTOP' | 'SIGCONT') {
  server.signal(name);
}

/** Warms the pool, stops the server, and answers in how many milliseconds `work` fails, and whether recognisably. */
async function failure(work: () => Promise<unknown>) {
  await Promise.all([database.now(), database.now(), database.now()]);
  signal('SIGSTOP');
  const start = performance.now();
  const error: unknown = await work().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { took: performance.now() - start, isFault: isDatabaseFault(error) };
}

describe('a PostgreSQL that hangs', () => {
  test.each([
    ['a read', () => database.prisma.$queryRaw`SELECT 1`],
    ['a model', () => database.prisma.$executeRaw`INSERT INTO note VALUES (1)`],
    ['a transaction', () => database.prisma.$transaction((tx) => tx.$executeRaw`INSERT INTO note VALUES (2)`)],
    ['a connection of its own', () => database.connect()],
  ])('fails %s within 3 s', async (_what, work) => {
    const { took, isFault } = await failure(work);
    expect(took).toBeLessThan(3_000);
    expect(isFault).toBe(true);
  });

  test('fails the first query of a new pool within 3 s', async () => {
    const fresh = await openDatabase({ url: server.url(), dataDir: '', serve: true });
    const { took, isFault } = await failure(() => fresh.now());
    expect(took).toBeLessThan(3_000);
    expect(isFault).toBe(true);
    await fresh.close();
  });

  test('does not answer a probe, and works again once it wakes', async () => {
    const { took } = await failure(async () => {
      expect(await database.probe(500)).toBe(false);
      throw new Error('no answer');
    });
    expect(took).toBeLessThan(1_500);
    signal('SIGCONT');
    expect(await database.probe(5_000)).toBe(true);
    expect(await database.prisma.$queryRaw`SELECT 1 AS n`).toEqual([{ n: 1 }]);
  });

  test('fails a transaction under way within 3 s, and keeps nothing of it', async () => {
    let stopped = 0;
    const failing = database.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO note VALUES (3)`;
      signal('SIGSTOP');
      stopped = performance.now();
      await tx.$executeRaw`INSERT INTO note VALUES (3)`;
    });
    expect(isDatabaseFault(await failing.catch((error: unknown) => error))).toBe(true);
    expect(performance.now() - stopped).toBeLessThan(3_000);
    signal('SIGCONT');
    expect(await database.prisma.$queryRaw`SELECT n FROM note WHERE n = 3`).toEqual([]);
  });

  test('is not confused with a slow query', async () => {
    expect(await database.prisma.$queryRaw`SELECT 1 AS n FROM pg_sleep(5)`).toEqual([{ n: 1 }]);
  });
});

describe('a PostgreSQL that is gone', () => {
  test('fails what was running and what comes, recognisably and at once', async () => {
    const own = await startPostgres();
    const doomed = await openDatabase({ url: own.url(), dataDir: '', serve: true });
    await doomed.now();
    const running = doomed.prisma.$queryRaw`SELECT pg_sleep(60)`.catch((error: unknown) => error);
    await expect
      .poll(() => doomed.prisma.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%'`)
      .not.toEqual([]);
    await own.stop();
    expect(isDatabaseFault(await running)).toBe(true);
    const start = performance.now();
    expect(isDatabaseFault(await doomed.now().catch((error: unknown) => error))).toBe(true);
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(await doomed.probe(500)).toBe(false);
    await doomed.close();
  });
});
