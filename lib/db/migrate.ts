import type pg from 'pg';
import { z } from 'zod';
import { migrationsFolder, readMigrations } from '@/lib/db/migration-files';
import type { Database } from '@/lib/db/open';
import { createSchemaEngine } from '@/lib/db/schema-engine';

/** The lock `prisma migrate deploy` takes too, so that neither runs beside the other. */
const ADVISORY_LOCK = 72_707_369;
/** Part of each migration's own transaction: present exactly if its script was applied. */
const MARK_APPLIED = `UPDATE _prisma_migrations SET logs = 'applied' WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

/** A migration that failed and left nothing behind. `code` is `migration_failed`. */
export class MigrationError extends Error {
  readonly code = 'migration_failed';
  constructor(
    readonly migration: string,
    options: { cause: unknown },
  ) {
    super(`Flagstaff cannot start: the migration ${migration} failed, and changed nothing`, options);
    this.name = 'MigrationError';
  }
}

/** Applies what is missing, once however many instances start. Answers the names applied, oldest first. */
export async function migrate(database: Database, folder = migrationsFolder()): Promise<string[]> {
  // On the embedded database the holder of the lock file migrates; who joined it finds that done.
  if (!database.mayMigrate) return [];
  const pool = database.dedicatedPool();
  try {
    if (database.kind === 'server') await pool.query(`SELECT pg_advisory_lock(${ADVISORY_LOCK})`);
    return await apply(pool, folder);
  } finally {
    await pool.end();
  }
}

async function apply(pool: pg.Pool, folder: string): Promise<string[]> {
  const migrationsList = readMigrations(folder);
  await settleInterrupted(pool);
  const finished = await readFinished(pool);
  if (migrationsList.migrationDirectories.every((entry) => finished.has(entry.path))) return [];
  const engine = await createSchemaEngine(pool, MARK_APPLIED);
  try {
    const filters = { externalTables: [], externalEnums: [] };
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    await pool.query(`UPDATE _prisma_migrations SET logs = NULL WHERE logs = 'applied'`);
    return appliedMigrationNames;
  } catch (cause) {
    const failed = await settleInterrupted(pool).catch(() => undefined);
    throw new MigrationError(failed ?? '(unknown)', { cause });
  } finally {
    engine.free();
  }
}

const rows = z.array(z.object({ id: z.string(), migration_name: z.string(), logs: z.string().nullable() }));

/**
 * A migration's script is one transaction, its record another: a process killed between them leaves the record open.
 * Closes it by what really happened, and answers the name of one that was not applied.
 */
async function settleInterrupted(pool: pg.Pool): Promise<string | undefined> {
  if (!(await hasHistory(pool))) return undefined;
  const open = await pool.query(
    'SELECT id, migration_name, logs FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
  let failed: string | undefined;
  for (const row of rows.parse(open.rows)) {
    const wasApplied = row.logs === 'applied';
    if (!wasApplied) failed = row.migration_name;
    await pool.query(
      wasApplied
        ? 'UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1, logs = NULL WHERE id = $1'
        : 'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = $1',
      [row.id],
    );
  }
  return failed;
}

async function readFinished(pool: pg.Pool): Promise<Set<string>> {
  if (!(await hasHistory(pool))) return new Set();
  const result = await pool.query(
    'SELECT id, migration_name, logs FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  );
  return new Set(rows.parse(result.rows).map((row) => row.migration_name));
}

async function hasHistory(pool: pg.Pool): Promise<boolean> {
  const result = await pool.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`);
  return z.array(z.object({ found: z.boolean() })).parse(result.rows)[0]?.found === true;
}
