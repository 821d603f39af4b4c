import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { FlagsPage } from './pages/flags-page';
import { SettingsPages } from './pages/settings-pages';
import { AdminApi } from './support/admin-api';
import { seriousFindings } from './support/axe';
import { callInstallation, makeUser, PASSWORD } from './support/installation-api';
import { nextAction, replayAs } from './support/replay-action';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn, signInByForm } from './support/sign-in';
import { test } from './support/watched-test';
import { visit } from './support/visit';

const CLIENT_KEY = 'fsc_settings-walk-of-development-1';

let server: TestServer;
let api: AdminApi;
let settings: SettingsPages;

test.beforeAll(async () => {
  const clientKeys = `default:development:${CLIENT_KEY}`;
  server = await startServer({ env: { ...ADMINISTRATOR_ENV, FLAGSTAFF_CLIENT_KEYS: clientKeys } });
  api = new AdminApi(server);
  await api.createFlag('checkout', { name: 'Checkout' });
  await api.enable('checkout', 'production');
});
test.afterAll(() => server.stop());
test.beforeEach(async ({ page }) => {
  await signIn(page, server);
  settings = new SettingsPages(page, server.url);
});

const evaluate = (key: string, proof?: string): Promise<Response> =>
  fetch(`${server.url}/api/flags`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      ...(proof && { 'x-flagstaff-subject': proof }),
    },
    body: JSON.stringify({ context: { targetingKey: 'u1' } }),
  });

test('a key is made, shown once, evaluates, and is refused once it is revoked', async ({ page }) => {
  await settings.open('keys');
  await settings.press('New key');
  await settings.answer('Create key');
  await expect(settings.dialog.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await settings.dialog.getByRole('radio', { name: 'Server' }).click();
  await settings.write('Name', 'Back end');
  await settings.choose(settings.dialog.getByLabel('Environment', { exact: true }), 'Production');
  await settings.answer('Create key');
  const key = await settings.secret('Key');
  expect(key).toMatch(/^fss_/);
  await page.keyboard.press('Escape');
  expect(await settings.secret('Key')).toBe(key);
  const answer = await evaluate(key);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ flags: { checkout: { value: true } } });

  await settings.answer('Done');
  await expect(settings.row('Back end')).toContainText('Production');
  await expect(page.locator('body')).not.toContainText(key);
  await page.getByRole('button', { name: 'Revoke Back end' }).click();
  await settings.answer('Revoke');
  await expect(settings.row('Back end')).toHaveCount(0);
  await expect.poll(async () => (await evaluate(key)).status).toBe(401);
});

test('an invited colleague signs in as a viewer: controls are off, writes are refused', async ({
  page,
  browser,
  watch,
}) => {
  await settings.open('users');
  await settings.press('Invite somebody');
  await settings.write('E-mail address', 'not an address');
  await settings.write('Name', 'Vera');
  await settings.answer('Make the link');
  await expect(settings.dialog.getByText('Write an e-mail address.')).toBeVisible();
  await settings.write('E-mail address', 'vera@example.com');
  await settings.answer('Make the link');
  const link = await settings.secret('Link');
  await settings.answer('Done');
  await expect(settings.row('vera@example.com')).toContainText('Invited');

  const theirs = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  watch.follow(theirs);
  await visit(theirs, link);
  await theirs.getByLabel('New password').fill(PASSWORD);
  await theirs.getByRole('button', { name: 'Accept and sign in' }).click();
  await theirs.waitForURL(/\/p\/default\/flags/);
  const flags = new FlagsPage(theirs, server.url);
  await expect(flags.switchOf('checkout', 'Staging')).toBeDisabled();
  await expect(theirs.getByRole('button', { name: 'New flag' }).and(theirs.locator(':enabled'))).toHaveCount(0);
  await visit(theirs, `${server.url}/p/default/settings/users`);
  await expect(theirs.getByText('You may not see this')).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'API keys' })).toHaveCount(0);

  // What an administrator's page sends is refused when a viewer sends it.
  await new FlagsPage(page, server.url).open();
  const sent = nextAction(page);
  await new FlagsPage(page, server.url).switchOf('checkout', 'Staging').click();
  const request = await sent;
  await expect.poll(async () => (await api.configuration('checkout', 'staging')).state).toBe('on');
  await api.call('POST', '/flags/checkout/environments/staging/disable', {});
  expect(await replayAs(theirs, request)).toContain('"ok":false');
  expect((await api.configuration('checkout', 'staging')).state).toBe('off');
  await theirs.context().close();
});

test('a developer may change staging but not production, whatever they send', async ({ page, browser, watch }) => {
  const dan = await makeUser(server, 'developer');
  const theirs = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  watch.follow(theirs);
  await signIn(theirs, server, dan);
  await new FlagsPage(theirs, server.url).open();
  const flags = new FlagsPage(theirs, server.url);
  await expect(flags.switchOf('checkout', 'Production')).toBeDisabled();
  await expect(flags.switchOf('checkout', 'Staging')).toBeEnabled();

  await api.call('POST', '/segments', { key: 'beta', name: 'Beta' });
  await visit(theirs, `${server.url}/p/default/segments/beta?env=production`);
  await expect(theirs.getByText('You may not change this segment in Production.')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Add members' })).toBeDisabled();
  await expect(theirs.getByRole('button', { name: 'Condition', exact: true })).toHaveCount(0);

  await visit(page, `${server.url}/p/default/segments/beta?env=production`);
  await page.getByRole('button', { name: 'Add members' }).click();
  await page.getByLabel('Targeting keys').fill('u1');
  await page.getByLabel('Type Production to confirm').fill('Production');
  const sent = nextAction(page);
  await page.getByRole('button', { name: 'Add 1 member' }).click();
  const request = await sent;
  await expect(page.getByText('1 subject', { exact: true })).toBeVisible();
  const members = () => api.call<{ items: object[] }>('GET', '/segments/beta/members?environment=production');
  await api.call('DELETE', '/segments/beta/members?environment=production', { subjects: ['u1'] });
  expect(await replayAs(theirs, request)).toContain('"ok":false');
  expect((await members()).items).toEqual([]);
  await theirs.context().close();
});

test('a role of one’s own is made and held beside others; it goes when nobody holds it', async ({ page }) => {
  const { id } = await makeUser(server, 'viewer', { email: 'sam@example.com', name: 'Sam' });
  const held = async () =>
    (await callInstallation<{ assignments: object[] }>(server, 'GET', `/users/${id}`)).assignments;
  await settings.open('roles');
  await settings.press('New role');
  await settings.write('Name', 'Support');
  await settings.write('Key', 'viewer');
  await settings.answer('Save role');
  await expect(settings.dialog.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  await settings.write('Key', 'support');
  await settings.dialog.getByRole('checkbox', { name: 'Kill flags' }).click();
  await settings.answer('Save role');
  await settings.closed();
  await expect(page.getByRole('columnheader', { name: 'Support' })).toBeVisible();

  await settings.open('users');
  await settings.act('Sam', 'Change roles');
  await settings.answer('Add another role');
  const second = settings.dialog.getByRole('group', { name: 'Role 2' });
  await settings.choose(second.getByLabel('Role', { exact: true }), 'Support');
  await settings.choose(second.getByLabel('Environment', { exact: true }), 'Staging');
  await settings.answer('Save roles');
  await settings.closed();
  expect(await held()).toEqual(
    expect.arrayContaining([
      { role: 'viewer', project: null, environment: null },
      { role: 'support', project: 'default', environment: 'staging' },
    ]),
  );
  await expect(settings.row('sam@example.com')).toContainText('Support');

  await settings.open('roles');
  await settings.press('Delete Support');
  await settings.answer('Delete Support');
  await expect(settings.toasts).toBeVisible();
  await expect(settings.dialog).toBeVisible();
  await settings.answer('Cancel');

  await settings.open('users');
  await settings.act('Sam', 'Change roles');
  await settings.dialog.getByRole('button', { name: 'Remove role 2' }).click();
  await settings.answer('Save roles');
  await settings.closed();
  expect(await held()).toEqual([{ role: 'viewer', project: null, environment: null }]);
  await settings.open('roles');
  await settings.press('Delete Support');
  await settings.answer('Delete Support');
  await expect(page.getByRole('columnheader', { name: 'Support' })).toHaveCount(0);
});

test('the last administrator stays, and is told why', async () => {
  await settings.open('users');
  await settings.act('ana@example.com', 'Disable');
  await settings.answer('Disable');
  await expect(settings.toasts).toContainText('last administrator');
  await settings.answer('Cancel');
  await expect(settings.row('ana@example.com')).toContainText('Active');
});

test('environments are made, moved, changed and deleted by name', async ({ page }) => {
  const keys = async () => {
    const { items } = await api.call<{ items: { key: string }[] }>('GET', '/environments');
    return items.map(({ key }) => key);
  };
  await settings.open('environments');
  await settings.press('New environment');
  await settings.write('Name', 'Preview');
  await settings.write('Key', 'staging');
  await settings.answer('Create environment');
  await expect(settings.dialog.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  await settings.write('Key', 'preview');
  await settings.dialog.getByRole('switch', { name: 'Comment required' }).click();
  await settings.answer('Create environment');
  await settings.closed();
  const list = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Move / }) });
  await expect(list).toHaveCount(4);
  await expect(list.last()).toContainText('Comment required');

  await settings.press('Move Preview up');
  await expect(list.nth(2)).toContainText('Preview');
  expect(await keys()).toEqual(['development', 'staging', 'preview', 'production']);

  await settings.press('Edit Preview');
  await settings.write('Name', 'Previews');
  await settings.answer('Save');
  await settings.closed();
  await expect(list.nth(2)).toContainText('Previews');

  await settings.press('Delete Previews');
  const confirm = settings.dialog.getByRole('button', { name: 'Delete Previews' });
  await expect(confirm).toBeDisabled();
  await settings.dialog.getByRole('textbox').fill('preview');
  await confirm.click();
  await expect(list).toHaveCount(3);
  expect(await keys()).toEqual(['development', 'staging', 'production']);
});

/** Runs the code that the dialog shows, as a customer's server would. */
const proofBy = (code: string, secret: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', `${code}\nprocess.stdout.write(subjectProof('u1'));`], {
    env: { NODE_ENV: 'test', FLAGSTAFF_SIGNING_SECRET: secret },
    encoding: 'utf8',
  });

test('a signing secret is renewed and shown once; its proofs are what client keys are asked for', async ({ page }) => {
  const old = await api.call<{ signingSecret: string }>('POST', '/environments/development/signing-secret', {});
  await settings.open('environments');
  await settings.press('Signing secret of Development');
  expect(await seriousFindings(page)).toEqual([]);
  const code = await settings.dialog.getByRole('group', { name: 'Code for Node.js' }).innerText();
  await settings.answer('New signing secret…');
  const confirm = page.getByRole('alertdialog', { name: 'New signing secret for Development?' });
  await expect(confirm).toContainText('Proofs made with the old one are refused');
  await settings.answer('Make a new secret');
  await expect(settings.dialog.getByRole('group', { name: 'Signing secret' })).toBeFocused();
  const secret = await settings.secret('Signing secret');
  expect(secret).not.toBe(old.signingSecret);
  await settings.answer('Done');
  await settings.closed();
  await expect(page.getByRole('button', { name: 'Signing secret of Development' })).toBeFocused();
  await expect(page.locator('body')).not.toContainText(secret);

  const status = async (proof?: string) => (await evaluate(CLIENT_KEY, proof)).status;
  await expect.poll(() => status(proofBy(code, old.signingSecret))).toBe(401);
  expect(await status(proofBy(code, secret))).toBe(200);
  expect(await status()).toBe(200);
  await settings.press('Edit Development');
  await settings.dialog.getByRole('switch', { name: 'Subject proof required' }).click();
  await settings.answer('Save');
  await settings.closed();
  await expect.poll(() => status()).toBe(401);
  expect(await (await evaluate(CLIENT_KEY)).json()).toMatchObject({ code: 'proof_required' });
  expect(await status(proofBy(code, secret))).toBe(200);

  await settings.press('Signing secret of Production');
  await settings.answer('New signing secret…');
  await expect(settings.dialog.getByRole('button', { name: 'Make a new secret' })).toBeDisabled();
  await settings.dialog.getByLabel('Type Production to confirm').fill('Production');
  await expect(settings.dialog.getByRole('button', { name: 'Make a new secret' })).toBeEnabled();
  await settings.answer('Cancel');
});

test('who manages settings but no keys is not offered the signing secret', async ({ page }) => {
  const permissions = ['flag.view', 'settings.manage'];
  await callInstallation(server, 'POST', '/roles', { key: 'keeper', name: 'Keeper', permissions });
  await page.context().clearCookies();
  await signIn(page, server, await makeUser(server, 'keeper'));
  await settings.open('environments');
  await expect(page.getByRole('button', { name: 'Edit Development' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Signing secret/ })).toHaveCount(0);
});

test('one’s own name and password can be changed', async ({ page }) => {
  const sue = await makeUser(server, 'viewer', { email: 'sue@example.com', name: 'Sue' });
  await page.context().clearCookies();
  await signIn(page, server, sue);
  await settings.open('account');
  await page.getByLabel('Name', { exact: true }).fill('Susan');
  await settings.press('Save');
  await expect(settings.toasts).toContainText('Saved');
  const [current, next] = [page.getByLabel('Current password'), page.getByLabel('New password')];
  await current.fill('not-my-password-at-all');
  await next.fill('another-battery-staple');
  await settings.press('Change password');
  await expect(page.getByRole('main').getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  await current.fill(PASSWORD);
  await settings.press('Change password');
  await expect(settings.toasts.filter({ hasText: 'Password changed' })).toBeVisible();
  await expect(current).toHaveValue('');

  await settings.press('Sign out everywhere');
  await settings.answer('Sign out everywhere');
  await page.waitForURL(/\/sign-in/);
  await signInByForm(page, server, { email: sue.email, password: 'another-battery-staple' });
  await expect(page.getByRole('button', { name: 'Account of Susan' })).toBeVisible();
});

test('the console speaks German once it is chosen', async ({ page }) => {
  await settings.open('environments');
  await settings.press('Language');
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Neue Umgebung' })).toBeVisible();
  await page.getByRole('link', { name: 'Protokoll' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Protokoll' })).toBeVisible();
});
