import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { AdminApi } from './support/admin-api';
import { makeUser } from './support/installation-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { test } from './support/watched-test';
import { interactive, visit } from './support/visit';

let server: TestServer;

test.beforeAll(async () => {
  server = await startServer({ env: ADMINISTRATOR_ENV });
  const api = new AdminApi(server);
  await api.createFlag('checkout', { name: 'Checkout' });
  await api.createFlag('banner', { name: 'Banner' });
  await api.call('POST', '/flags/checkout/environments/staging/enable', { comment: 'for the trial' });
  await api.call('POST', '/segments', { key: 'beta', name: 'Beta' });
  await makeUser(server, 'viewer');
});
test.afterAll(() => server.stop());
test.beforeEach(async ({ page }) => {
  await signIn(page, server);
  await visit(page, `${server.url}/p/default/audit`);
});

test('filters narrow the audit, stand in the address, and can be cleared', async ({ page }) => {
  const rows = page
    .getByRole('table', { name: 'Audit' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
  await expect(rows.filter({ hasText: 'Created a segment' })).toContainText('beta');
  await page.getByLabel('Flag key').fill('checkout');
  await expect(rows).toHaveCount(2);
  await page.getByLabel('What', { exact: true }).click();
  await page.getByRole('option', { name: 'Turned on' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('for the trial');
  await expect(page).toHaveURL(/flag=checkout.*action=config\.enable|action=config\.enable.*flag=checkout/);

  await page.reload();
  await interactive(page);
  await expect(rows).toHaveCount(1);
  await page.getByLabel('To', { exact: true }).fill('2020-01-01');
  await expect(page.getByText('No entry matches these filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows.filter({ hasText: 'Banner' }).or(rows.filter({ hasText: 'banner' }))).toHaveCount(1);
  await expect(page).toHaveURL(/\/audit$/);
});

test('an entry says what was before and after, and leads to the history', async ({ page }) => {
  await page.getByRole('row').filter({ hasText: 'Turned on' }).click();
  const sheet = page.getByRole('dialog', { name: 'Turned on' });
  await expect(sheet).toContainText('checkout');
  await expect(sheet).toContainText('for the trial');
  await expect(sheet).toContainText('"state": "off"');
  await expect(sheet).toContainText('"state": "on"');
  await sheet.getByRole('link', { name: 'Open the flag’s history' }).click();
  await page.waitForURL(/\/flags\/checkout\/history\?env=staging/);
});

test('the chain is verified, and the whole audit can be taken along', async ({ page }) => {
  await page.getByRole('button', { name: 'Verify chain' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'unbroken' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain('flag.create');
  expect(text).toContain('for the trial');
});

test('what was done to users is there, apart, for who manages them alone', async ({ page }) => {
  await page.getByRole('radio', { name: 'Users and roles' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Created a user' })).toContainText('viewer@example.com');
  await page.getByRole('button', { name: 'Verify chain' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'unbroken' })).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, server, { email: 'viewer@example.com', password: 'correct-horse-battery' });
  await visit(page, `${server.url}/p/default/audit?of=installation`);
  await expect(page.getByRole('radio', { name: 'Users and roles' })).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'Created a segment' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Created a user' })).toHaveCount(0);
});
