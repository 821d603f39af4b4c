import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/create-test-database';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  const { prisma } = db.database;
  await prisma.$executeRaw`CREATE TABLE parent (id int PRIMARY KEY)`;
  await prisma.$executeRaw`
    CREATE TABLE child (parent int REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED, n int)`;
});
afterAll(() => db.close());

const count = async () => {
  const rows: unknown = await db.database.prisma.$queryRaw`SELECT count(*)::int AS n FROM child`;
  return rows;
};

describe('an open database', () => {
  test('speaks in UTC on every connection, whatever the zone of server and process', async () => {
    const { prisma } = db.database;
    const rows = await Promise.all(Array.from({ length: 8 }, () => prisma.$queryRaw`SHOW timezone`));
    expect(rows).toEqual(Array.from({ length: 8 }, () => [{ TimeZone: 'UTC' }]));
    const client = await db.database.connect();
    expect((await client.query('SHOW timezone')).rows).toEqual([{ TimeZone: 'UTC' }]);
    await client.end();
  });

  test('keeps an instant to the millisecond, through models, raw SQL and text', async () => {
    const { prisma } = db.database;
    const at = new Date('2026-03-29T00:59:59.987Z');
    await prisma.countBatch.create({ data: { id: 'instant', at } });
    expect((await prisma.countBatch.findUniqueOrThrow({ where: { id: 'instant' } })).at).toEqual(at);
    expect(await prisma.countBatch.count({ where: { at } })).toBe(1);
    expect(await prisma.$queryRaw`SELECT at, at::text AS text FROM count_batch WHERE at = ${at}`).toEqual([
      { at, text: '2026-03-29 00:59:59.987+00' },
    ]);
  });

  test('tells its own time', async () => {
    const before = Date.now();
    const now = await db.database.now();
    expect(Math.abs(now.getTime() - before)).toBeLessThan(60_000);
  });

  test('rejects a failed COMMIT, and keeps nothing of it', async () => {
    const failing = db.database.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO child VALUES (404, 1)`;
    });
    await expect(failing).rejects.toThrow();
    expect(await count()).toEqual([{ n: 0 }]);
  });

  test('rolls back what its function throws on', async () => {
    const failing = db.database.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO parent VALUES (1)`;
      throw new Error('thought better of it');
    });
    await expect(failing).rejects.toThrow('thought better of it');
    expect(await db.database.prisma.$queryRaw`SELECT count(*)::int AS n FROM parent`).toEqual([{ n: 0 }]);
  });

  test.each(['ReadCommitted', 'RepeatableRead', 'Serializable'] as const)('honours isolation %s', async (level) => {
    const rows = await db.database.prisma.$transaction((tx) => tx.$queryRaw`SHOW transaction_isolation`, {
      isolationLevel: level,
    });
    const words = level.replace(/(?!^)([A-Z])/g, ' $1').toLowerCase();
    expect(rows).toEqual([{ transaction_isolation: words }]);
  });

  test('gives every caller its own answer, when statements fail, are large and run side by side', async () => {
    const { prisma } = db.database;
    const large = 'x'.repeat(100_000);
    const answers = await Promise.all(
      Array.from({ length: 300 }, async (_, n): Promise<unknown> => {
        if (n % 3 === 0) return prisma.$queryRawUnsafe('SELEKT $1', n).catch(() => [{ n }]);
        if (n % 3 === 1) return prisma.$queryRaw`SELECT ${n}::int AS n`;
        const rows = await prisma.$queryRaw<{ n: number; text: string }[]>`SELECT ${n}::int AS n, ${large} AS text`;
        return rows.map((row) => ({ n: row.text === large ? row.n : -1 }));
      }),
    );
    expect(answers).toEqual(Array.from({ length: 300 }, (_, n) => [{ n }]));
  });

  test('lets fifty transactions wait for each other', async () => {
    const { prisma } = db.database;
    await prisma.$executeRaw`INSERT INTO parent VALUES (50)`;
    await prisma.$executeRaw`INSERT INTO child VALUES (50, 0)`;
    await Promise.all(
      Array.from({ length: 50 }, () =>
        prisma.$transaction(async (tx) => {
          const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT n FROM child WHERE parent = 50 FOR UPDATE`;
          await tx.$executeRaw`UPDATE child SET n = ${(row?.n ?? 0) + 1} WHERE parent = 50`;
        }),
      ),
    );
    expect(await prisma.$queryRaw`SELECT n FROM child WHERE parent = 50`).toEqual([{ n: 50 }]);
  });

  test('answers a probe', async () => {
    expect(await db.database.probe(5_000)).toBe(true);
  });
});
