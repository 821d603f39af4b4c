import { expect } from '@playwright/test';
import { TargetingTab } from './pages/targeting-tab';
import { AdminApi } from './support/admin-api';
import { seriousFindings } from './support/axe';
import { callInstallation } from './support/installation-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { visit } from './support/visit';
import { rawIds, test } from './support/watched-test';

const CRON_SECRET = 'end-to-end-tests-are-a-clock-outside-0123456789';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let server: TestServer;
let api: AdminApi;
/** What the test clock says. */
let now: number;

test.beforeAll(async () => {
  server = await startServer({ env: { ...ADMINISTRATOR_ENV, CRON_SECRET, FLAGSTAFF_ALLOW_TEST_CLOCK: '1' } });
  api = new AdminApi(server);
  now = Date.now();
  await api.createFlag('launch', { name: 'Launch' });
  await api.createFlag('office', { name: 'Office' });
});
test.afterAll(() => server.stop());

/** Lets time pass: the administrator moves the clock, and a clock outside asks for what is due. */
async function pass(milliseconds: number): Promise<void> {
  now += milliseconds;
  await callInstallation(server, 'POST', '/clock', { now: new Date(now).toISOString() });
  const headers = { authorization: `Bearer ${CRON_SECRET}` };
  const answer = await fetch(`${server.url}/api/cron/run-schedules`, { headers });
  expect(answer.status).toBe(200);
}
const stateOf = async (flag: string): Promise<string> => (await api.configuration(flag, 'development')).state;

/** As a field for date and time takes it, in the browser's zone. */
function localText(instant: number): string {
  const options = { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Berlin' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(instant).replace(' ', 'T');
}

test('a change is scheduled from its review, made by the clock, and told of in the run log', async ({ page }) => {
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'launch');
  await tab.open('targeting', 'development');
  await tab.stateSwitch('On').click();
  await tab.review.click();
  const review = page.getByRole('alertdialog');
  await review.getByRole('radio', { name: 'Schedule' }).click();
  const submit = review.getByRole('button', { name: 'Schedule' });
  await expect(submit).toBeDisabled();
  await review.getByLabel('Date and time').fill(localText(now - HOUR));
  await expect(review).toContainText('This instant has passed.');
  await review.getByLabel('Date and time').fill(localText(now + 2 * HOUR));
  await review.getByLabel('What it is for').fill('Launch day');
  await submit.click();
  await expect(page.getByText('The change is scheduled')).toBeVisible();
  await expect(tab.unsaved).toBeHidden();
  const planned = page.getByRole('region', { name: '1 scheduled change' });
  await expect(planned).toContainText('Launch day');
  expect(await stateOf('launch')).toBe('off');

  await pass(HOUR);
  expect(await stateOf('launch')).toBe('off');
  await pass(HOUR + MINUTE);
  expect(await stateOf('launch')).toBe('on');

  await visit(page, `${server.url}/p/default/schedules?status=done`);
  await page.getByRole('row').filter({ hasText: 'Launch day' }).getByText('Launch day').click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('list', { name: 'Runs' })).toContainText('Applied');
  await expect(sheet.getByRole('list', { name: 'Runs' })).toContainText('Version 2');
  await expect(sheet).toContainText('Turn the flag on');
  expect(await rawIds(page)).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
});

test('a cron expression says what it means; it is paused, needs a look after others, and is run by hand', async ({
  page,
}) => {
  await signIn(page, server);
  await visit(page, `${server.url}/p/default/schedules`);
  await page.getByRole('button', { name: 'Schedule a change' }).first().click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('combobox', { name: 'Flag' }).click();
  await page.getByRole('option', { name: 'Office' }).click();
  await dialog.getByRole('radio', { name: 'Again and again' }).click();
  await expect(dialog.getByRole('status')).toContainText(/Mon–Fri at/);
  await dialog.getByLabel('Cron expression').fill('0 0 31 2 *');
  await expect(dialog.getByRole('status')).toContainText('No instant fulfils this expression.');
  await dialog.getByLabel('Cron expression').fill('*/30 * * * *');
  await expect(dialog.getByRole('status')).toContainText('Every 30 minutes');
  await expect(dialog.getByRole('listitem')).toHaveCount(5);
  await dialog.getByLabel('What it is for').fill('Office hours');
  await dialog.getByRole('button', { name: 'Schedule' }).click();

  await page.getByRole('row').filter({ hasText: 'Office hours' }).getByText('Office hours').click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Pause' }).click();
  await expect(sheet.getByText('Paused', { exact: true })).toBeVisible();
  await sheet.getByRole('button', { name: 'Resume' }).click();
  await expect(sheet.getByText('Waiting', { exact: true })).toBeVisible();

  await api.enable('office', 'development');
  await api.call('POST', '/flags/office/environments/development/disable');
  await pass(31 * MINUTE);
  await visit(page, page.url());
  await expect(sheet).toContainText('Someone changed the same thing since this was planned.');
  await sheet.getByRole('button', { name: 'Run now' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Run now' }).click();
  await expect(sheet.getByRole('list', { name: 'Runs' })).toContainText('Applied');
  expect(await stateOf('office')).toBe('on');
  await sheet.getByRole('button', { name: 'Cancel it' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the schedule' }).click();
  await expect(sheet.getByText('Cancelled', { exact: true })).toBeVisible();
});
