import { expect } from '@playwright/test';
import { TenantScope } from './pages/tenant-scope';
import { AdminApi } from './support/admin-api';
import { seriousFindings } from './support/axe';
import { evaluatorOf } from './support/evaluate';
import { makeUser } from './support/installation-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { interactive, visit } from './support/visit';
import { rawIds, test } from './support/watched-test';

const PASSWORD = 'correct-horse-battery';
const OF_TENANTS = [
  'flags?tenant=acme',
  'tenants',
  'tenants?view=grid',
  'tenants/acme',
  'tenants/acme?tab=details',
  'tenants/acme?tab=roles',
  'tenants/acme?tab=admins',
  'tenants/acme?tab=audit',
];
const OF_OWN = ['', '/audit', '/roles', '/account'];

let server: TestServer;
let api: AdminApi;
let evaluate: (flag: string, tenant: string) => Promise<unknown>;

test.beforeAll(async () => {
  server = await startServer({ env: ADMINISTRATOR_ENV });
  api = new AdminApi(server);
  for (const key of ['checkout', 'reports', 'bulk']) {
    await api.createFlag(key, { name: `New ${key}`, description: `About ${key}.`, tenantManaged: key !== 'bulk' });
  }
  await api.enable('checkout', 'development');
  await api.enable('checkout', 'production');
  const variants = ['classic', 'fresh'].map((key) => ({ key, value: key }));
  await api.createFlag('theme', { name: 'Theme', type: 'string', variants });
  const declared = [{ key: 'declared', description: 'Made in code', type: 'boolean', default: false }];
  await api.call('POST', '/registry', { environment: 'development', source: 'web', version: '1', flags: declared });
  for (const name of ['Acme', 'Globex', 'Initech']) {
    await api.call('POST', '/tenants', { key: name.toLowerCase(), name });
  }
  const { version } = await api.call<{ version: number }>('GET', '/environments/development');
  await api.call('PATCH', '/environments/development', { version, openToTenants: true });
  evaluate = await evaluatorOf(server, 'development');
});
test.afterAll(async () => {
  expect(server.output()).not.toContain('MISSING_MESSAGE');
  await server.stop();
});

/** A link for somebody new to administer a tenant. */
const invite = (tenant: string, email: string) =>
  api.call<{ inviteUrl: string }>('POST', `/tenants/${tenant}/admins`, { email, name: 'Olga' });

test('an administrator overrides a flag for Acme, sees where each value comes from, and takes it back', async ({
  page,
}) => {
  await signIn(page, server);
  const scope = new TenantScope(page, server.url);
  await scope.open('/p/default/flags');
  await expect(page.getByText('Viewing system-level flags. Switch scope to override per tenant.')).toBeVisible();
  await scope.choose('Acme');
  await expect(page).toHaveURL(/tenant=acme/);
  await expect(
    page.getByText('Viewing overrides for tenant “acme”. Tenant overrides beat the system value.'),
  ).toBeVisible();
  await expect(page.getByText('5 flags')).toBeVisible();
  await expect(scope.row('declared')).toContainText('Following default: off');
  await expect(scope.row('checkout')).toContainText('Following system: on');

  await scope.switchOf('checkout', 'Acme').click();
  await expect(scope.toasts).toContainText('New checkout disabled for Acme');
  await expect(scope.row('checkout')).toContainText('Override active');
  await expect(scope.row('checkout')).toContainText('System: on');
  await expect.poll(() => evaluate('checkout', 'acme')).toBe(false);
  expect(await evaluate('checkout', 'globex')).toBe(true);

  await scope.undo();
  await expect(scope.row('checkout')).toContainText('Following system: on');
  await expect.poll(() => evaluate('checkout', 'acme')).toBe(true);

  await scope.switchOf('checkout', 'Acme').click();
  await expect(scope.row('checkout')).toContainText('Override active');
  await scope.clear('checkout');
  await expect(scope.row('checkout')).not.toContainText('Override active');
  await expect(scope.switchOf('checkout', 'Acme')).toBeChecked();
  await expect.poll(() => evaluate('checkout', 'acme')).toBe(true);
  await page.getByRole('link', { name: 'Back to system flags' }).click();
  await expect(page).not.toHaveURL(/tenant=/);
});

test('other types choose a variant; an override has an end and a note', async ({ page }) => {
  await signIn(page, server);
  const scope = new TenantScope(page, server.url);
  await scope.open('/p/default/flags?env=development&tenant=globex');
  await page.getByRole('combobox', { name: 'Variant of theme for Globex' }).click();
  await page.getByRole('option', { name: 'fresh' }).click();
  await expect(scope.toasts).toContainText('Theme serves fresh for Globex');
  await expect.poll(() => evaluate('theme', 'globex')).toBe('fresh');
  await page.getByRole('button', { name: 'Edit the override of reports' }).click();
  await scope.dialog.getByText('on', { exact: true }).click();
  await scope.dialog.getByRole('switch', { name: 'Ends by itself' }).click();
  await scope.dialog.getByRole('button', { name: 'Save override' }).click();
  await expect(scope.dialog.getByText('Choose a date and a time.')).toBeVisible();
  await scope.dialog.getByLabel('Ends at').fill('2099-05-03T12:00');
  await scope.dialog.getByLabel('Note').fill('Pilot');
  await scope.dialog.getByRole('button', { name: 'Save override' }).click();
  await expect(scope.row('reports')).toContainText('Override active');
  const path = '/tenants/globex/flags/reports?environment=development';
  await expect
    .poll(() => api.call('GET', path))
    .toMatchObject({
      enabled: true,
      overridden: true,
      from: 'tenant',
      note: 'Pilot',
      expiresAt: '2099-05-03T10:00:00.000Z',
    });
  // The tenant that has overrides is a click away, and Targeting counts it.
  await scope.open('/p/default/flags?env=development');
  await page.getByRole('link', { name: 'Globex: 2 overrides' }).click();
  await expect(page).toHaveURL(/tenant=globex/);
  await scope.open('/p/default/flags/reports/targeting?env=development');
  await expect(page.getByRole('region', { name: 'Tenant overrides' })).toContainText('1 tenant has its own value.');
});

test('a protected environment asks first', async ({ page }) => {
  await signIn(page, server);
  const scope = new TenantScope(page, server.url);
  await scope.open('/p/default/flags?env=production&tenant=acme');
  await scope.switchOf('checkout', 'Acme').click();
  await expect(scope.dialog).toContainText('Production is protected.');
  const path = '/tenants/acme/flags/checkout?environment=production';
  expect(await api.call('GET', path)).toMatchObject({ overridden: false });
  await scope.dialog.getByRole('button', { name: 'Set override' }).click();
  await expect(scope.row('checkout')).toContainText('Override active');
  await expect.poll(() => api.call('GET', path)).toMatchObject({ overridden: true, enabled: false });
});

test('the grid is walked by keyboard, says where values come from, and changes many tenants after a look', async ({
  page,
}) => {
  await signIn(page, server);
  await visit(page, `${server.url}/p/default/tenants?env=development&view=grid`);
  const grid = page.getByRole('grid', { name: 'Overrides of tenants and flags' });
  const cell = (tenant: string, flag: string) =>
    grid.getByRole('gridcell', { name: new RegExp(`^${tenant}, ${flag}:`) });
  await expect(cell('Acme', 'bulk')).toHaveAccessibleName('Acme, bulk: off, following system');
  await cell('Acme', 'bulk').focus();
  await page.keyboard.press('ArrowDown');
  await expect(cell('Globex', 'bulk')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('switch', { name: 'bulk for Globex' }).click();
  await expect(cell('Globex', 'bulk')).toHaveAccessibleName('Globex, bulk: on, override');
  await page.keyboard.press('Escape');
  await expect(cell('Globex', 'bulk')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 tenants selected')).toBeVisible();
  await page.getByRole('button', { name: 'Set or clear a flag…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Flag', { exact: true }).click();
  await page.getByRole('option', { name: 'New bulk' }).click();
  await dialog.getByRole('radio', { name: 'on' }).click();
  await expect(dialog).toContainText('1 tenant changes');
  await expect(dialog.getByRole('listitem')).toContainText(['initech']);
  expect(await evaluate('bulk', 'initech')).toBe(false);
  await dialog.getByRole('button', { name: 'Change 1 tenant' }).click();
  await expect(cell('Initech', 'bulk')).toHaveAccessibleName('Initech, bulk: on, override');
  await expect.poll(() => evaluate('bulk', 'initech')).toBe(true);
  expect(await evaluate('bulk', 'acme')).toBe(false);
  // The tenant itself is a cell, too, and leads to its page.
  await cell('Initech', 'bulk').focus();
  await page.keyboard.press('Home');
  await expect(grid.getByRole('rowheader', { name: 'Initech' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Initech' })).toBeVisible();
});

test('many tenants get a value with a note and an end, and theirs back from the toast', async ({ page }) => {
  await api.call('PUT', '/tenants/globex/flags/theme?environment=staging', { variant: 'classic', note: 'Asked for' });
  const tenants = ['acme', 'globex', 'initech'];
  const standing = async () => {
    const page = await api.call<{ items: object[] }>('GET', '/overrides?flag=theme&environment=staging');
    return page.items;
  };
  await signIn(page, server);
  await visit(page, `${server.url}/p/default/tenants?env=staging&view=grid`);
  const grid = page.getByRole('grid', { name: 'Overrides of tenants and flags' });
  for (const name of ['Acme', 'Globex', 'Initech'])
    await grid.getByRole('checkbox', { name: `Select ${name}` }).click();
  await page.getByRole('button', { name: 'Set or clear a flag…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Flag', { exact: true }).click();
  await page.getByRole('option', { name: 'Theme' }).click();
  await dialog.getByRole('radio', { name: 'classic' }).click();
  // Globex has the value, and would lose its note.
  await expect(dialog.getByRole('listitem').filter({ hasText: 'globex' })).toContainText('Its note is removed');
  await dialog.getByLabel('Note').fill('Summer trial');
  await dialog.getByRole('switch', { name: 'Ends by itself' }).click();
  await dialog.getByRole('button', { name: 'Change 3 tenants' }).click();
  await expect(dialog.getByText('Choose a date and a time.')).toBeVisible();
  await dialog.getByLabel('Ends at').fill('2099-05-03T12:00');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'globex' })).toContainText('With another note');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Change 3 tenants' }).click();

  const toasts = page.locator('[data-sonner-toast]');
  await expect(toasts).toContainText('Theme: 3 tenants changed');
  await expect(page.getByText('3 tenants selected')).toHaveCount(0);
  const expected = { variant: 'classic', note: 'Summer trial', expiresAt: '2099-05-03T10:00:00.000Z' };
  expect(await standing()).toMatchObject(tenants.map((tenant) => ({ tenant, ...expected })));
  await expect(grid.getByRole('gridcell', { name: 'Acme, theme: classic, override' })).toBeVisible();

  await toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(toasts.filter({ hasText: 'Theme: taken back for 3 tenants' })).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: /^Acme, theme: (?!.*override)/ })).toBeVisible();
  const again = { tenant: 'globex', variant: 'classic', note: 'Asked for', expiresAt: null };
  expect(await standing()).toMatchObject([again]);
});

test('an invited admin of Acme manages its flags and can reach nothing else', async ({ page, context }) => {
  await signIn(page, server);
  await visit(page, `${server.url}/p/default/tenants/acme?tab=admins`);
  await page.getByRole('button', { name: 'Invite admin' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill('olga@acme.example');
  await dialog.getByLabel('Name').fill('Olga');
  await dialog.getByRole('button', { name: 'Create invitation' }).click();
  const link = (await dialog.getByLabel('Invitation link', { exact: true }).textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('table', { name: 'Tenant admins' })).toContainText('Invited');
  await context.clearCookies();

  await visit(page, link);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(`${server.url}/t/default/acme`);
  await interactive(page);
  const own = new TenantScope(page, server.url);
  await expect(page.getByText('2 flags')).toBeVisible();
  await expect(own.row('bulk')).toHaveCount(0);
  await own.switchOf('reports', 'Acme').click();
  await expect(own.toasts).toContainText('New reports enabled for Acme');
  await expect.poll(() => evaluate('reports', 'acme')).toBe(true);
  expect(await evaluate('reports', 'initech')).toBe(false);
  await page.getByRole('link', { name: 'Audit' }).click();
  await expect(page.getByRole('table', { name: 'Audit' })).toContainText('Set an override');

  const pages = ['/p/default/flags', '/p/default/flags/reports/targeting', '/p/default/tenants', '/p/default/audit'];
  const others = ['/p/default/tenants/acme', '/p/default/settings/users', '/p/default/segments', '/t/default/globex'];
  const admin = ['/flags', '/flags/reports', '/tenants', '/tenants/globex/flags?environment=development', '/audit'];
  const closed = ['/tenants/acme/flags?environment=production', '/tenants/acme/flags/bulk?environment=development'];
  const answers = [...admin, ...closed].map((path) => `/api/admin/projects/default${path}`);
  for (const path of [...pages, ...others, ...answers]) {
    expect([path, (await page.request.get(server.url + path)).status()]).toEqual([path, 404]);
  }
  // Whoever signs in later lands there, too.
  await page.goto(server.url);
  await expect(page).toHaveURL(`${server.url}/t/default/acme`);
});

test('who may only look finds switches disabled and no actions', async ({ page }) => {
  const { email } = await makeUser(server, 'viewer');
  await signIn(page, server, { email, password: PASSWORD });
  const scope = new TenantScope(page, server.url);
  await scope.open('/p/default/flags?env=development&tenant=acme');
  await expect(scope.switchOf('checkout', 'Acme')).toBeDisabled();
  await expect(scope.table.getByRole('columnheader', { name: 'Status' })).toBeVisible();
  await expect(scope.table.getByRole('columnheader', { name: 'Actions' })).toHaveCount(0);
  await scope.open('/p/default/tenants?view=grid');
  await expect(page.getByRole('grid').getByRole('checkbox')).toHaveCount(0);
});

test('pages of tenants have no serious findings and speak German, every word', async ({ page, context }) => {
  test.slow();
  await signIn(page, server);
  for (const path of OF_TENANTS) {
    await visit(page, `${server.url}/p/default/${path}`);
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    expect(await seriousFindings(page), path).toEqual([]);
  }
  await context.addCookies([{ name: 'locale', value: 'de', url: server.url }]);
  for (const path of OF_TENANTS) {
    await visit(page, `${server.url}/p/default/${path}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    expect(await rawIds(page), path).toEqual([]);
  }
  await visit(page, `${server.url}/p/default/flags?env=development&tenant=acme`);
  await expect(page.getByText('Sie sehen die Übersteuerungen für den Mandanten „acme“.')).toBeVisible();
});

test('the own pages of a tenant’s admins have no serious findings and speak German', async ({ page, context }) => {
  const { inviteUrl } = await invite('initech', 'peter@initech.example');
  await visit(page, inviteUrl);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(`${server.url}/t/default/initech`);
  for (const path of OF_OWN) {
    await visit(page, `${server.url}/t/default/initech${path}`);
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    expect(await seriousFindings(page), path).toEqual([]);
  }
  await context.addCookies([{ name: 'locale', value: 'de', url: server.url }]);
  for (const path of OF_OWN) {
    await visit(page, `${server.url}/t/default/initech${path}`);
    expect(await rawIds(page), path).toEqual([]);
  }
  await expect(page.getByRole('link', { name: 'Rollen' })).toBeVisible();
});
