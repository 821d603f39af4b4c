import { expect } from '@playwright/test';
import { DetailsTab } from './pages/details-tab';
import { FlagsPage } from './pages/flags-page';
import { HistoryTab } from './pages/history-tab';
import { TargetingTab } from './pages/targeting-tab';
import { AdminApi } from './support/admin-api';
import { type TestServer, startServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { test } from './support/watched-test';
import { visit } from './support/visit';

const KEY = 'fss_end-to-end-server-key-0000000003';
let server: TestServer;
let api: AdminApi;

test.beforeAll(async () => {
  server = await startServer({ env: { ...ADMINISTRATOR_ENV, FLAGSTAFF_SERVER_KEYS: `default:development:${KEY}` } });
  api = new AdminApi(server);
});
test.afterAll(() => server.stop());
test.beforeEach(({ page }) => signIn(page, server));

interface Declared {
  key: string;
  type: string;
  default: unknown;
  description?: string;
}
interface Report {
  created: string[];
  changed: string[];
  withdrawn: string[];
}
/** What an application's start script sends. */
const declare = (flags: Declared[], source = 'web', version = '1.4.2', environment = 'development') =>
  api.call<Report>('POST', '/registry', { environment, source, version, flags });

async function valueOf(flag: string): Promise<unknown> {
  const answer = await fetch(`${server.url}/api/flags`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ context: { targetingKey: 'u1' } }),
  });
  const { flags } = (await answer.json()) as { flags: Record<string, { value: unknown }> };
  return flags[flag]?.value;
}

test('a script declares flags; they follow its default, are switched, and follow it again', async ({ page }) => {
  const banner = { key: 'banner', type: 'boolean', default: true, description: 'The banner on top' };
  expect((await declare([banner, { key: 'page-size', type: 'number', default: 20 }])).created).toHaveLength(2);
  expect(await valueOf('banner')).toBe(true);

  const list = new FlagsPage(page, server.url);
  await list.open();
  const following = page.getByRole('switch', { name: 'banner in Development, follows the code default' });
  await expect(following).toBeChecked();
  await expect(list.switchOf('banner', 'Production')).not.toBeChecked();
  const menu = page.getByRole('button', { name: 'State of banner in Development' });
  await expect(menu).toHaveText('Code default');
  await expect(page.getByRole('button', { name: 'State of banner in Production' })).toHaveCount(0);

  await following.click();
  await expect(list.switchOf('banner', 'Development')).not.toBeChecked();
  await expect.poll(() => valueOf('banner')).toBe(false);
  await menu.click();
  await page.getByRole('menuitemradio', { name: 'Follow the code default (on)' }).click();
  await expect(list.toasts.filter({ hasText: 'banner follows the code default in Development' })).toBeVisible();
  await expect(following).toBeChecked();
  await expect.poll(() => valueOf('banner')).toBe(true);
  await list.search.fill('state:default');
  await expect.poll(() => list.keys()).toEqual(['banner', 'page-size']);

  const targeting = new TargetingTab(page, server.url, 'banner');
  await targeting.open('targeting', 'development');
  await expect(targeting.stateSwitch('Follow the code default')).toBeChecked();
  await expect(page.getByText('The default that the application declares counts: on.')).toBeVisible();
  await targeting.stateSwitch('On').click();
  await targeting.save();
  await expect(targeting.unsaved).toHaveCount(0);
  await targeting.stateSwitch('Follow the code default').click();
  await targeting.save();
  await expect(targeting.unsaved).toHaveCount(0);
  expect(await api.configuration('banner', 'development')).toMatchObject({ state: 'default' });

  const history = new HistoryTab(page, server.url, 'banner');
  await history.open('history', 'development');
  await expect(history.revisions.first()).toContainText('Follow the code default');
  await expect(history.revisions.nth(1)).toContainText('Turn the flag on');
  await expect(history.revisions.last()).toContainText('web 1.4.2');

  await declare([{ ...banner, default: false }], 'web', '1.5.0');
  await expect.poll(() => valueOf('banner')).toBe(false);
  await history.open('history', 'development');
  await expect(history.revisions.first()).toContainText('The application’s own default becomes off');
  await expect(history.revisions.first()).toContainText('web 1.5.0');
});

test('details say where a flag comes from, who disagrees, and who no longer declares it', async ({ page }) => {
  await api.createFlag('older');
  const details = new DetailsTab(page, server.url, 'older');
  const origin = page.getByRole('list', { name: 'Where it comes from' });
  await details.open();
  await expect(page.getByText('Made in the dashboard.')).toBeVisible();

  await declare([{ key: 'older', type: 'boolean', default: true }], 'shop', '2.0.0');
  await declare([{ key: 'older', type: 'boolean', default: false }], 'worker', '7');
  await details.open();
  await expect(page.getByText('Made in the dashboard, and declared in code.')).toBeVisible();
  const development = origin.getByRole('listitem', { name: 'Development' });
  await expect(development).toContainText('default: on');
  const worker = development.getByRole('listitem').filter({ hasText: 'worker' });
  await expect(worker).toContainText('disagrees with the default in force');
  await expect(development.getByRole('listitem').filter({ hasText: 'shop' })).not.toContainText('disagrees');
  await expect(origin.getByRole('listitem', { name: 'Staging' })).toContainText('not declared');

  expect(await declare([], 'worker', '8')).toMatchObject({ withdrawn: ['older'] });
  await details.open();
  await expect(worker).toContainText('no longer declared');
  expect(await api.configuration('older', 'development')).toMatchObject({ state: 'off' });

  await visit(page, `${server.url}/p/default/audit`);
  await expect(page.getByText('No longer declared in code').first()).toBeVisible();
});

test('in a protected environment the change is confirmed, and undone from its toast', async ({ page }) => {
  await declare([{ key: 'guarded', type: 'boolean', default: false }], 'guard', '1', 'production');
  await api.enable('guarded', 'production');
  const list = new FlagsPage(page, server.url);
  await list.open('?q=guarded');
  await expect(list.switchOf('guarded', 'Production')).toBeChecked();
  await page.getByRole('button', { name: 'State of guarded in Production' }).click();
  await page.getByRole('menuitemradio', { name: 'Follow the code default (off)' }).click();
  await expect(list.dialog).toContainText('Let guarded follow the code default in Production?');
  await list.dialog.getByRole('button', { name: 'Follow the code default' }).click();
  const following = page.getByRole('switch', { name: 'guarded in Production, follows the code default' });
  await expect(following).not.toBeChecked();
  await list.toasts.getByRole('button', { name: 'Undo' }).first().click();
  await expect(list.switchOf('guarded', 'Production')).toBeChecked();
});

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('the third state and where a flag comes from are worded too', async ({ page }) => {
    await declare([{ key: 'gruss', type: 'string', default: 'Hallo' }], 'web-de', '1.0.0');
    const list = new FlagsPage(page, server.url);
    await list.open('?q=gruss');
    await expect(page.getByRole('button', { name: 'Zustand von gruss in Development' })).toHaveText('Code-Standard');
    await page.getByRole('button', { name: 'Zustand von gruss in Development' }).click();
    await expect(page.getByRole('menuitemradio', { name: 'Dem Code-Standard folgen (default)' })).toBeChecked();
    await visit(page, `${server.url}/p/default/flags/gruss/details`);
    await expect(page.getByText('Im Code deklariert.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Herkunft' })).toContainText('"Hallo"');
    await visit(page, `${server.url}/p/default/flags/gruss/targeting?env=development`);
    await expect(page.getByRole('radio', { name: 'Code-Standard folgen' })).toBeChecked();
  });
});
