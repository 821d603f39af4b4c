import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/db/migrate';
import { openDatabase } from '@/lib/db/open';

/** Makes a migrated data folder to copy from. */
export default async function setup(project: TestProject): Promise<() => void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'flagstaff-template-'));
  const template = await openDatabase({ dataDir, serve: true });
  await migrate(template);
  await template.close();
  project.provide('databases', { kind: 'embedded', templateDir: dataDir });
  return () => rmSync(dataDir, { recursive: true, force: true });
}
