import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Database, type OpenOptions, openDatabase } from '@/lib/db/open';
import { TEMPLATE } from '@/lib/db/testing/template';

export type TestDatabase = {
  database: Database;
  /** What opens the same database once more; only on PostgreSQL may that be done. */
  options: OpenOptions;
  close: () => Promise<void>;
};

/** Patient: a busy machine is not a broken database. Tests of outages ask for the real limits. */
const PATIENT = { connectMs: 60_000, waitMs: 60_000, silentMs: 60_000 };

type Wanted = Partial<OpenOptions> & {
  /** Without a single migration: for tests of migrations. */
  isEmpty?: boolean;
};

/** A migrated database of this test's own, of the kind of the vitest project; call in `beforeAll`, close in `afterAll`. */
export async function createTestDatabase({ isEmpty = false, ...options }: Wanted = {}): Promise<TestDatabase> {
  const source = inject('databases');
  return source.kind === 'embedded' ? copyFolder(isEmpty, options) : cloneDatabase(source.url, isEmpty, options);
}

/** Fills a data folder with a migrated embedded database that nobody has open; only in the embedded project. */
export function copyTemplate(dataDir: string, isEmpty = false): void {
  const source = inject('databases');
  if (source.kind !== 'embedded') throw new Error('there is no template folder in this vitest project');
  cpSync(join(source.templateDir, isEmpty ? 'empty' : 'migrated', 'pg'), join(dataDir, 'pg'), { recursive: true });
}

async function copyFolder(isEmpty: boolean, options: Partial<OpenOptions>): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'flagstaff-db-'));
  copyTemplate(dataDir, isEmpty);
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

async function cloneDatabase(server: string, isEmpty: boolean, options: Partial<OpenOptions>): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = await openDatabase({ url: server, dataDir: '', serve: true, poolSize: 1, timeouts: PATIENT });
  await admin.prisma.$executeRawUnsafe(`CREATE DATABASE ${name} TEMPLATE ${isEmpty ? 'template0' : TEMPLATE}`);
  const url = server.replace('/postgres?', `/${name}?`);
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
