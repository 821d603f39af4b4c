import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '@/lib/db/migrate';
import { openDatabase } from '@/lib/db/open';
import { createTestDatabase } from '@/lib/db/testing/create-test-database';

test('several instances that start at once apply each migration once, and none starts before that', async () => {
  const db = await createTestDatabase({ isEmpty: true });
  const folder = mkdtempSync(join(tmpdir(), 'flagstaff-migrations-'));
  writeFileSync(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  mkdirSync(join(folder, '1_slow'));
  writeFileSync(join(folder, '1_slow', 'migration.sql'), 'CREATE TABLE slow (n int); SELECT pg_sleep(0.5);');
  const instances = await Promise.all(Array.from({ length: 6 }, () => openDatabase(db.options)));
  const applied = await Promise.all(
    instances.map(async (instance) => {
      const names = await migrate(instance, folder);
      await instance.prisma.$queryRaw`SELECT n FROM slow`;
      return names;
    }),
  );
  expect(applied.flat()).toEqual(['1_slow']);
  for (const instance of instances) await instance.close();
  await db.close();
  rmSync(folder, { recursive: true });
});
