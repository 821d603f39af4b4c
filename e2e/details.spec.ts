import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { DetailsTab } from './pages/details-tab';
import { AdminApi } from './support/admin-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { visit } from './support/visit';

const CLIENT_KEY = 'fsc_end-to-end-client-key-0000000001';
let server: TestServer;
let api: AdminApi;

interface StoredFlag {
  version: number;
  name: string;
  description: string;
  owner: string | null;
  tags: string[];
  links: object[];
  metadata: object;
  variants: { key: string; value: unknown }[];
}
const stored = (key: string): Promise<StoredFlag> => api.call('GET', `/flags/${key}`);

test.beforeAll(async () => {
  const env = { ...ADMINISTRATOR_ENV, FLAGSTAFF_CLIENT_KEYS: `default:production:${CLIENT_KEY}` };
  server = await startServer({ env });
  api = new AdminApi(server);
});
test.afterAll(() => server.stop());
test.beforeEach(({ page }) => signIn(page, server));

test('what a flag is can be edited, previewed, saved and undone', async ({ page }) => {
  await api.createFlag('about', { name: 'About' });
  const details = new DetailsTab(page, server.url, 'about');
  await details.open();
  await details.field('Name').fill('About us');
  await details.field('Description').fill('Goes **after** the launch.');
  await page.getByRole('radio', { name: 'Preview' }).click();
  await expect(page.locator('strong', { hasText: 'after' })).toBeVisible();
  await details.field('Owner').fill('team-growth');
  await details.field('Tags').fill('launch');
  await details.field('Tags').press('Enter');
  await details.button('Add link').click();
  await page.getByLabel('Title of link 1').fill('Ticket');
  await page.getByLabel('Address of link 1').fill('not an address');
  await details.button('Add entry').click();
  await page.getByLabel('Name of entry 1').fill('tier');
  await page.getByLabel('Type of entry 1').click();
  await page.getByRole('option', { name: 'Number' }).click();
  await page.getByLabel('Value of entry 1').fill('3');
  await details.save.click();
  await expect(page.getByText('Write an address that begins with')).toBeVisible();
  await page.getByLabel('Address of link 1').fill('https://example.com/ticket/1');
  await details.save.click();
  await expect(details.toasts).toContainText('Saved');
  expect(await stored('about')).toMatchObject({
    name: 'About us',
    description: 'Goes **after** the launch.',
    owner: 'team-growth',
    tags: ['launch'],
    links: [{ title: 'Ticket', url: 'https://example.com/ticket/1' }],
    metadata: { tier: 3 },
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About us');
  await details.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(details.field('Name')).toHaveValue('About');
  expect(await stored('about')).toMatchObject({ name: 'About', owner: null, tags: [], links: [], metadata: {} });
});

test('a changed value says which environments it reaches, and a protected one wants its name', async ({ page }) => {
  const variants = [
    { key: 'small', value: { limit: 3 } },
    { key: 'large', value: { limit: 30 } },
  ];
  await api.createFlag('limits', { type: 'json', variants });
  await api.enable('limits', 'production');
  const details = new DetailsTab(page, server.url, 'limits');
  await details.open();
  const value = details.variant(1).getByLabel('Value');
  await value.fill('{ "limit": ');
  await details.save.click();
  await expect(details.variant(1)).toContainText('Not valid JSON: line 1');
  await expect(details.variant(1)).toContainText('The value is not of the flag’s type.');
  await value.fill('{ "limit": 40 }');
  await details.save.click();
  await expect(details.dialog).toContainText('This environment is reached at once:');
  await expect(details.dialog).toContainText('"limit": 40');
  const confirm = details.dialog.getByRole('button', { name: 'Save' });
  await expect(confirm).toBeDisabled();
  await details.dialog.getByLabel('Type Production to confirm').fill('Production');
  await confirm.click();
  await expect(details.toasts).toContainText('Saved');
  expect((await stored('limits')).variants[1]).toEqual({ key: 'large', value: { limit: 40 } });
});

test('variants are added, moved and removed, but not while they are served', async ({ page }) => {
  const variants = ['red', 'green'].map((key) => ({ key, value: key }));
  await api.createFlag('colour', { type: 'string', variants });
  const details = new DetailsTab(page, server.url, 'colour');
  await details.open();
  await details.button('Add variant').click();
  await details.variant(2).getByLabel('Key').fill('blue');
  await details.variant(2).getByLabel('Value').fill('#00f');
  await page.getByRole('button', { name: 'Move variant blue up' }).click();
  await details.save.click();
  await expect(details.toasts).toContainText('Saved');
  expect((await stored('colour')).variants.map(({ key }) => key)).toEqual(['red', 'blue', 'green']);
  // The default of every environment serves the first variant.
  await page.getByRole('button', { name: 'Remove variant red' }).click();
  await details.save.click();
  const refusal = page.getByRole('alert').filter({ hasText: 'still served' });
  await expect(refusal.getByRole('listitem')).toHaveCount(3);
  expect((await stored('colour')).variants).toHaveLength(3);
});

test('a conflict shows what somebody else saved, and keeps mine on top of it', async ({ page }) => {
  await api.createFlag('shared', { name: 'Shared' });
  const details = new DetailsTab(page, server.url, 'shared');
  await details.open();
  await details.field('Name').fill('Mine');
  await api.call('PATCH', '/flags/shared', { version: (await stored('shared')).version, owner: 'somebody-else' });
  await details.save.click();
  await expect(details.dialog).toContainText('Somebody else saved this flag meanwhile');
  await expect(details.dialog).toContainText('somebody-else');
  await details.dialog.getByRole('button', { name: 'Put mine on top' }).click();
  await expect(details.field('Owner')).toHaveValue('somebody-else');
  await expect(details.field('Name')).toHaveValue('Mine');
  await details.save.click();
  await expect(details.toasts).toContainText('Saved');
  expect(await stored('shared')).toMatchObject({ name: 'Mine', owner: 'somebody-else' });
});

test('an archived flag is deleted by its key, unless something uses it', async ({ page }) => {
  await api.createFlag('doomed');
  await api.createFlag('dependent');
  const { version } = await api.configuration('dependent', 'development');
  const prerequisites = [{ flag: 'doomed', variants: ['on'] }];
  const instructions = [{ kind: 'setPrerequisites', prerequisites }];
  await api.call('POST', '/flags/dependent/environments/development/changes', { version, instructions });
  const details = new DetailsTab(page, server.url, 'doomed');
  await details.open();
  await expect(page.getByRole('list', { name: 'Used by' })).toContainText('dependent');
  await expect(details.button('Delete flag')).toBeDisabled();
  await details.button('Archive flag').click();
  await details.dialog.getByRole('button', { name: 'Archive' }).click();
  await details.button('Delete flag').click();
  await details.dialog.getByLabel('Type doomed to confirm').fill('doomed');
  await details.dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(details.dialog.getByRole('alert')).toContainText('dependent');
  await details.dialog.getByRole('button', { name: 'Cancel' }).click();

  const now = await api.configuration('dependent', 'development');
  const without = { version: now.version, instructions: [{ kind: 'setPrerequisites', prerequisites: [] }] };
  await api.call('POST', '/flags/dependent/environments/development/changes', without);
  await details.button('Delete flag').click();
  await details.dialog.getByLabel('Type doomed to confirm').fill('doomed');
  await details.dialog.getByRole('button', { name: 'Delete' }).click();
  await page.waitForURL('**/p/default/flags');
  await expect(stored('doomed')).rejects.toThrow('404');
});

test('snippets name this installation and the flag', async ({ page }) => {
  await api.createFlag('code');
  const details = new DetailsTab(page, server.url, 'code');
  await details.open();
  await expect(page.getByRole('group', { name: 'curl code' })).toContainText(`curl ${server.url}/api/flags/code`);
  await page.getByRole('tab', { name: 'React' }).click();
  const react = page.getByRole('group', { name: 'React code' });
  await expect(react).toContainText("from '@openfeature/react-sdk'");
  await expect(react).toContainText(`baseUrl: '${server.url}'`);
  await expect(react).toContainText("useBooleanFlagValue('code', false)");
});

test('evaluations arrive in the analytics, as a chart, a table and a file', async ({ page }) => {
  await api.createFlag('counted', { clientVisible: true });
  const headers = { authorization: `Bearer ${CLIENT_KEY}`, 'content-type': 'application/json' };
  const ask = (): Promise<Response> =>
    fetch(`${server.url}/api/flags/counted`, { method: 'POST', headers, body: '{"context":{"targetingKey":"a"}}' });
  for (const expected of [false, false, false]) expect(await (await ask()).json()).toMatchObject({ value: expected });
  await api.enable('counted', 'production');
  await expect.poll(async () => (await (await ask()).json()).value).toBe(true);
  const analytics = '/flags/counted/analytics?environment=production';
  await expect
    .poll(() => api.call('GET', analytics), { timeout: 20_000 })
    .toMatchObject({
      totals: { on: 1, off: 3 },
    });
  await page.goto(`${server.url}/p/default/flags/counted/analytics?env=production`);
  const totals = page.getByRole('list').filter({ hasText: '75%' });
  await expect(totals.getByRole('listitem')).toHaveText([/^on1\s*25%$/, /^off3\s*75%$/]);
  await expect(page.getByText('4 evaluations in this period')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'http-server' })).toBeVisible();
  await page.getByRole('radio', { name: '24 hours' }).click();
  await expect(page).toHaveURL(/range=24h/);
  await page.getByRole('button', { name: 'Show table' }).click();
  await expect(page.getByRole('cell', { name: '4', exact: true }).first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).first().click();
  expect((await download).suggestedFilename()).toBe('counted-production-24h.csv');
});

test('axe finds nothing serious on the details and analytics, in either theme', async ({ page }) => {
  await api.createFlag('accessible', { description: 'A [link](https://example.com).', metadata: { tier: 1 } });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const tab of ['details', 'analytics']) {
      await visit(page, `${server.url}/p/default/flags/accessible/${tab}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${colorScheme} ${tab} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  }
});
