import type { Env } from '@/lib/env';
import { migrate } from '@/lib/db/migrate';
import { type Database, openDatabase } from '@/lib/db/open';

/** Brings a migrated database into the state a first start needs; does nothing the second time. */
export type SetUp = (database: Database) => Promise<void>;

/** A value made at first need; a failure is not kept, so that the next one who asks tries again. */
export function lazily<T>(make: () => Promise<T>): { get: () => Promise<T>; made: () => T | null } {
  let pending: Promise<T> | null = null;
  let value: T | null = null;
  return {
    get() {
      pending ??= make().then(
        (made) => {
          value = made;
          return made;
        },
        (error: unknown) => {
          pending = null;
          throw error;
        },
      );
      return pending;
    },
    made: () => value,
  };
}

/** Opens the configured database, migrates it and sets it up. One that cannot be made ready is closed again. */
export async function openPrepared(env: Env, setUp: SetUp): Promise<Database> {
  const { databaseUrl: url, databaseDirectUrl: directUrl, dataDir } = env;
  const database = await openDatabase({ url, directUrl, dataDir, serve: true });
  try {
    await migrate(database);
    await setUp(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
