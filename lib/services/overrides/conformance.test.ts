import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestDelivery, ENVIRONMENT, type TestDelivery } from '@/lib/delivery/testing/create-test-delivery';
import { disableFlag, enableFlag, killFlag } from '../configurations/set-state';
import { getFlag } from '../flags/get';
import { updateFlag } from '../flags/update';
import { declareFlags } from '../registry/declare';
import { createTenant } from '../tenants/create';
import type { TenantView } from '../tenants/types';
import { TEST_NOW } from '../testing';
import { clearOverride } from './clear';
import { getTenantFlag } from './get-tenant-flag';
import { listSystemFlags } from './list-system-flags';
import { setOverride } from './set';

const valueSchema = z.union([z.boolean(), z.string()]);
const caseSchema = z.strictObject({
  name: z.string(),
  declared: valueSchema,
  type: z.enum(['boolean', 'string']).default('boolean'),
  variants: z.array(z.strictObject({ key: z.string(), value: z.string() })).default([]),
  state: z.enum(['on', 'off']).optional(),
  tenants: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  cleared: z.array(z.string()).default([]),
  killed: z.boolean().default(false),
  at: z.string().optional(),
  /** By tenant; without a name, everybody. */
  expect: z.record(
    z.string(),
    z.strictObject({
      value: valueSchema,
      from: z.enum(['tenant', 'system', 'default']),
      systemEnabled: z.boolean().nullable(),
      overridden: z.boolean().optional(),
    }),
  ),
});
const file = readFileSync(join(import.meta.dirname, 'conformance.json'), 'utf8');
const CASES = z.object({ cases: z.array(caseSchema) }).parse(JSON.parse(file)).cases;
const answerSchema = z.object({ value: valueSchema });

let delivery: TestDelivery;
const tenants = new Map<string, TenantView>();
let count = 0;

const committed = () => delivery.store.refresh();
const inTenant = (key: string) => {
  const tenant = tenants.get(key);
  if (!tenant) throw new Error(`no tenant ${key}`);
  return { ...delivery.services.inTenant(tenant, 'admin'), committed };
};

beforeAll(async () => {
  delivery = await createTestDelivery();
  for (const key of ['acme', 'globex']) tenants.set(key, await createTenant(delivery.admin(), { key }));
});
afterAll(() => delivery.close());

type Case = z.output<typeof caseSchema>;

async function prepare({ declared, type, variants, state, killed, ...row }: Case, flag: string): Promise<void> {
  const place = { flag, environment: ENVIRONMENT };
  await declareFlags(delivery.admin(), {
    environment: ENVIRONMENT,
    source: 'conformance',
    version: '1',
    flags: [{ key: flag, type, default: declared }],
  });
  if (variants.length > 0) {
    const stored = await getFlag(delivery.admin(), { key: flag });
    const all = [...stored.variants, ...variants];
    await updateFlag(delivery.admin(), { key: flag, version: stored.version, variants: all });
  }
  if (state === 'on') await enableFlag(delivery.admin(), place);
  if (state === 'off') await disableFlag(delivery.admin(), place);
  for (const [key, value] of Object.entries(row.tenants)) await setOverride(inTenant(key), { ...place, ...value });
  for (const key of row.cleared) await clearOverride(inTenant(key), place);
  if (killed) await killFlag(delivery.admin(), place);
}

/** What the dashboard is told: the tenant's view, or the system's. */
async function seen(flag: string, tenant: string) {
  const place = { environment: ENVIRONMENT };
  if (tenant !== '') return getTenantFlag(inTenant(tenant), { ...place, flag });
  const { items } = await listSystemFlags(delivery.admin(), { ...place, q: flag });
  return items.find(({ key }) => key === flag);
}

describe.each(CASES.map((row) => [row.name, row] as const))('%s', (_, row) => {
  it('is what the dashboard says and what applications get', async () => {
    delivery.services.setNow(TEST_NOW);
    const flag = `conformance-${(count += 1)}`;
    await prepare(row, flag);
    if (row.at !== undefined) delivery.services.setNow(row.at);
    for (const [tenant, { value, ...expected }] of Object.entries(row.expect)) {
      const view = await seen(flag, tenant);
      expect([tenant, view]).toMatchObject([tenant, expected]);
      if (row.type === 'boolean') expect([tenant, view?.enabled]).toEqual([tenant, value]);
      const asked = delivery.ask(`/api/flags/${flag}?targetingKey=u1${tenant && `&tenant=${tenant}`}`);
      expect([tenant, answerSchema.parse(asked.json).value]).toEqual([tenant, value]);
    }
  });
});
