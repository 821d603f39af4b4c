import { createContext, type Dependencies, installationScope, projectScope } from '../lib/auth/context';
import { jobIdentity } from '../lib/auth/mint';
import { migrate } from '../lib/db/migrate';
import { openDatabase } from '../lib/db/open';
import { startPostgres } from '../lib/db/testing/postgres-server';
import type { PrismaClient } from '../lib/db/generated/client';
import type { ServiceContext } from '../lib/services/context';
import { countMemberships } from '../lib/services/memberships/counts';
import { createMembership } from '../lib/services/memberships/create';
import { listMemberships } from '../lib/services/memberships/list';
import { searchMemberships } from '../lib/services/memberships/search';
import { updateMembership } from '../lib/services/memberships/update';
import { ensureInstallation } from '../lib/services/projects/ensure-installation';
import { createSecrets } from '../lib/services/secrets';
import { createStore } from './create-store';
import { fillFlags } from './fill-tenants';
import { HEAD, measure, print, time, type Timed } from './measure';

// npx tsx bench/memberships.ts: what a ruleset with 1,000,000 memberships takes, and its update after one of them.
const MEMBERSHIPS = 999_000;
const ROUNDS = 20;
const FLAGS = 10;
const place = { flag: 'flag-0', environment: 'production' };
const NOW = new Date('2026-03-02T09:00:00.000Z');
/** Of the best round: what a machine with nothing else to do takes. */
const AIM_MS = { update: 250, read: 1_000 };

/** All of one flag, which is the most that one may have: a third is over, a third open, a third to come. */
async function fillWithMemberships(db: PrismaClient, projectId: string): Promise<void> {
  await fillFlags(db, projectId, FLAGS);
  const at = (days: number): string => new Date(NOW.getTime() + days * 86_400_000).toISOString();
  const edges = [at(-90), at(-30), at(30), at(90)];
  await db.$executeRaw`
    INSERT INTO item (environment_id, kind, key, body, from_number, from_at)
    SELECT e.id, 'membership', ${`${place.flag}/`} || n, json_build_object('v', 1, 'subject', 'user-' || n,
      'startsAt', (${edges}::text[])[n % 3 + 1], 'endsAt', (${edges}::text[])[n % 3 + 2], 'variant', 'on', 'version', 1),
      1, now() FROM environment e, generate_series(1, ${MEMBERSHIPS}::int) AS n WHERE e.key = ${place.environment}`;
  await db.environment.updateMany({ data: { number: { increment: 1 } } });
  await db.$executeRawUnsafe('VACUUM ANALYZE');
}

/** Times what pages of memberships ask for; answers the slowest of their best rounds. */
async function timeReads(ctx: ServiceContext): Promise<number> {
  const { environment } = place;
  const reads: [string, (round: number) => Promise<unknown>][] = [
    ['memberships of an environment, a page', () => searchMemberships(ctx, { environment })],
    ['memberships of an environment, those open', () => searchMemberships(ctx, { environment, state: 'open' })],
    ['memberships of an environment, those over', () => searchMemberships(ctx, { environment, state: 'past' })],
    ['memberships, searched', (round) => searchMemberships(ctx, { environment, q: `user-${round * 7}` })],
    ['counts of an environment', () => countMemberships(ctx, { environment })],
    ['memberships of a flag, a page and their number', () => listMemberships(ctx, place)],
    ['memberships of a flag, those to come', () => listMemberships(ctx, { ...place, state: 'upcoming' })],
    ['counts of a flag', () => countMemberships(ctx, place)],
  ];
  let slowest = 0;
  for (const [name, read] of reads) slowest = Math.max(slowest, await measure(name, read, ROUNDS));
  return slowest;
}

function heapMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

async function run(url: string): Promise<boolean> {
  const database = await openDatabase({ url, dataDir: '', serve: true });
  const { prisma: db } = database;
  await migrate(database);
  const secrets = createSecrets([{ id: 'bench', bytes: new Uint8Array(32).fill(7) }]);
  const own: Dependencies = { db, secrets, now: NOW, committed: async () => {}, probe: async () => true };
  const job = jobIdentity('bench');
  await ensureInstallation(createContext(own, job, installationScope(), 'bench'));
  const project = await db.project.findUniqueOrThrow({ where: { keyFolded: 'default' } });
  await fillWithMemberships(db, project.id);
  const ctx = createContext(own, job, projectScope(project.id, project.key), 'bench');
  const before = heapMegabytes();
  const store = createStore(database);
  const load: Timed = { wall: [], processor: [] };
  await time(load, () => store.refresh());
  const held = heapMegabytes() - before;
  console.log(HEAD);
  print('rulesets loaded', load);
  const window = { startsAt: NOW.toISOString(), endsAt: '2026-06-01T00:00:00.000Z' };
  const added = await createMembership(ctx, { ...place, subject: 'somebody', ...window });
  await store.refresh();
  const writes: Timed = { wall: [], processor: [] };
  const updates: Timed = { wall: [], processor: [] };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const change = { ...place, id: added.id, version: round, note: `round ${round}` };
    await time(writes, () => updateMembership(ctx, change));
    await time(updates, () => store.refresh());
  }
  print('change one membership (verb, committed)', writes);
  const update = print('ruleset update after it', updates);
  const slowest = await timeReads(ctx);
  console.log(`rulesets in memory: ${held.toFixed(0)} MB`);
  await database.close();
  return update <= AIM_MS.update && slowest <= AIM_MS.read;
}

const server = await startPostgres();
try {
  process.exitCode = (await run(server.url())) ? 0 : 1;
} finally {
  await server.stop();
}
