import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/**
 * Gives a project so many tenants, and each of them overrides of so many flags in an environment: fifty thousand calls
 * would only test patience. A tenant and an override of it must be there to be copied, and the server not running.
 */
export async function multiplyTenants(
  dataDir: string,
  { tenants, overrides, environment }: { tenants: number; overrides: number; environment: string },
): Promise<void> {
  const db = await PGlite.create(path.join(dataDir, 'pg'));
  try {
    await db.exec('BEGIN');
    await db.exec(`
      CREATE TEMP TABLE copy AS
        SELECT n, 'tenant-' || lpad(n::text, 5, '0') AS key
        FROM generate_series(1, ${tenants} - (SELECT count(*) FROM tenant)::int) n;
      INSERT INTO tenant SELECT (jsonb_populate_record(NULL::tenant, to_jsonb(t) || jsonb_build_object(
          'id', copy.key, 'key', copy.key, 'key_folded', copy.key, 'name', 'Tenant ' || copy.n))).*
        FROM copy CROSS JOIN (SELECT * FROM tenant ORDER BY key LIMIT 1) t;
      INSERT INTO item (environment_id, kind, key, body, from_number, from_at)
        SELECT i.environment_id, 'tenant', copy.key, i.body, i.from_number, i.from_at
        FROM copy JOIN item i ON i.kind = 'tenant' AND i.to_number IS NULL
          AND i.key = (SELECT key FROM tenant ORDER BY key LIMIT 1);
      CREATE TEMP TABLE column_of AS
        SELECT key, row_number() OVER (ORDER BY key) AS place, count(*) OVER () AS flags FROM flag;
      INSERT INTO item (environment_id, kind, key, body, from_number, from_at)
        SELECT i.environment_id, 'override', f.key || '/' || copy.key, i.body, i.from_number, i.from_at
        FROM copy CROSS JOIN generate_series(1, ${overrides}) o
        JOIN column_of f ON f.place = 1 + (copy.n * 7 + o * 19) % f.flags
        JOIN item i ON i.kind = 'override' AND i.to_number IS NULL AND i.key NOT LIKE '%/tenant-%'
        JOIN environment e ON e.id = i.environment_id AND e.key = '${environment}';
    `);
    await db.exec('COMMIT; ANALYZE');
  } finally {
    await db.close();
  }
}
