import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createContext, type Dependencies, installationScope, projectScope } from '@/lib/auth/context';
import { jobIdentity } from '@/lib/auth/mint';
import { migrate } from '@/lib/db/migrate';
import { type Database, openDatabase } from '@/lib/db/open';
import type { ServiceContext } from '@/lib/services/context';
import { ensureInstallation } from '@/lib/services/projects/ensure-installation';
import { createSecrets } from '@/lib/services/secrets';
import { syncSince, syncWhole } from '@/lib/services/memberships/sync-environment';
import { makeManyMemberships } from '@/lib/services/memberships/testing/make-many-memberships';
import { type PostgresServer, startPostgres } from '@/lib/db/testing/postgres-server';

const isFull = process.env.FLAGSTAFF_DRILL === 'full';
const SIZES = { memberships: isFull ? 1_000_000 : 20_000, flags: 100, changing: isFull ? 10_000 : 1_000 };
const MOST_SECONDS = 30;
const HOUR = 3_600_000;

let postgres: PostgresServer;
let database: Database;
let contextAt: (now: Date) => ServiceContext;
const START = new Date('2026-03-02T09:00:00.000Z');

beforeAll(async () => {
  postgres = await startPostgres();
  database = await openDatabase({ url: postgres.url(), dataDir: '', serve: true });
  await migrate(database);
  const db = database.prisma;
  const secrets = createSecrets([{ id: 'drill', bytes: new Uint8Array(32).fill(7) }]);
  const own = (now: Date): Dependencies => ({ db, secrets, now, committed: async () => {}, probe: async () => true });
  const job = jobIdentity('drill');
  await ensureInstallation(createContext(own(START), job, installationScope(), 'drill'));
  const { id, key } = await db.project.findUniqueOrThrow({ where: { keyFolded: 'default' } });
  contextAt = (now) => createContext(own(now), job, projectScope(id, key), 'drill');
}, 120_000);
afterAll(async () => {
  await database.close();
  await postgres.stop();
});

it('synchronises those that change of very many memberships within 30 s', async () => {
  const { environmentId } = await makeManyMemberships(database.prisma, { ...SIZES, now: START });
  const environment = () => database.prisma.environment.findUniqueOrThrow({ where: { id: environmentId } });
  const timed = async (name: string, work: () => Promise<{ added: number; removed: number }[]>) => {
    const begun = performance.now();
    const changes = await work();
    const seconds = (performance.now() - begun) / 1_000;
    const sum = (of: 'added' | 'removed') => changes.reduce((total, change) => total + change[of], 0);
    console.log(`${name}: ${seconds.toFixed(1)} s, ${sum('added')} added, ${sum('removed')} removed`);
    return { seconds, added: sum('added'), removed: sum('removed') };
  };
  const half = SIZES.changing / 2;
  // The copy as it was before: filled at once, since what is timed is the change.
  await database.prisma.$executeRaw`
      INSERT INTO group_member (environment_id, flag, membership, subject, variant, starts_at, ends_at, since)
      SELECT environment_id, split_part(key, '/', 1), split_part(key, '/', 2), body->>'subject', body->>'variant',
        (body->>'startsAt')::timestamptz, (body->>'endsAt')::timestamptz, now()
      FROM item WHERE kind = 'membership' AND body->>'startsAt' <= ${START.toISOString()}`;
  await database.prisma.$executeRaw`ANALYZE`;
  const first = await timed('everything compared', async () => syncSince(contextAt(START), await environment()));
  expect(first).toMatchObject({ added: 0, removed: 0 });
  const later = contextAt(new Date(START.getTime() + 2 * HOUR));
  const changed = await timed('those that changed', async () => syncSince(later, await environment()));
  expect(changed).toMatchObject({ added: half, removed: half });
  expect(changed.seconds).toBeLessThan(MOST_SECONDS);
  const whole = await timed('everything compared, the clock moved back', async () =>
    syncWhole(contextAt(START), await environment(), undefined),
  );
  expect(whole).toMatchObject({ added: half, removed: half });
  expect(whole.seconds).toBeLessThan(MOST_SECONDS);
  const idle = await timed('nothing changed', async () => syncWhole(contextAt(START), await environment(), undefined));
  expect(idle).toMatchObject({ added: 0, removed: 0 });
}, 600_000);
