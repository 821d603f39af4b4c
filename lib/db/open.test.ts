import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/create-test-database';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

describe('an open database', () => {
  test('speaks in UTC on every connection, whatever the zone of server and process', async () => {
    const { prisma } = db.database;
    const rows = await Promise.all(Array.from({ length: 8 }, () => prisma.$queryRaw`SHOW timezone`));
    expect(rows).toEqual(Array.from({ length: 8 }, () => [{ TimeZone: 'UTC' }]));
  });
});
