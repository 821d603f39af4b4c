import { expect } from '@playwright/test';
import { AdminApi } from './support/admin-api';
import { seriousFindings } from './support/axe';
import { callInstallation, makeUser } from './support/installation-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { rawIds, test } from './support/watched-test';
import { visit } from './support/visit';

const OF_THE_PROJECT = [
  'flags',
  'flags/checkout/details',
  'flags/checkout/targeting?env=production',
  'flags/checkout/history?env=production',
  'flags/checkout/analytics',
  'segments',
  'segments/beta',
  'memberships',
  'memberships?view=table',
  'plans',
  'plans/new?template=guarded&flag=checkout',
  'schedules',
  'change-requests',
  'change-requests/1',
  'audit',
  'audit?of=installation',
  'settings/environments',
  'settings/keys',
  'settings/webhooks',
  'settings/users',
  'settings/roles',
  'settings/project',
  'settings/jobs',
  'calendar',
  'calendar?view=month',
  'settings/account',
  'nowhere',
];

let server: TestServer;
let links: string[];

test.beforeAll(async () => {
  server = await startServer({ env: { ...ADMINISTRATOR_ENV, FLAGSTAFF_SIGN_UP: 'open' } });
  const api = new AdminApi(server);
  await api.createFlag('checkout', { name: 'Checkout', tags: ['shop'] });
  await api.enable('checkout', 'production');
  await api.call('POST', '/segments', { key: 'beta', name: 'Beta' });
  await api.call('POST', '/segments/beta/members?environment=development', { subjects: ['u1', 'u2'] });
  for (const [subject, startDate, endDate] of [
    ['anna', '2026-01-01', '2099-01-31'],
    ['ben', '2099-01-01', '2099-01-31'],
    ['cleo', '2026-01-01', '2026-01-31'],
  ]) {
    await api.call('POST', '/flags/checkout/memberships?environment=development', { subject, startDate, endDate });
  }
  const instructions = [{ kind: 'turnOn' }];
  const often = { flag: 'checkout', environment: 'staging', instructions, cron: '0 9 * * 1-5' };
  await api.call('POST', '/schedules', often);
  const asked = { flag: 'checkout', environment: 'production', version: 2, instructions: [{ kind: 'turnOff' }] };
  await api.call('POST', '/change-requests', { title: 'Close the shop', changes: [asked] });
  await api.call('POST', '/keys', { kind: 'server', name: 'Back end', environment: 'production' });
  await callInstallation(server, 'POST', '/roles', { key: 'support', name: 'Support', permissions: ['flag.view'] });
  const { id } = await makeUser(server, 'viewer');
  const invited = { email: 'inge@example.com', role: 'viewer' };
  const { inviteUrl } = await callInstallation<{ inviteUrl: string }>(server, 'POST', '/users', invited);
  const { url } = await callInstallation<{ url: string }>(server, 'POST', `/users/${id}/reset-link`, {});
  links = [inviteUrl, url].map((link) => new URL(link).pathname);
});
test.afterAll(async () => {
  // The server renders texts, too.
  expect(server.output()).not.toContain('MISSING_MESSAGE');
  await server.stop();
});

/** Of hundreds of operations and schemas, all drawn by the same components, some. */
const REPEATED_IN_DOCS = ['section[id]:nth-of-type(n+4):not(#schemas)', '#schemas article:nth-of-type(n+12)'];

test('pages before signing in have no serious findings', async ({ page }) => {
  for (const path of ['/sign-in', '/sign-up', ...links, '/invite/unknown', '/docs', '/nowhere']) {
    await visit(page, server.url + path);
    expect(await seriousFindings(page, path === '/docs' ? REPEATED_IN_DOCS : []), path).toEqual([]);
    if (path !== '/docs') expect(await rawIds(page), path).toEqual([]);
  }
});

// In parts, so that a slow machine stays within the time of a test.
for (const part of [0, 1, 2]) {
  const paths = OF_THE_PROJECT.filter((_path, index) => index % 3 === part);
  test(`pages of the console have no serious findings, part ${part + 1}`, async ({ page }) => {
    await signIn(page, server);
    for (const path of paths) {
      await visit(page, `${server.url}/p/default/${path}`);
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
      expect(await rawIds(page), path).toEqual([]);
      expect(await seriousFindings(page), path).toEqual([]);
    }
  });
}

test('pages of the console speak German, every word', async ({ page, context }) => {
  await signIn(page, server);
  await context.addCookies([{ name: 'locale', value: 'de', url: server.url }]);
  for (const path of OF_THE_PROJECT) {
    await page.goto(`${server.url}/p/default/${path}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    expect(await rawIds(page), path).toEqual([]);
  }
  await page.goto(`${server.url}/p/default/settings/users`);
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Jemanden einladen' })).toBeVisible();
});
