// Writes the migration that leads from prisma/migrations to prisma/schema.prisma: npm run make-migration -- <name>
// Started through tsx. Uses an embedded database of its own in a temporary folder.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationsFolder, readMigrations } from '@/lib/db/migration-files';
import { openDatabase } from '@/lib/db/open';
import { createSchemaEngine } from '@/lib/db/schema-engine';

const name = (process.argv[2] ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '_');
if (name === '') throw new Error('usage: npm run make-migration -- <name>');

const dataDir = mkdtempSync(join(tmpdir(), 'flagstaff-diff-'));
const database = await openDatabase({ dataDir, serve: true });
const pool = database.dedicatedPool();
try {
  const folder = migrationsFolder();
  const engine = await createSchemaEngine(pool);
  const content = readFileSync('prisma/schema.prisma', 'utf8');
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...readMigrations(folder) },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  if (!stdout || /^\s*(-- This is an empty migration\.)?\s*$/.test(stdout)) {
    console.log('The migrations already lead to the schema.');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const target = join(folder, `${stamp}_${name}`);
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'migration.sql'), stdout);
    console.log(`Wrote ${join(target, 'migration.sql')}; read it before committing it.`);
  }
} finally {
  await pool.end();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}
