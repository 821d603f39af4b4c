import { expect, type Page } from '@playwright/test';
import { AdminApi } from './support/admin-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { test } from './support/watched-test';
import { visit } from './support/visit';

const [HOUR, DAY] = [3_600_000, 86_400_000];

let server: TestServer;
/** A day ahead, at a quiet hour. */
const launch = new Date(Math.floor(Date.now() / DAY) * DAY + DAY + 10 * HOUR);
const day = launch.toISOString().slice(0, 10);

test.use({ timezoneId: 'UTC' });
test.beforeAll(async () => {
  server = await startServer({ env: { ...ADMINISTRATOR_ENV, FLAGSTAFF_TICKER: 'off' } });
  const api = new AdminApi(server);
  for (const key of ['checkout', 'search']) await api.createFlag(key);
  const schedule = (flag: string, kind: string, description: string, later = 0) =>
    api.call('POST', '/schedules', {
      flag,
      environment: 'development',
      instructions: [{ kind }],
      at: new Date(launch.getTime() + later).toISOString(),
      description,
    });
  await schedule('checkout', 'turnOn', 'Launch');
  await schedule('checkout', 'turnOff', 'Land again', HOUR / 2);
  await schedule('search', 'turnOn', 'On its own');
});
test.afterAll(() => server.stop());
test.beforeEach(({ page }) => signIn(page, server));

const open = (page: Page, query: string) => visit(page, `${server.url}/p/default/calendar?date=${day}${query}`);

test('what is scheduled is in the calendar, what meets is marked, and kinds can be left out', async ({ page }) => {
  await open(page, '');
  const links = page.getByRole('main').getByRole('link');
  const launched = links.filter({ hasText: 'Scheduled change: Launch' });
  await expect(launched).toContainText('checkout');
  await expect(launched).toContainText('10:00');
  await expect(launched.getByRole('img', { name: /Meets another change/ })).toBeVisible();
  const alone = links.filter({ hasText: 'On its own' });
  await expect(alone.getByRole('img', { name: /Meets another change/ })).toHaveCount(0);

  await page.getByRole('button', { name: '2 collisions' }).click();
  await expect(alone).toHaveCount(0);
  await expect(launched).toBeVisible();
  await page.getByRole('button', { name: 'Only collisions' }).click();
  await page.getByRole('button', { name: /^Schedules/ }).click();
  await expect(launched).toHaveCount(0);
  await expect(page).toHaveURL(/hide=schedule/);
  await page.getByRole('button', { name: /^Schedules/ }).click();

  await page.keyboard.press('ArrowRight');
  await expect(launched).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('d');
  await expect(launched).toBeVisible();
  await launched.click();
  await expect(page).toHaveURL(/\/schedules/);
});

test('a calendar app reads it by a link that is shown once and can be ended', async ({ page, request }) => {
  await open(page, '&view=month');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await page.getByRole('button', { name: 'Make link' }).click();
  const link = (await page.getByLabel('Link', { exact: true }).first().textContent()) ?? '';
  const file = await request.get(link);
  expect(await file.text()).toContain('SUMMARY:checkout · Scheduled change (development)');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByRole('dialog')).toContainText('You have a link since');
  await page.getByRole('button', { name: 'End the link' }).click();
  await expect(page.getByText('The calendar link no longer works.')).toBeVisible();
  expect((await request.get(link)).status()).toBe(404);
});

test('an administrator sees that nothing runs jobs, and runs one', async ({ page }) => {
  await visit(page, `${server.url}/p/default/settings/jobs`);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Nothing runs them');
  await page.getByRole('button', { name: 'Run “Tidying up” now' }).click();
  await expect(page.getByRole('status').filter({ hasText: '“Tidying up” ran.' })).toContainText('Done');
  await page.getByRole('button', { name: /Show 1 run.*Tidying up/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'by a person' })).toContainText('Nothing to do');
});
