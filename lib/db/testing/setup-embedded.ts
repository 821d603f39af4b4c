import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/db/migrate';
import { openDatabase } from '@/lib/db/open';

/** Makes data folders to copy from: one as it is created, one migrated. */
export default async function setup(project: TestProject): Promise<() => void> {
  const templateDir = mkdtempSync(join(tmpdir(), 'flagstaff-template-'));
  const [empty, migrated] = [join(templateDir, 'empty'), join(templateDir, 'migrated')];
  const created = await openDatabase({ dataDir: empty, serve: true });
  await created.close();
  cpSync(join(empty, 'pg'), join(migrated, 'pg'), { recursive: true });
  const template = await openDatabase({ dataDir: migrated, serve: true });
  await migrate(template);
  await template.close();
  project.provide('databases', { kind: 'embedded', templateDir });
  return () => rmSync(templateDir, { recursive: true, force: true });
}
