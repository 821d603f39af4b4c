import { expect } from '@playwright/test';
import { TargetingTab } from './pages/targeting-tab';
import { AdminApi } from './support/admin-api';
import { seriousFindings } from './support/axe';
import { makeUser } from './support/installation-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { visit } from './support/visit';
import { rawIds, test } from './support/watched-test';

let server: TestServer;
let api: AdminApi;
let ben: { email: string; password: string };
let cem: { email: string; password: string };
let dan: { email: string; password: string };

test.beforeAll(async () => {
  server = await startServer({ env: ADMINISTRATOR_ENV });
  api = new AdminApi(server);
  await api.createFlag('launch', { name: 'Launch' });
  await api.createFlag('banner', { name: 'Banner' });
  await api.createFlag('search', { name: 'Search' });
  ben = await makeUser(server, 'editor', { email: 'ben@example.com', name: 'Ben' });
  cem = await makeUser(server, 'editor', { email: 'cem@example.com', name: 'Cem' });
  dan = await makeUser(server, 'developer', { email: 'dan@example.com', name: 'Dan' });
});
test.afterAll(() => server.stop());

const stateOf = async (flag: string): Promise<string> => (await api.configuration(flag, 'production')).state;

test('a change in production is asked for, approved by somebody else, and applied', async ({ page }) => {
  await signIn(page, server);
  await visit(page, `${server.url}/p/default/settings/environments`);
  await page.getByRole('button', { name: 'Edit Production' }).click();
  await page.getByRole('combobox', { name: 'Approvals' }).click();
  await page.getByRole('option', { name: '1 approval' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'production' })).toContainText('1 approval');

  await page.context().clearCookies();
  await signIn(page, server, ben);
  const tab = new TargetingTab(page, server.url, 'launch');
  await tab.open('targeting', 'production');
  await tab.stateSwitch('On').click();
  await tab.review.click();
  const review = page.getByRole('alertdialog');
  // Whoever may not bypass is not offered to save.
  await expect(review.getByRole('radio', { name: 'Save now' })).toHaveCount(0);
  await review.getByLabel('Title').fill('Launch day');
  await review.getByRole('button', { name: 'Request approval (1 needed)' }).click();
  await expect(page.getByText('Sent for approval: #1')).toBeVisible();
  await expect(tab.unsaved).toBeHidden();
  expect(await stateOf('launch')).toBe('off');
  await page.getByRole('button', { name: 'Look at it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Launch day');
  await expect(page.getByRole('button', { name: 'Approve' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Apply now' })).toBeDisabled();

  await page.context().clearCookies();
  await signIn(page, server, cem);
  await visit(page, `${server.url}/p/default/change-requests?show=waiting`);
  await page.getByRole('row').filter({ hasText: 'Launch day' }).getByText('Launch day').click();
  await expect(page.getByRole('main')).toContainText('Turn the flag on');
  expect(await rawIds(page)).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Approved #1')).toBeVisible();
  await page.getByRole('button', { name: 'Apply now' }).click();
  await expect(page.getByText('Applied #1')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible();
  expect(await stateOf('launch')).toBe('on');
});

test('a switch waits too, and goes back; who may bypass says why, in red', async ({ page }) => {
  await signIn(page, server, ben);
  await visit(page, `${server.url}/p/default/flags`);
  const toggle = page.getByRole('switch', { name: /banner.*Production/ });
  await toggle.click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByText(/Sent for approval: #2/)).toBeVisible();
  await expect(toggle).not.toBeChecked();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  expect(await stateOf('banner')).toBe('off');

  await page.context().clearCookies();
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'banner');
  await tab.open('targeting', 'production');
  await tab.stateSwitch('On').click();
  await tab.review.click();
  const review = page.getByRole('alertdialog');
  await review.getByRole('radio', { name: 'Save now' }).click();
  const save = review.getByRole('button', { name: 'Save without approval' });
  await expect(save).toBeDisabled();
  await review.getByRole('checkbox', { name: /Save without approval/ }).check();
  await review.getByLabel(/Comment/).fill('The shop is down');
  await review.getByLabel(/to confirm/).fill('Production');
  await save.click();
  await expect(tab.unsaved).toBeHidden();
  expect(await stateOf('banner')).toBe('on');
  await visit(page, `${server.url}/p/default/audit`);
  await expect(page.getByRole('main')).toContainText('The shop is down');
});

test('a developer proposes a change of production; an editor approves and applies it', async ({ page }) => {
  await signIn(page, server, dan);
  await visit(page, `${server.url}/p/default/flags`);
  await expect(page.getByRole('switch', { name: /search.*Production/ })).toBeDisabled();
  const tab = new TargetingTab(page, server.url, 'search');
  await tab.open('targeting', 'production');
  await expect(page.getByRole('note').filter({ hasText: 'You may propose changes to Production' })).toBeVisible();
  await tab.stateSwitch('On').click();
  await expect(tab.tryIt).toContainText('With your unsaved changes.');
  await expect(tab.tryIt).not.toContainText('The flag is off.');
  await tab.unsaved.getByRole('button', { name: 'Review and propose' }).click();
  const review = page.getByRole('alertdialog');
  await expect(review).toContainText('once it is approved and applied');
  // Neither saving nor a schedule, and no name to type.
  await expect(review.getByRole('radio')).toHaveCount(0);
  await expect(review.getByLabel(/to confirm/)).toHaveCount(0);
  expect(await seriousFindings(page)).toEqual([]);
  await review.getByLabel('Title').fill('Search for everybody');
  await review.getByRole('button', { name: /^Request approval/ }).click();
  await expect(page.getByText(/Sent for approval: #/)).toBeVisible();
  await expect(tab.unsaved).toBeHidden();
  expect(await stateOf('search')).toBe('off');

  await page.context().clearCookies();
  await signIn(page, server, cem);
  await visit(page, `${server.url}/p/default/change-requests?show=waiting`);
  await page.getByRole('row').filter({ hasText: 'Search for everybody' }).getByText('Search for everybody').click();
  await expect(page.getByRole('main')).toContainText('Dan');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText(/Approved #/)).toBeVisible();
  await page.getByRole('button', { name: 'Apply now' }).click();
  await expect(page.getByText(/Applied #/)).toBeVisible();
  expect(await stateOf('search')).toBe('on');
});
