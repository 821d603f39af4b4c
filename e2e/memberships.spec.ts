import { expect } from '@playwright/test';
import { AdminApi } from './support/admin-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { test } from './support/watched-test';
import { visit } from './support/visit';

const DAY = 86_400_000;
let server: TestServer;
let api: AdminApi;

test.beforeAll(async () => {
  // Groups are synchronised when they are asked to be.
  server = await startServer({ env: { ...ADMINISTRATOR_ENV, FLAGSTAFF_TICKER: 'off' } });
  api = new AdminApi(server);
});
test.afterAll(() => server.stop());
test.beforeEach(({ page }) => signIn(page, server));

const day = (offset: number): string => new Date(Date.now() + offset * DAY).toISOString().slice(0, 10);
const counts = (): Promise<Record<string, number>> => api.call('GET', '/memberships/counts?environment=development');
const add = (flag: string, body: object) =>
  api.call('POST', `/flags/${flag}/memberships?environment=development`, body);

test('memberships stand under their flags over time, are told apart by state, removed, changed and taken back', async ({
  page,
}) => {
  await api.createFlag('beta');
  await api.createFlag('pilot');
  await add('beta', { subject: 'anna', startDate: day(-3), endDate: day(4) });
  await add('beta', { subject: 'ben', startDate: day(40), endDate: day(50) });
  await add('pilot', { subject: 'cleo', startDate: day(-60), endDate: day(-50) });
  await visit(page, `${server.url}/p/default/memberships?env=development`);
  const timeline = page.getByRole('table', { name: 'Memberships over time' });
  const anna = timeline.getByRole('row', { name: 'anna in beta, running' });
  await expect(anna).toContainText('anna · on');
  await expect(timeline.getByTestId('today')).toHaveCount(1);
  await timeline.getByRole('row', { name: 'ben in beta, upcoming' }).getByRole('button').click();
  await expect(timeline.getByRole('row', { name: 'ben in beta, upcoming' })).toContainText('ben · on');
  await page.getByRole('button', { name: 'Today' }).click();
  await page.getByRole('radio', { name: 'Week' }).click();
  await expect(page).toHaveURL(/zoom=week/);

  await page.getByRole('radio', { name: /^Past/ }).click();
  await expect(timeline.getByRole('row', { name: 'cleo in pilot, past' })).toBeVisible();
  await expect(timeline.getByRole('row', { name: /anna/ })).toHaveCount(0);
  await page.getByRole('radio', { name: /^Running/ }).click();
  await expect(anna).toBeVisible();
  await page.keyboard.press('j');
  await expect(anna).toBeFocused();
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'anna in beta, running' });
  await details.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No membership matches')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await anna.click();
  await details.getByRole('button', { name: 'Change' }).click();
  const editor = page.getByRole('dialog', { name: /^Change the membership/ });
  await editor.getByLabel('Note').fill('Asked for more');
  await editor.getByRole('button', { name: 'Review and save' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Save now' }).click();
  const changed = page.getByRole('listitem').filter({ hasText: 'The membership is changed' });
  await changed.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The change is taken back')).toBeVisible();
  const { items } = await api.call<{ items: object[] }>('GET', '/flags/beta/memberships?environment=development');
  const asBefore = { subject: 'anna', note: null, startDate: day(-3), endDate: day(4) };
  expect(items).toContainEqual(expect.objectContaining(asBefore));
  expect(await counts()).toMatchObject({ open: 1, upcoming: 1, past: 1 });
});

test('a file with bad lines is looked through, its good ones imported once, and groups synchronised', async ({
  page,
}) => {
  await api.createFlag('trial');
  const lines = Array.from({ length: 1_200 }, (_, n) => {
    const last = n % 100 === 7 ? day(-9) : day(9);
    return `user-${n},${day(-1)},${last}`;
  });
  const file = {
    name: 'trial.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`subject,startDate,endDate\n${lines.join('\n')}\n`),
  };
  await visit(page, `${server.url}/p/default/memberships?env=development&flag=trial`);
  await expect(page.getByText('No membership matches')).toBeVisible();
  await page.getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import memberships' });
  await dialog.locator('input[type=file]').setInputFiles(file);
  await expect(dialog.getByText('1,188 rows will be added')).toBeVisible();
  await expect(dialog.getByText('12 lines have errors and are left out')).toBeVisible();
  await expect(dialog.getByRole('listitem').first()).toContainText('Line 9');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download errors' }).click();
  expect((await download).suggestedFilename()).toBe('trial-errors.csv');
  await dialog.getByRole('button', { name: 'Add 1,188 rows' }).click();
  await expect(dialog.getByText('1,188 memberships were added')).toBeVisible();
  await dialog.getByRole('button', { name: 'Choose another file' }).click();
  await dialog.locator('input[type=file]').setInputFiles(file);
  await expect(dialog.getByText('No row will be added')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Sync now' }).click();
  const report = page.getByRole('dialog', { name: 'Groups are up to date' });
  await expect(report.getByRole('row', { name: /trial/ })).toContainText('1,188');
  await report.getByRole('button', { name: 'Close' }).first().click();
  const members = await api.call<{ total: number }>('GET', '/flags/trial/members?environment=development&limit=1');
  expect(members.total).toBe(1_188);
});
