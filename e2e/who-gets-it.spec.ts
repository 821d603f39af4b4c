import { expect } from '@playwright/test';
import { TargetingTab } from './pages/targeting-tab';
import { WhoGetsIt } from './pages/who-gets-it';
import { AdminApi } from './support/admin-api';
import { Application } from './support/application';
import { seriousFindings } from './support/axe';
import { makeUser } from './support/installation-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { test } from './support/watched-test';
import { visit } from './support/visit';

const KEY = 'fss_end-to-end-server-key-0000000004';
let server: TestServer;
let api: AdminApi;
let application: Application;

test.beforeAll(async () => {
  server = await startServer({ env: { ...ADMINISTRATOR_ENV, FLAGSTAFF_SERVER_KEYS: `default:development:${KEY}` } });
  api = new AdminApi(server);
  application = new Application(server, KEY);
  await api.call('POST', '/tenants', { key: 'acme', name: 'Acme GmbH' });
  await api.call('POST', '/tenants', { key: 'globex', name: 'Globex' });
  for (const role of ['employee', 'manager', 'admin']) await application.identify(`an-${role}`, { role });
  await application.identify('at-acme', { role: 'employee', tenant: 'acme' });
  await application.identify('tester', { role: 'employee' });
});
test.afterAll(() => server.stop());

test('roles and subjects become a rule and targets in the draft, reviewed and saved like any other', async ({
  page,
}) => {
  await api.createFlag('reports', { name: 'Reports' });
  await api.enable('reports', 'development');
  await expect.poll(() => application.variantOf('reports', 'an-employee')).toBe('on');
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'reports');
  const shortcut = new WhoGetsIt(page);
  await tab.open('targeting', 'development');

  await shortcut.open();
  const write = shortcut.dialog.getByRole('button', { name: 'Write it' });
  await expect(write).toBeDisabled();
  await shortcut.chooseRole('manager and above');
  await expect(shortcut.dialog).toContainText('Reaches: manager, admin.');
  await shortcut.addSubjects('tester');
  // The default gave it to everybody: naming some means that others shall not get it.
  await expect(shortcut.dialog.getByLabel('Everybody else')).toContainText('off');
  await expect(shortcut.draft.getByRole('listitem')).toHaveCount(3);
  await shortcut.write();
  await expect(shortcut.draft).toContainText('If role is at least manager → on');
  await expect(shortcut.draft).toContainText('tester');
  await shortcut.close();
  await expect(tab.unsaved).toContainText('3 unsaved changes');
  await expect(tab.rule('Role at least manager')).toBeVisible();
  // Nothing of it counts before it is saved.
  await expect.poll(() => application.variantOf('reports', 'an-employee')).toBe('on');

  // What says the same already is not written twice.
  await shortcut.open();
  await shortcut.chooseRole('manager and above');
  await expect(shortcut.draft).toContainText('Nothing new.');
  await expect(write).toBeDisabled();
  await shortcut.dialog.getByRole('button', { name: 'Cancel' }).click();

  await tab.save();
  await expect(tab.toasts).toContainText('Reports is saved in Development');
  // A profile that takes its time is left out of an answer, and in the next.
  for (const [who, variant] of [
    ['an-employee', 'off'],
    ['an-manager', 'on'],
    ['an-admin', 'on'],
    ['tester', 'on'],
  ] as const) {
    await expect.poll(() => application.variantOf('reports', who), { message: who }).toBe(variant);
  }
  // Who rises keeps what the rank below unlocked.
  for (const [role, variant] of Object.entries({ employee: 'off', manager: 'on', admin: 'on' })) {
    await application.identify('rising', { role });
    await expect.poll(() => application.variantOf('reports', 'rising'), { message: role }).toBe(variant);
  }
});

test('tenants are overridden apart from the draft, after a confirmation of their own', async ({ page }) => {
  await api.createFlag('export', { name: 'Export' });
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'export');
  const shortcut = new WhoGetsIt(page);
  await tab.open('targeting', 'development');
  await shortcut.open();
  await expect(shortcut.dialog).toContainText('The flag is off here');
  await shortcut.addTenant('Acme GmbH');
  await shortcut.addTenant('Globex');
  await shortcut.chooseRest('As now: on');
  await expect(shortcut.draft).toContainText('Nothing new.');
  await expect(shortcut.overrides.getByRole('listitem')).toHaveText(['acme→on', 'globex→on']);
  await shortcut.write();

  await shortcut.overrides.getByRole('button', { name: 'Set 2 overrides…' }).click();
  const confirm = page.getByRole('alertdialog');
  await expect(confirm.getByRole('row')).toHaveText([
    'TenantNowAfter',
    'acmefollows the systemon',
    'globexfollows the systemon',
  ]);
  await expect.poll(() => application.variantOf('export', 'at-acme')).toBe('off');
  await confirm.getByRole('button', { name: 'Set overrides' }).click();
  await expect(shortcut.overrides).toContainText('2 overrides are set');
  await expect.poll(() => application.variantOf('export', 'at-acme')).toBe('on');
  await expect.poll(() => application.variantOf('export', 'an-employee')).toBe('off');
  await shortcut.close();
  await expect(tab.unsaved).toHaveCount(0);
});

test('everyone is a default, never a state', async ({ page }) => {
  await api.createFlag('search', { name: 'Search' });
  await api.call('POST', '/flags/search/environments/development/changes', {
    version: 1,
    instructions: [{ kind: 'setDefault', default: { variant: 'off' } }],
  });
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'search');
  const shortcut = new WhoGetsIt(page);
  await tab.open('targeting', 'development');
  await shortcut.open();
  await shortcut.dialog.getByRole('radio', { name: 'Everyone' }).click();
  await shortcut.write();
  await shortcut.close();
  await tab.save();
  await expect(tab.toasts).toContainText('Search is saved in Development');
  const { state, default: served } = await api.configuration('search', 'development');
  expect({ state, served }).toEqual({ state: 'off', served: { variant: 'on' } });
});

test('the shortcut is in German, has no serious findings, and is not there for who may not edit', async ({
  page,
  context,
}) => {
  await api.createFlag('theme', { name: 'Theme' });
  const viewer = await makeUser(server, 'viewer');
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'theme');
  const shortcut = new WhoGetsIt(page);
  await tab.open('targeting', 'development');
  await shortcut.open();
  await shortcut.addTenant('Acme GmbH');
  expect(await seriousFindings(page)).toEqual([]);
  await context.addCookies([{ name: 'locale', value: 'de', url: server.url }]);
  await tab.open('targeting', 'development');
  await page.getByRole('button', { name: 'Wer erhält es …' }).click();
  await expect(page.getByRole('dialog', { name: 'Wer erhält es' })).toContainText('Nach Rolle des Subjekts');

  await context.clearCookies();
  await signIn(page, server, viewer);
  await visit(page, `${server.url}/p/default/flags/theme/targeting?env=development`);
  await expect(page.getByText('You may look at Development but not change it')).toBeVisible();
  await expect(shortcut.button).toHaveCount(0);
});
