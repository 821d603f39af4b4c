import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/**
 * Copies the flags that are there, with what is configured for them, until a project has so many: ten thousand
 * calls would only test patience. The server must not be running.
 */
export async function multiplyFlags(dataDir: string, count: number): Promise<void> {
  const db = await PGlite.create(path.join(dataDir, 'pg'));
  try {
    await db.exec('BEGIN');
    await db.exec(`
      CREATE TEMP TABLE model AS
        SELECT f.*, row_number() OVER (ORDER BY key) AS place, count(*) OVER () AS models FROM flag f;
      CREATE TEMP TABLE copy AS
        SELECT model.key AS model, n, 'copy-' || lpad(n::text, 5, '0') AS key
        FROM generate_series(1, ${count} - (SELECT count(*) FROM model)::int) n
        JOIN model ON model.place = 1 + n % model.models;
      INSERT INTO flag SELECT (jsonb_populate_record(NULL::flag, to_jsonb(f) || jsonb_build_object(
          'id', copy.key, 'key', copy.key, 'key_folded', copy.key, 'salt', copy.key,
          'name', f.name || ' ' || copy.n))).*
        FROM copy JOIN flag f ON f.key = copy.model;
      INSERT INTO item (environment_id, kind, key, body, from_number, from_at)
        SELECT i.environment_id, i.kind, copy.key, i.body, i.from_number, i.from_at
        FROM copy JOIN item i ON i.key = copy.model AND i.kind IN ('flag', 'config') AND i.to_number IS NULL;
    `);
    await db.exec('COMMIT; ANALYZE');
  } finally {
    await db.close();
  }
}
