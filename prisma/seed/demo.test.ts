import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getAnalytics } from '@/lib/services/analytics/get';
import { verifyAudit } from '@/lib/services/audit/verify';
import { listFlags } from '@/lib/services/flags/list';
import { listTenants } from '@/lib/services/tenants/list';
import { getFunnel } from '@/lib/services/onboarding/funnel';
import { listPlans } from '@/lib/services/plans/list';
import { getSubject } from '@/lib/services/subjects/get';
import { createTestServices, type TestServices } from '@/lib/services/testing';
import { fillDemo } from './demo';
import { SAMPLE_PEOPLE } from './people';
import { readDemoAccess, writeDemoAccess } from './demo-file';
import { SAMPLE_FLAGS } from './demo';
import { DECLARATIONS } from './declared';

const DECLARED = new Set(DECLARATIONS.flatMap(({ flags }) => flags.map(({ key }) => key))).size;

let t: TestServices;
beforeAll(async () => {
  t = await createTestServices();
});
afterAll(() => t.close());

const fill = (stopAfter = Number.POSITIVE_INFINITY) => {
  let calls = 0;
  const contexts = {
    installation: (now: Date) => t.installation('admin', { now }),
    project: async (now: Date) => {
      calls += 1;
      if (calls > stopAfter) throw new Error('interrupted');
      return t.as('admin', { now });
    },
    async projectAs(email: string, now: Date) {
      const ctx = t.as('editor', { now });
      const { id } = await t.db.user.findUniqueOrThrow({ where: { emailFolded: email } });
      return { ...ctx, actor: { ...ctx.actor, id } };
    },
  };
  return fillDemo(contexts, { now: t.now(), operator: null });
};

it('fills a fresh installation, also after an interrupted start', async () => {
  await expect(fill(12)).rejects.toThrow('interrupted');
  const access = await fill();
  expect(access.clientKey).toMatch(/^fsc_/);
  expect(access.password).not.toBeNull();
  const { items, total } = await listFlags(t.as('viewer'), { limit: 100 });
  expect(total).toBe(SAMPLE_FLAGS.length + DECLARED);
  const checkout = items.find(({ key }) => key === 'checkout-v2');
  expect(checkout?.environments.production).toMatchObject({ state: 'on', ruleCount: 2, version: 4 });
  const analytics = await getAnalytics(t.as('viewer'), { flag: 'checkout-v2', environment: 'production' });
  expect(analytics.totals.on).toBeGreaterThan(20_000);
  const tenants = await listTenants(t.as('viewer'), { environment: 'production', withOverrides: true });
  expect(tenants.items.map(({ key }) => key)).toEqual([
    'acme',
    'dovetail',
    'ferrous',
    'globex',
    'harbour',
    'kestrel',
    'lumen',
  ]);
  const plans = await listPlans(t.as('viewer'), { limit: 10 });
  expect(Object.fromEntries(plans.items.map(({ flag, status, step }) => [flag, [status, step]]))).toEqual({
    'internal-tools': ['completed', 0],
    'e-bike-range-estimate': ['running', 1],
    'winter-tariff': ['holding', 1],
    'checkout-v2': ['draft', null],
  });
  const place = { environment: 'production' };
  const { stages, total: known } = await getFunnel(t.as('viewer'), place);
  expect(known).toBe(SAMPLE_PEOPLE.length);
  for (const { key, subjects } of stages) expect(subjects, key).toBeGreaterThan(2);
  const { targetingKey } = SAMPLE_PEOPLE.find(({ did }) => (did.trip_exported ?? 0) >= 3) ?? { targetingKey: '' };
  const { milestones } = await getSubject(t.as('viewer'), { ...place, targetingKey });
  expect(milestones.map(({ key }) => key)).toContain('power-user');
  expect(await verifyAudit(t.as('admin'), {})).toMatchObject({ ok: true });
}, 120_000);

it('keeps how to get in beside the data', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'flagstaff-demo-'));
  try {
    expect(readDemoAccess(folder)).toBeNull();
    const access = { email: 'a@example.com', password: null, clientKey: 'fsc_1', serverKey: 'fss_1' };
    writeDemoAccess(folder, access);
    expect(readDemoAccess(folder)).toEqual(access);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
