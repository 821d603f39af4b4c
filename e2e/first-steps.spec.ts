import { expect, test } from '@playwright/test';
import { FlagsPage } from './pages/flags-page';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer({ env: ADMINISTRATOR_ENV });
});
test.afterAll(() => server.stop());

test('the first steps complete themselves', async ({ page }) => {
  await signIn(page, server);
  const flags = new FlagsPage(page, server.url);
  await flags.open();
  const steps = page.getByRole('region', { name: 'First steps' });
  await expect(steps.locator('[aria-current=step]')).toContainText('Create a flag');
  await steps.getByRole('button', { name: 'Create a flag' }).click();
  await flags.dialog.getByLabel('Name', { exact: true }).fill('Hello');
  await flags.dialog.getByLabel('Visible to client keys').click();
  await flags.dialog.getByRole('button', { name: 'Create flag' }).click();
  await page.waitForURL('**/flags/hello/targeting');

  await flags.open();
  await expect(steps.locator('[aria-current=step]')).toContainText('Connect an app');
  await expect(steps).toContainText('Waiting for the first evaluation');
  await steps.getByRole('button', { name: 'Make a client key' }).click();
  const code = steps.getByRole('group', { name: 'curl code' });
  await expect(code).toContainText('fsc_');
  const key = /fsc_[\w-]+/.exec(await code.innerText())?.[0] ?? '';
  const ask = async (): Promise<unknown> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ context: { targetingKey: 'user-123' } });
    return (await fetch(`${server.url}/api/flags/hello`, { method: 'POST', headers, body })).json();
  };
  expect(await ask()).toMatchObject({ value: false });
  await expect(steps.getByText('First evaluation received')).toBeVisible({ timeout: 20_000 });

  await steps.getByLabel('Turn on Hello').click();
  await expect(steps).toContainText('Run the code again');
  await expect.poll(ask).toMatchObject({ value: true });
  const done = page.getByRole('region', { name: 'That works' });
  await expect(done).toBeVisible({ timeout: 20_000 });
  await done.getByRole('button', { name: 'Hide the first steps' }).click();
  await expect(done).toHaveCount(0);
  await page.reload();
  await expect(flags.row('hello')).toBeVisible();
  await expect(steps).toHaveCount(0);
});
