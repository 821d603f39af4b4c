import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { FlagsPage } from './pages/flags-page';
import { AdminApi } from './support/admin-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { visit } from './support/visit';

let server: TestServer;
let api: AdminApi;

test.beforeAll(async () => {
  server = await startServer({ env: ADMINISTRATOR_ENV });
  api = new AdminApi(server);
  await api.createFlag('new-checkout', { name: 'New checkout', tags: ['checkout', 'web'], owner: 'ana' });
  await api.createFlag('dark-mode', { name: 'Dark mode', tags: ['web'], kind: 'permission', owner: 'ben' });
  const variants = ['control', 'treatment'].map((key) => ({ key, value: key }));
  await api.createFlag('price-test', { name: 'Price test', type: 'string', kind: 'experiment', variants });
  await api.enable('dark-mode', 'production');
  await api.enable('price-test', 'staging');
  for (const key of ['old-one', 'old-two', 'old-three']) await api.createFlag(key, { tags: ['old'] });
  // A project with more flags than a beginner's has no first steps.
  for (const key of ['plain-one', 'plain-two']) await api.createFlag(key);
});
test.afterAll(() => server.stop());
test.beforeEach(({ page }) => signIn(page, server));

test('a flag made from a template is prepared where nothing is protected', async ({ page }) => {
  const flags = new FlagsPage(page, server.url);
  await flags.open();
  await flags.create({ template: 'Percentage rollout', name: 'Faster search' });
  await page.waitForURL('**/flags/faster-search/targeting');
  const development = await api.configuration('faster-search', 'development');
  expect(development.rules).toMatchObject([{ serve: { variant: 'on' }, rollout: { percentage: 10_000 } }]);
  expect(development).toMatchObject({ state: 'off', default: { variant: 'off' } });
  expect((await api.configuration('faster-search', 'production')).rules).toEqual([]);
});

test('a key that is taken is said beside the key', async ({ page }) => {
  const flags = new FlagsPage(page, server.url);
  await flags.open();
  await flags.create({ name: 'Dark mode' });
  await expect(flags.dialog.getByRole('alert')).toHaveText(/This key is taken/);
  await expect(flags.dialog.getByLabel('Key', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});

test('search understands words and terms, and the address keeps them', async ({ page }) => {
  const flags = new FlagsPage(page, server.url);
  await flags.open();
  const cases: [string, string[]][] = [
    ['tag:web', ['dark-mode', 'new-checkout']],
    ['env:production state:on', ['dark-mode']],
    ['owner:ana', ['new-checkout']],
    ['kind:experiment', ['price-test']],
    ['type:string state:on', ['price-test']],
    ['mode', ['dark-mode']],
  ];
  for (const [q, keys] of cases) {
    await flags.search.fill(q);
    await expect.poll(() => flags.keys(), { message: q }).toEqual(keys);
  }
  await expect(page).toHaveURL(/q=mode/);
  await page.reload();
  await expect(flags.search).toHaveValue('mode');
  await expect.poll(() => flags.keys()).toEqual(['dark-mode']);
  await flags.search.fill('tag:nothing-has-this');
  await expect(page.getByText('No flag matches')).toBeVisible();
});

test('a switch acts at once and can be undone', async ({ page }) => {
  const flags = new FlagsPage(page, server.url);
  await flags.open();
  const control = flags.switchOf('new-checkout', 'Development');
  await control.click();
  await expect(control).toBeChecked();
  await expect(flags.toasts).toContainText('new-checkout is on in Development');
  expect((await api.configuration('new-checkout', 'development')).state).toBe('on');
  await flags.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(control).not.toBeChecked();
  await expect.poll(async () => (await api.configuration('new-checkout', 'development')).state).toBe('off');
});

test('a protected environment asks first, and shows what changes', async ({ page }) => {
  const flags = new FlagsPage(page, server.url);
  await flags.open();
  const control = flags.switchOf('new-checkout', 'Production');
  await control.click();
  await expect(flags.dialog).toContainText('Turn on new-checkout in Production?');
  await expect(flags.dialog.locator('del')).toHaveText('Off');
  await expect(flags.dialog.locator('ins')).toHaveText('On');
  await flags.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(control).not.toBeChecked();
  expect((await api.configuration('new-checkout', 'production')).version).toBe(1);
  await control.click();
  await flags.dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect(control).toBeChecked();
  await expect.poll(async () => (await api.configuration('new-checkout', 'production')).state).toBe('on');
});

test('many flags are archived at once, reported one by one, and brought back', async ({ page }) => {
  const flags = new FlagsPage(page, server.url);
  await flags.open('?q=tag:old');
  for (const key of ['old-one', 'old-two', 'old-three']) await flags.select(key);
  await expect(flags.batch).toContainText('3 selected');
  await flags.batch.getByRole('button', { name: 'Archive' }).click();
  await expect(flags.dialog).toContainText('Archive 3 flags');
  await flags.dialog.getByRole('button', { name: 'Change 3 flags' }).click();
  await expect(flags.dialog).toContainText('3 flags done');
  await expect(flags.dialog.getByRole('listitem')).toHaveCount(3);
  expect(await api.call('GET', '/flags?q=tag:old')).toMatchObject({ total: 0 });
  await flags.dialog.getByRole('button', { name: 'Undo all' }).click();
  await expect(flags.dialog.getByText('undone')).toHaveCount(3);
  expect(await api.call('GET', '/flags?q=tag:old')).toMatchObject({ total: 3 });
});

test('a batch in a protected environment wants its name, and leaves what is as asked', async ({ page }) => {
  const flags = new FlagsPage(page, server.url);
  await flags.open();
  for (const key of ['dark-mode', 'plain-one']) await flags.select(key);
  await flags.batch.getByRole('button', { name: 'Turn on in…' }).click();
  await page.getByRole('menuitem', { name: 'Production' }).click();
  await expect(flags.dialog).toContainText('nothing to change');
  const confirm = flags.dialog.getByRole('button', { name: 'Change 1 flag' });
  await expect(confirm).toBeDisabled();
  await flags.dialog.getByLabel('Type Production to confirm').fill('Production');
  await confirm.click();
  await expect(flags.dialog).toContainText('1 flag done');
  expect((await api.configuration('plain-one', 'production')).state).toBe('on');
});

test('a tag is added to the selection', async ({ page }) => {
  const flags = new FlagsPage(page, server.url);
  await flags.open();
  for (const key of ['plain-one', 'plain-two']) await flags.select(key);
  await flags.batch.getByRole('button', { name: 'Tags' }).click();
  await page.getByLabel('Add a tag').fill('quarter');
  await page.getByLabel('Add a tag').press('Enter');
  // One of them may be on in a protected environment by now: then its name is asked for.
  const name = flags.dialog.getByLabel('Type Production to confirm');
  if (await name.isVisible()) await name.fill('Production');
  await flags.dialog.getByRole('button', { name: 'Change 2 flags' }).click();
  await expect(flags.dialog).toContainText('2 flags done');
  expect(await api.call('GET', '/flags?q=tag:quarter')).toMatchObject({ total: 2 });
});

test('the keyboard reaches everything: /, j, k, Enter, e', async ({ page }) => {
  const flags = new FlagsPage(page, server.url);
  await flags.open();
  await page.keyboard.press('/');
  await expect(flags.search).toBeFocused();
  await page.keyboard.type('web');
  await expect.poll(() => flags.keys()).toEqual(['dark-mode', 'new-checkout']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await flags.keys()).length).toBeGreaterThan(5);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(flags.row('dark-mode')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/flags/dark-mode/targeting');
  await page.goBack();
  await expect(flags.row('dark-mode')).toBeVisible();
  await page.keyboard.press('j');
  await expect(flags.row('dark-mode')).toBeFocused();
  await page.keyboard.press('e');
  await page.waitForURL('**/flags/dark-mode/details');
});

test('columns and views are remembered', async ({ page }) => {
  const flags = new FlagsPage(page, server.url);
  await flags.open('?q=tag:web&sort=name&direction=desc');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Tags' }).click();
  await page.keyboard.press('Escape');
  await expect(flags.table.getByRole('columnheader', { name: 'Tags' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  await flags.dialog.getByLabel('Name').fill('Web, backwards');
  await flags.dialog.getByRole('button', { name: 'Save' }).click();
  await flags.open();
  await expect(flags.table.getByRole('columnheader', { name: 'Tags' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Web, backwards', exact: true }).click();
  await expect.poll(() => flags.keys()).toEqual(['new-checkout', 'dark-mode']);
});

test('axe finds nothing serious in either theme', async ({ page }) => {
  const flags = new FlagsPage(page, server.url);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await flags.open();
    const serious = async (): Promise<string[]> => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      return found.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`);
    };
    expect(await serious()).toEqual([]);
    await page.getByRole('button', { name: 'New flag' }).click();
    await flags.dialog.getByRole('radio', { name: 'Experiment' }).click();
    await expect(flags.dialog.getByRole('list', { name: 'Variants' })).toBeVisible();
    expect(await serious()).toEqual([]);
  }
});

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('the list speaks German', async ({ page }) => {
    await visit(page, `${server.url}/p/default/flags?q=tag:web`);
    await expect(page.getByRole('button', { name: 'Neues Flag' })).toBeVisible();
    await expect(page.getByText('2 Flags')).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Lebensphase' })).toBeVisible();
    await page.getByRole('switch', { name: 'new-checkout in Staging' }).click();
    await expect(page.locator('[data-sonner-toast]')).toContainText('new-checkout ist in Staging eingeschaltet');
  });
});
