import { afterAll, beforeAll, expect, it } from 'vitest';
import { newConfiguration } from '@/lib/changes/new-configuration';
import type { ServiceContext } from '../context';
import { createProject } from '../projects/create';
import { createTestServices, type TestServices } from '../testing';
import { createFlag } from './create';
import { listFlags } from './list';

const FLAGS = 10_000;
const VARIANTS = [
  { key: 'on', value: true },
  { key: 'off', value: false },
];
const AIM_MS = 50;
const PAGE = 50;
let services: TestServices;
let few: ServiceContext;

/** Rows as `createFlag` writes them; ten thousand calls would only test patience. */
async function fill({ db, projectId }: TestServices): Promise<void> {
  const now = new Date('2026-01-01T00:00:00Z');
  const flag = (index: number) => ({
    id: `flag-${index}`,
    projectId,
    key: `flag-${index}`,
    keyFolded: `flag-${index}`,
    name: `Flag ${index}`,
    description: 'One of many.',
    kind: 'release',
    type: 'boolean',
    variants: VARIANTS,
    salt: `salt-${index}`,
    metadata: {},
    tags: index % 10 === 0 ? ['tenth'] : [],
    links: [],
    clientVisible: false,
    tenantManaged: false,
    createdAt: now,
    updatedAt: new Date(now.getTime() + index),
    createdBy: 'test',
  });
  const configuration = newConfiguration({ type: 'boolean', variants: VARIANTS });
  const environments = await db.environment.findMany({ where: { projectId } });
  for (let start = 0; start < FLAGS; start += 1_000) {
    const indexes = Array.from({ length: 1_000 }, (_, offset) => start + offset);
    await db.flag.createMany({ data: indexes.map(flag) });
    for (const { id } of environments) {
      const body = (index: number) => ({ ...configuration, state: index % 2 ? 'off' : 'on' });
      const item = (index: number) => ({
        environmentId: id,
        kind: 'config',
        key: `flag-${index}`,
        body: body(index) as object,
        fromNumber: 1,
        fromAt: now,
      });
      await db.item.createMany({ data: indexes.map(item) });
    }
  }
  await db.$executeRaw`ANALYZE`;
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[7] ?? Number.NaN;
}

beforeAll(async () => {
  services = await createTestServices();
  few = services.inProject(await createProject(services.installation(), { key: 'few' }), 'admin');
  for (let index = 0; index < PAGE; index += 1) await createFlag(few, { key: `flag-${index}`, type: 'boolean' });
  await fill(services);
}, 300_000);
afterAll(() => services.close());

/** Within 50 ms, or where other work slows the machine down, a few times what a project of one page takes there. */
it.each([
  { query: {}, times: 6 },
  { query: { sort: 'updatedAt', direction: 'desc' }, times: 10 },
  { query: { q: 'flag 77' }, times: 15 },
  { query: { q: 'tag:tenth state:on env:production' }, times: 25 },
])(
  'lists a page of 10,000 flags soon enough: $query',
  async ({ query, times }) => {
    const page = await listFlags(services.as('viewer'), query);
    expect(page.items.length).toBeGreaterThan(10);
    const small = await medianMs(() => listFlags(few, {}));
    expect(await medianMs(() => listFlags(services.as('viewer'), query))).toBeLessThan(Math.max(AIM_MS, times * small));
  },
  120_000,
);
