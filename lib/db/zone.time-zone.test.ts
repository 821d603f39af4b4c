import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/create-test-database';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

test('this run really is in another zone, process and server', async () => {
  expect(new Date('2026-01-01T00:00:00Z').getTimezoneOffset()).toBe(-330);
  const plain = new pg.Client({ connectionString: db.options.url });
  await plain.connect();
  expect((await plain.query('SHOW timezone')).rows).toEqual([{ TimeZone: 'Asia/Kolkata' }]);
  await plain.end();
});

test('instants are what they were, in every direction', async () => {
  const { prisma } = db.database;
  const at = new Date('2026-06-30T20:15:00.000Z');
  await prisma.$executeRaw`INSERT INTO count_batch VALUES ('text', '2026-06-30 20:15:00+00')`;
  await prisma.$executeRaw`INSERT INTO count_batch VALUES ('zoneless', '2026-06-30 20:15:00')`;
  await prisma.countBatch.create({ data: { id: 'model', at } });
  const rows = await prisma.countBatch.findMany({ orderBy: { id: 'asc' } });
  expect(rows.map((row) => [row.id, row.at.toISOString()])).toEqual([
    ['model', at.toISOString()],
    ['text', at.toISOString()],
    ['zoneless', at.toISOString()],
  ]);
  expect(await prisma.$queryRaw`SELECT date_trunc('day', at) AS day FROM count_batch WHERE id = 'model'`).toEqual([
    { day: new Date('2026-06-30T00:00:00.000Z') },
  ]);
});
