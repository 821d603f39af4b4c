import { expect } from '@playwright/test';
import { AdminApi } from './support/admin-api';
import { seriousFindings } from './support/axe';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { visit } from './support/visit';
import { test } from './support/watched-test';

/** More than go in one request. */
const TENANTS = 120;

let server: TestServer;
let api: AdminApi;

test.beforeAll(async () => {
  server = await startServer({ env: ADMINISTRATOR_ENV });
  api = new AdminApi(server);
  await api.createFlag('checkout', { name: 'New checkout' });
  for (let index = 0; index < TENANTS; index += 1) {
    await api.call('POST', '/tenants', { key: `tenant-${index}`, name: `Tenant ${index}` });
  }
});
test.afterAll(async () => {
  expect(server.output()).not.toContain('MISSING_MESSAGE');
  await server.stop();
});

test('a change of many tenants is stopped, fails, goes on where it was, and is taken back', async ({ page }) => {
  const overrides = async (): Promise<number> => {
    const path = '/system/flags?environment=development';
    const { items } = await api.call<{ items: { overrides: number }[] }>('GET', path);
    return items[0]?.overrides ?? -1;
  };
  await signIn(page, server);
  await visit(page, `${server.url}/p/default/tenants?env=development&view=grid`);
  await page.getByRole('checkbox', { name: 'Select all tenants' }).click();
  await page.getByRole('button', { name: 'Set or clear a flag…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Flag', { exact: true }).click();
  await page.getByRole('option', { name: 'New checkout' }).click();
  await dialog.getByRole('radio', { name: 'on', exact: true }).click();

  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await expect(dialog.getByRole('button', { name: 'Change 120 tenants' })).toBeEnabled();
  await page.route('**/overrides/bulk', async (route) => {
    await held;
    await route.continue();
  });
  await dialog.getByRole('button', { name: 'Change 120 tenants' }).click();
  await expect(dialog.getByRole('status')).toHaveText('0 of 120 tenants');
  await expect(dialog.getByRole('button', { name: 'Stop' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('status')).toContainText('stopping');
  answer();
  // What was under way is done, and nothing after it.
  await expect(dialog.getByRole('status')).toHaveText('100 of 120 tenants');
  await expect(dialog).toContainText('20 tenants were not reached.');
  expect(await overrides()).toBe(100);

  await page.unroute('**/overrides/bulk');
  await page.route('**/overrides/bulk', (route) => route.abort());
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByRole('alert')).toContainText('20 tenants could not be changed. The server could not be');
  await expect(dialog.getByRole('alert')).toContainText('100 tenants are changed and stay so.');
  expect(await seriousFindings(page)).toEqual([]);

  await page.unroute('**/overrides/bulk');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  const toasts = page.locator('[data-sonner-toast]');
  await expect(toasts).toContainText('New checkout: 120 tenants changed');
  expect(await overrides()).toBe(120);
  await toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(toasts.filter({ hasText: 'New checkout: taken back for 120 tenants' })).toBeVisible();
  expect(await overrides()).toBe(0);
});
