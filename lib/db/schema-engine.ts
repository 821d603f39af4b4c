import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import type pg from 'pg';
import { appRoot } from '@/lib/db/app-root';

const INTERNAL_CHAR = 18;
const TEXT = 25;

/** Prisma's own migration engine, on the one connection of `pool`. */
export async function createSchemaEngine(pool: pg.Pool, afterScript = ''): Promise<bindings.SchemaEngine> {
  instantiate();
  const restoreChars = readInternalChars(pool);
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await new PrismaPg(pool).connect();
    restoreChars(adapter);
    // The stock one splits at every semicolon and so leaves half of a failed script behind. One simple query is one
    // transaction, functions and all; what follows the script is true exactly if the script was applied.
    adapter.executeScript = async (script) => {
      await pool.query(`${script}\n;${afterScript}`);
    };
    // The pool belongs to the caller.
    adapter.dispose = async () => {};
    return adapter;
  };
  const factory = { provider: 'postgres' as const, adapterName: '@prisma/adapter-pg', connect };
  return bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory({ ...factory, connectToShadowDb: connect }),
  );
}

/** The catalogue's one-byte `"char"` columns are unknown to the adapter: it is shown text, the engine characters. */
function readInternalChars(pool: pg.Pool): (adapter: SqlDriverAdapter) => void {
  const charColumns = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool);
  Reflect.set(pool, 'query', async (config: pg.QueryArrayConfig, values?: unknown[]) => {
    const result = await query(config, values);
    const fields = result.fields ?? [];
    const found = fields.flatMap((field, index) => (field.dataTypeID === INTERNAL_CHAR ? [index] : []));
    for (const index of found) Object.assign(fields[index] ?? {}, { dataTypeID: TEXT });
    if (result.rows) charColumns.set(result.rows, found);
    return result;
  });
  return (adapter) => {
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (sql) => {
      const result = await queryRaw(sql);
      for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
  };
}

/** Once per process, and without a pause in between: engines in use share the one memory. */
function instantiate(): void {
  if (isInstantiated()) return;
  const resolve = createRequire(join(appRoot(), 'package.json')).resolve;
  const file = resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const imports = { './schema_engine_bg.js': { ...bindings, ...unreferencedTimers() } };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), imports);
  bindings.__wbg_set_wasm(exports);
  const start: unknown = exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

/** The engine leaves its timers behind, which would keep a process alive that has nothing more to do. */
function unreferencedTimers(): Record<string, (run: () => void, milliseconds: number) => NodeJS.Timeout> {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'));
  return Object.fromEntries(names.map((name) => [name, (run, milliseconds) => setTimeout(run, milliseconds).unref()]));
}

function isInstantiated(): boolean {
  try {
    return bindings.version() !== '';
  } catch {
    return false;
  }
}
