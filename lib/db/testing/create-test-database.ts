import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Database, type OpenOptions, openDatabase } from '@/lib/db/open';
import { type Databases, TEMPLATE } from '@/lib/db/testing/template';

export type TestDatabase = {
  database: Database;
  /** What opens the same database once more; only on PostgreSQL may that be done. */
  options: OpenOptions;
  close: () => Promise<void>;
};

/** Patient: a busy machine is not a broken database. Tests of outages ask for the real limits. */
const PATIENT = { connectMs: 60_000, waitMs: 60_000, silentMs: 60_000 };

/** A migrated database of this test's own, of the kind of the vitest project; call in `beforeAll`, close in `afterAll`. */
export async function createTestDatabase(options: Partial<OpenOptions> = {}): Promise<TestDatabase> {
  const source = inject('databases');
  return source.kind === 'embedded' ? copyFolder(source, options) : cloneDatabase(source, options);
}

async function copyFolder(
  source: Extract<Databases, { kind: 'embedded' }>,
  options: Partial<OpenOptions>,
): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'flagstaff-db-'));
  cpSync(join(source.templateDir, 'pg'), join(dataDir, 'pg'), { recursive: true });
  const opened: OpenOptions = { dataDir, serve: true, ...options };
  const database = await openDatabase(opened);
  return {
    database,
    options: opened,
    close: async () => {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function cloneDatabase(
  source: Extract<Databases, { kind: 'server' }>,
  options: Partial<OpenOptions>,
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = await openDatabase({ url: source.url, dataDir: '', serve: true, poolSize: 1, timeouts: PATIENT });
  await admin.prisma.$executeRawUnsafe(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const url = source.url.replace('/postgres?', `/${name}?`);
  const opened: OpenOptions = { url, dataDir: '', serve: true, poolSize: 20, timeouts: PATIENT, ...options };
  const database = await openDatabase(opened);
  return {
    database,
    options: opened,
    close: async () => {
      await database.close();
      await admin.prisma.$executeRawUnsafe(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.close();
    },
  };
}
