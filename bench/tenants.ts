import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, type Dependencies, installationScope, projectScope, tenantScope } from '../lib/auth/context';
import { jobIdentity } from '../lib/auth/mint';
import { migrate } from '../lib/db/migrate';
import { openDatabase } from '../lib/db/open';
import { startPostgres } from '../lib/db/testing/postgres-server';
import type { ServiceContext, TenantScope } from '../lib/services/context';
import { gridOfOverrides } from '../lib/services/overrides/grid';
import { listOverrides } from '../lib/services/overrides/list';
import { listSystemFlags } from '../lib/services/overrides/list-system-flags';
import { listTenantFlags } from '../lib/services/overrides/list-tenant-flags';
import { setOverride } from '../lib/services/overrides/set';
import { setManyOverrides } from '../lib/services/overrides/set-many';
import { ensureInstallation } from '../lib/services/projects/ensure-installation';
import { createSecrets } from '../lib/services/secrets';
import { listTenants } from '../lib/services/tenants/list';
import { createStore } from './create-store';
import { fillWithTenants, SIZES } from './fill-tenants';
import { HEAD, measure, print, ROUNDS, time, type Timed } from './measure';

// npx tsx bench/tenants.ts [embedded]: how long reads and writes take with 2,000 tenants and 50,000 overrides.
const ENVIRONMENT = 'production';
/** Of the best round: what a machine with nothing else to do takes. */
const AIM_MS = { update: 20, grid: 100 };

type TenantContext = (index: number) => ServiceContext<TenantScope>;
const placeOf = (round: number) => ({ flag: `flag-${round % SIZES.flags}`, environment: ENVIRONMENT });

/** Times what the dashboard asks for, and the bulk write; answers the best window of the grid. */
async function timeReads(ctx: ServiceContext, tenantCtx: TenantContext): Promise<number> {
  const grid = await measure('grid, a window of 50 × 50', (round) =>
    gridOfOverrides(ctx, {
      environment: ENVIRONMENT,
      tenantOffset: (round * 37) % SIZES.tenants,
      flagOffset: (round * 11) % SIZES.flags,
    }),
  );
  await measure('grid, 50 × 50, only tenants with overrides, searched', (round) =>
    gridOfOverrides(ctx, { environment: ENVIRONMENT, withOverrides: true, q: String(round), flags: '1' }),
  );
  await measure('tenants, by overrides', () => listTenants(ctx, { sort: 'overrides', environment: ENVIRONMENT }));
  await measure('tenants, by key', () => listTenants(ctx, { environment: ENVIRONMENT }));
  await measure('flags of a tenant', (round) => listTenantFlags(tenantCtx(round), { environment: ENVIRONMENT }));
  await measure('flags of the system', () => listSystemFlags(ctx, { environment: ENVIRONMENT }));
  await measure('overrides of a flag', (round) => listOverrides(ctx, placeOf(round)));
  const tenants = Array.from({ length: 500 }, (_, index) => `tenant-${index}`);
  const many = (round: number) => ({ ...placeOf(round), tenants, enabled: round % 2 === 0 });
  await measure('dry run for 500 tenants', (round) => setManyOverrides(ctx, { ...many(round), dryRun: true }), 10);
  await measure('set for 500 tenants', (round) => setManyOverrides(ctx, many(round)), 5);
  return grid;
}

async function run(url: string | undefined, dataDir: string): Promise<boolean> {
  const database = await openDatabase({ url, dataDir, serve: true });
  const { prisma: db } = database;
  await migrate(database);
  const own: Dependencies = {
    db,
    secrets: createSecrets([{ id: 'bench', bytes: new Uint8Array(32).fill(7) }]),
    now: new Date(),
    committed: async () => {},
    probe: async () => true,
  };
  const job = jobIdentity('bench');
  await ensureInstallation(createContext(own, job, installationScope(), 'bench'));
  const project = await db.project.findUniqueOrThrow({ where: { keyFolded: 'default' } });
  await fillWithTenants(db, project.id);
  const ctx = createContext(own, job, projectScope(project.id, project.key), 'bench');
  const tenantCtx: TenantContext = (index) =>
    createContext(own, job, tenantScope(project, { id: `tenant-${index}`, key: `tenant-${index}` }), 'bench');
  const overrides = await db.item.count({ where: { kind: 'override', toNumber: null } });
  console.log(
    `${url ? 'PostgreSQL' : 'embedded'}: ${SIZES.tenants} tenants, ${SIZES.flags} flags, ${overrides} overrides`,
  );
  console.log(HEAD);

  const before = process.memoryUsage().heapUsed;
  const store = createStore(database);
  await store.refresh();
  globalThis.gc?.();
  const held = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
  const write = (round: number) =>
    setOverride(tenantCtx((round * 31) % SIZES.tenants), {
      ...placeOf(round),
      enabled: round % 2 === 0,
      note: `round ${round}`,
    });
  await measure('set one override (verb, committed)', write);
  await store.refresh();
  const updates: Timed = { wall: [], processor: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await write(round + 7_000);
    await time(updates, () => store.refresh());
  }
  const update = print('ruleset update after it', updates);
  const grid = await timeReads(ctx, tenantCtx);
  console.log(`rulesets in memory: ${held.toFixed(0)} MB`);
  await database.close();
  return update <= AIM_MS.update && grid <= AIM_MS.grid;
}

const dataDir = mkdtempSync(join(tmpdir(), 'flagstaff-bench-'));
const server = process.argv.includes('embedded') ? null : await startPostgres();
try {
  process.exitCode = (await run(server?.url(), dataDir)) ? 0 : 1;
} finally {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
