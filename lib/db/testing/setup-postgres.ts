import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/db/migrate';
import { openDatabase } from '@/lib/db/open';
import { startPostgres } from '@/lib/db/testing/postgres-server';
import { TEMPLATE } from '@/lib/db/testing/template';

/** Starts PostgreSQL in the project's time zone, with a migrated database to clone from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const timezone = project.config.env.TZ;
  const server = await startPostgres(timezone === undefined ? {} : { timezone });
  const admin = await openDatabase({ url: server.url(), dataDir: '', serve: true });
  await admin.prisma.$executeRawUnsafe(`CREATE DATABASE ${TEMPLATE}`);
  await admin.close();
  const template = await openDatabase({ url: server.url(TEMPLATE), dataDir: '', serve: true });
  await migrate(template);
  await template.close();
  project.provide('databases', { kind: 'server', url: server.url() });
  return server.stop;
}
