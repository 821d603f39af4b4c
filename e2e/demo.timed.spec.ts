import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { TargetingTab } from './pages/targeting-tab';
import { servePage, type ServedPage } from './real-clients/serve-page';
import { type Demo, demoPlace, type DemoPlace, runInShell, startDemo } from './support/demo';
import { signInByForm } from './support/sign-in';

const answerSchema = z.object({
  environment: z.literal('production'),
  revision: z.number(),
  flags: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const singleSchema = z.object({ value: z.boolean(), ruleId: z.string().optional() });

let place: DemoPlace;
let demo: Demo;
let shop: ServedPage;

test.beforeAll(async () => {
  place = await demoPlace();
  demo = await startDemo(place);
  shop = await servePage('shop.tsx');
});
test.afterAll(async () => {
  await shop.close();
  await demo.end();
  place.remove();
});

const ask = async ({ curl }: Demo) => answerSchema.parse(JSON.parse(await runInShell(curl)));
const keyOf = ({ curl }: Demo): string => /Bearer (fsc_[\w-]+)/.exec(curl)?.[1] ?? '';
/** Resident memory in megabytes, as the system counts it. */
const memoryOf = ({ pid }: Demo): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** A paying rider whom a quarter of them leaves out. */
async function riderLeftOut(): Promise<string> {
  for (let number = 2_000; number < 2_100; number += 1) {
    const rider = `rider-${number}`;
    const response = await fetch(`${demo.address}/api/flags/checkout-v2`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keyOf(demo)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ context: { targetingKey: rider, plan: 'pro', country: 'DE' } }),
    });
    if (!singleSchema.parse(await response.json()).value) return rider;
  }
  throw new Error('a quarter of a hundred riders is everybody');
}

/** Lets everybody in whom the rule matches, in production, which asks for its name. */
async function letEverybodyIn(page: Page): Promise<void> {
  const tab = new TargetingTab(page, demo.address, 'checkout-v2');
  await tab.open('targeting', 'production');
  await tab.toggle('Paying riders').click();
  await tab.rule('Paying riders').getByLabel('Exact percentage').fill('100');
  await tab.review.click();
  await expect(tab.dialog).toContainText('Paying riders');
  await expect(tab.dialog.getByRole('button', { name: 'Save now' })).toBeDisabled();
  await tab.dialog.getByLabel('Comment').fill('All paying riders');
  await tab.confirm('Save now', 'Production');
  await expect(tab.toasts).toContainText('New checkout is saved in Production');
}

test('the demo is ready within half a minute, tells how to get in, and its curl line answers', async () => {
  expect(demo.took).toBeLessThan(30_000);
  expect(memoryOf(demo)).toBeLessThan(1_536);
  expect(demo.address).toBe(`http://localhost:${place.port}`);
  const { flags } = await ask(demo);
  expect(Object.keys(flags)).toHaveLength(15);
  expect(flags['checkout-v2']).toMatchObject({ value: true, variant: 'on' });
});

test('a rule changed in the browser changes the page of a real client on its next fetch', async ({ page, context }) => {
  const client = await context.newPage();
  const query = new URLSearchParams({ server: demo.address, key: keyOf(demo), rider: await riderLeftOut() });
  await client.goto(`${shop.url}?${query}`);
  await expect(client.getByRole('heading')).toHaveText('Old checkout');
  await signInByForm(page, { url: demo.address }, demo);
  await letEverybodyIn(page);
  await expect(client.getByRole('heading')).toHaveText('New checkout');
});

test('a second start over the same folder changes nothing, and nothing secret was logged', async ({ page }) => {
  const before = await ask(demo);
  for (const secret of [demo.password, keyOf(demo)]) expect(demo.saidSince()).not.toContain(secret);
  await demo.end();
  const again = await startDemo(place);
  const { address, email, password, curl } = demo;
  expect(again).toMatchObject({ address, email, password, curl });
  demo = again;
  expect(demo.took).toBeLessThan(30_000);
  expect(await ask(demo)).toEqual(before);
  await signInByForm(page, { url: demo.address }, demo);
  await expect(page.getByRole('table', { name: 'Flags' })).toBeVisible();
});
