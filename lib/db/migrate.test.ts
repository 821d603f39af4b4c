import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '@/lib/db/migrate';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/create-test-database';

let db: TestDatabase;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'flagstaff-migrations-'));
  writeFileSync(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  db = await createTestDatabase({ isEmpty: true });
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

function write(name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

const tables = async () => {
  const rows = await db.database.prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  return rows.map((row) => row.name).filter((name) => name !== '_prisma_migrations');
};
const history = () =>
  db.database.prisma.$queryRaw`
    SELECT migration_name AS name, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS undone, logs,
           applied_steps_count AS steps
    FROM _prisma_migrations ORDER BY started_at`;

const HALF = `
CREATE TABLE half (n int);
INSERT INTO half VALUES (1);
CREATE FUNCTION add_one() RETURNS trigger AS $$ BEGIN NEW.n := NEW.n + 1; RETURN NEW; END; $$ LANGUAGE plpgsql;
CREATE TRIGGER counted BEFORE INSERT ON half FOR EACH ROW EXECUTE FUNCTION add_one();
`;

describe('migrations', () => {
  test('of the product apply once, in order, into the table Prisma knows', async () => {
    const applied = await migrate(db.database);
    expect(applied.length).toBeGreaterThan(0);
    expect(applied).toEqual([...applied].sort());
    expect(await migrate(db.database)).toEqual([]);
    expect(await history()).toEqual(
      applied.map((name) => ({ name, finished: true, undone: false, logs: null, steps: 1 })),
    );
    expect(await tables()).toContain('item');
  });

  test('may hold functions, whose bodies hold semicolons', async () => {
    write('1_functions', HALF);
    expect(await migrate(db.database, folder)).toEqual(['1_functions']);
    await db.database.prisma.$executeRaw`INSERT INTO half VALUES (5)`;
    expect(await db.database.prisma.$queryRaw`SELECT n FROM half ORDER BY n`).toEqual([{ n: 1 }, { n: 6 }]);
    const checksum = createHash('sha256').update(HALF).digest('hex');
    expect(await db.database.prisma.$queryRaw`SELECT checksum FROM _prisma_migrations`).toEqual([{ checksum }]);
  });

  test('one that fails leaves nothing behind, blocks every start with its name, and applies once mended', async () => {
    write('1_good', 'CREATE TABLE good (n int);');
    write('2_bad', `${HALF} SELECT 1 / 0;`);
    write('3_later', 'CREATE TABLE later (n int);');
    for (const _start of ['first', 'second']) {
      await expect(migrate(db.database, folder)).rejects.toMatchObject({
        code: 'migration_failed',
        migration: '2_bad',
        message: expect.stringContaining('2_bad'),
      });
      expect(await tables()).toEqual(['good']);
    }
    write('2_bad', HALF);
    expect(await migrate(db.database, folder)).toEqual(['2_bad', '3_later']);
    expect(await tables()).toEqual(['good', 'half', 'later']);
  });

  test('one that was applied when the process died before recording it is not applied again', async () => {
    write('1_good', 'CREATE TABLE good (n int);');
    await migrate(db.database, folder);
    await db.database.prisma.$executeRaw`
      UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0, logs = 'applied'`;
    expect(await migrate(db.database, folder)).toEqual([]);
    expect(await history()).toEqual([{ name: '1_good', finished: true, undone: false, logs: null, steps: 1 }]);
  });

  test('one that was not applied when the process died is applied at the next start', async () => {
    write('1_good', 'CREATE TABLE good (n int);');
    await migrate(db.database, folder);
    await db.database.prisma.$executeRaw`DROP TABLE good`;
    await db.database.prisma.$executeRaw`
      UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0, logs = NULL`;
    expect(await migrate(db.database, folder)).toEqual(['1_good']);
    expect(await tables()).toEqual(['good']);
  });

  test('leave at most one item of a kind and key in force', async () => {
    await migrate(db.database);
    const { prisma } = db.database;
    await prisma.$executeRaw`INSERT INTO project VALUES ('p', 'p', 'p', 'P', 1, now())`;
    await prisma.$executeRaw`
      INSERT INTO environment (id, project_id, key, key_folded, name, color, position, signing_secret, epoch, created_at)
      VALUES ('e', 'p', 'e', 'e', 'E', 'blue', 0, '', 'x', now())`;
    const open = { environmentId: 'e', kind: 'flag', key: 'a', body: {}, fromNumber: 1, fromAt: new Date(0) };
    await prisma.item.create({ data: open });
    await expect(prisma.item.create({ data: { ...open, fromNumber: 2 } })).rejects.toMatchObject({ code: 'P2002' });
    await prisma.item.updateMany({ data: { toNumber: 2, toAt: new Date(1) } });
    await prisma.item.create({ data: { ...open, fromNumber: 2 } });
    await expect(prisma.item.create({ data: { ...open, key: 'b', toNumber: 0, toAt: new Date(1) } })).rejects.toThrow();
    await expect(prisma.item.create({ data: { ...open, key: 'b', toNumber: 1 } })).rejects.toThrow();
  });
});
