import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { HistoryTab } from './pages/history-tab';
import { TargetingTab } from './pages/targeting-tab';
import { AdminApi } from './support/admin-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';

const SERVER_KEY = 'fss_end-to-end-server-key-0000000001';
const VIEWER = { email: 'vera@example.com', password: 'correct-horse-battery-vera' };
const DEVELOPER = { email: 'dev@example.com', password: 'correct-horse-battery-dev' };
let server: TestServer;
let api: AdminApi;

test.beforeAll(async () => {
  const env = { ...ADMINISTRATOR_ENV, FLAGSTAFF_SERVER_KEYS: `default:production:${SERVER_KEY}` };
  server = await startServer({ env });
  api = new AdminApi(server);
  for (const [user, role] of [
    [VIEWER, 'viewer'],
    [DEVELOPER, 'developer'],
  ] as const) {
    const response = await fetch(`${server.url}/api/admin/users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...user, role }),
    });
    expect(response.status).toBe(201);
  }
});
test.afterAll(() => server.stop());

/** What a real client is answered in production. */
async function evaluate(flag: string, context: object): Promise<string | null | undefined> {
  const response = await fetch(`${server.url}/api/flags`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SERVER_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ context, keys: [flag] }),
  });
  const body: { flags: Record<string, { variant: string | null }> } = await response.json();
  return body.flags[flag]?.variant;
}

const change = (flag: string, environment: string, version: number, instructions: object[]) =>
  api.call('POST', `/flags/${flag}/environments/${environment}/changes`, { version, instructions });

const rule = (id: string, name: string, fields: object = {}) => ({
  kind: 'addRule',
  rule: {
    id,
    name,
    conditions: [{ attribute: 'plan', operator: 'equals', value: id }],
    serve: { variant: 'on' },
    ...fields,
  },
});

async function signedInPage(browser: Browser, user?: { email: string; password: string }): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, server, user);
  return page;
}

test('a nested rule is added by mouse and keyboard, tried, reviewed, saved, and clients see it', async ({ page }) => {
  await api.createFlag('basket', { name: 'Basket' });
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'basket');
  await tab.open('targeting', 'production');
  expect(await evaluate('basket', { targetingKey: 'u1', plan: 'pro', country: 'DE' })).toBe('off');

  await tab.stateSwitch('On').click();
  await page.getByRole('region', { name: 'Default' }).getByRole('combobox', { name: 'Serve' }).click();
  await page.getByRole('option', { name: 'off' }).click();
  await tab.button('Add rule').click();
  // A new rule's name has the focus.
  await page.keyboard.type('Paying');
  await tab.add(tab.group('Paying', 1), 'Condition');
  await tab.chooseByKeyboard('plan');
  await tab.group('Paying', 1).getByLabel('Value', { exact: true }).fill('pro');
  await tab.add(tab.group('Paying', 1), 'Group');
  await tab.chooseByKeyboard('country');
  const second = tab.group('Paying', 2);
  await tab.chooseOperator(second, 0, 'is one of');
  await second.getByLabel('Value', { exact: true }).fill('DE');
  await page.keyboard.press('Enter');
  await page.keyboard.type('AT,');
  await tab.add(second, 'Group');
  await tab.chooseByKeyboard('email');
  const third = tab.group('Paying', 3);
  await tab.chooseOperator(third, 0, 'matches (regex)');
  await third.getByLabel('Value', { exact: true }).fill('(');
  await expect(third.getByRole('img', { name: 'Not a valid regular expression' })).toBeVisible();
  await expect(tab.review).toBeDisabled();
  await expect(tab.tryIt).toContainText('Fix what is marked');
  await third.getByLabel('Value', { exact: true }).fill('@example\\.com$');
  await expect(third.getByRole('img', { name: 'A valid regular expression' })).toBeVisible();
  await expect(tab.rule('Paying')).toContainText(
    'If plan is pro and (country is one of DE, AT or email matches @example\\.com$) → on, else next',
  );
  await expect(tab.unsaved).toContainText('3 unsaved changes');

  await tab.tryAttribute('plan', 'pro');
  await tab.tryAttribute('country', 'DE');
  await expect(tab.tryIt.getByRole('status').filter({ hasText: 'A rule decided.' })).toContainText('on');
  await expect(
    tab.rule('Paying').getByRole('img', { name: 'For the context being tried: matches: serves on' }),
  ).toBeVisible();
  await tab.tryIt.getByLabel('Value of country').fill('FR');
  await expect(tab.tryIt.getByRole('status').filter({ hasText: 'The default decided.' })).toContainText('off');
  // Trying saves nothing.
  expect(await evaluate('basket', { targetingKey: 'u1', plan: 'pro', country: 'DE' })).toBe('off');

  await page.keyboard.press('Control+s');
  await expect(tab.dialog.getByRole('listitem')).toHaveText([
    'Turn the flag on',
    'Add rule “Paying”: If plan is pro and (country is one of DE, AT or email matches @example\\.com$) → on, else next',
    'Serve by default: off',
  ]);
  await expect(tab.dialog.getByRole('button', { name: 'Save now' })).toBeDisabled();
  await tab.dialog.getByLabel('Comment').fill('Paying first');
  await tab.dialog.getByLabel('Type Production to confirm').fill('Production');
  await page.keyboard.press('Control+Enter');
  await expect(tab.toasts).toContainText('Basket is saved in Production');
  await expect(tab.unsaved).toBeHidden();
  await expect(tab.state('Production')).toContainText('On');
  await expect.poll(() => evaluate('basket', { targetingKey: 'u1', plan: 'pro', country: 'DE' })).toBe('on');
  expect(await evaluate('basket', { targetingKey: 'u1', plan: 'pro', country: 'FR' })).toBe('off');
  expect(await evaluate('basket', { targetingKey: 'u1', plan: 'pro', email: 'a@example.com' })).toBe('on');

  await tab.undo();
  await expect(tab.state('Production')).toContainText('Off');
  await expect.poll(() => evaluate('basket', { targetingKey: 'u1', plan: 'pro', country: 'DE' })).toBe('off');
  await expect(tab.rules).toBeHidden();
});

test('of two who change the same rule the second sees what was saved, and reapplies on top', async ({ browser }) => {
  await api.createFlag('duel', { name: 'Duel' });
  await change('duel', 'development', 1, [rule('r1', 'First'), rule('r2', 'Second')]);
  const [ana, ben] = [await signedInPage(browser), await signedInPage(browser, DEVELOPER)];
  const [first, second] = [new TargetingTab(ana, server.url, 'duel'), new TargetingTab(ben, server.url, 'duel')];
  await first.open('targeting', 'development');
  await second.open('targeting', 'development');

  await second.rule('First').getByRole('switch', { name: 'First enabled' }).click();
  await second.rule('Second').getByRole('switch', { name: 'Second enabled' }).click();
  await first.rule('First').getByRole('button', { name: 'More for First' }).click();
  await ana.getByRole('menuitem', { name: 'Remove' }).click();
  await first.toggle('Second').click();
  await first.rule('Second').getByLabel('Name', { exact: true }).fill('Renamed');
  await first.save();
  await expect(first.toasts).toContainText('saved');

  await second.save();
  await expect(second.dialog).toContainText('Someone else saved first');
  const theirs = second.dialog.getByRole('region', { name: 'Saved in the meantime' });
  await expect(theirs).toContainText('saved version 3');
  await expect(theirs).toContainText('Remove rule “First”');
  await expect(theirs).toContainText('Rename rule “Second” to “Renamed”');
  const mine = second.dialog.getByRole('region', { name: 'Yours, on top of it' });
  await expect(mine).toContainText('Disable rule “Renamed”');
  await expect(mine).toContainText('No longer possible, and dropped:');
  await expect(mine).toContainText('Disable rule “First”');
  await second.dialog.getByRole('button', { name: 'Reapply mine on top' }).click();
  await expect(second.rule('Renamed')).toBeVisible();
  await expect(second.unsaved).toContainText('1 unsaved change');
  await second.save();
  await expect(second.toasts).toContainText('saved');
  expect(await api.configuration('duel', 'development')).toMatchObject({
    version: 4,
    rules: [{ id: 'r2', name: 'Renamed', enabled: false }],
  });
  await ana.context().close();
  await ben.context().close();
});

test('edits of different rules do not conflict', async ({ page }) => {
  await api.createFlag('apart', { name: 'Apart' });
  await change('apart', 'development', 1, [rule('r1', 'One'), rule('r2', 'Two')]);
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'apart');
  await tab.open('targeting', 'development');
  await tab.rule('One').getByRole('switch').click();
  await change('apart', 'development', 2, [{ kind: 'setRuleEnabled', id: 'r2', enabled: false }]);
  await tab.save();
  await expect(tab.toasts).toContainText('saved');
  await expect(tab.rule('Two')).toContainText('disabled');
  expect(await api.configuration('apart', 'development')).toMatchObject({
    version: 4,
    rules: [{ enabled: false }, { enabled: false }],
  });
});

test('rules are dragged by keyboard; history compares, looks back and reverts', async ({ page }) => {
  await api.createFlag('order', { name: 'Order' });
  const split = [
    { variant: 'on', weight: 25_000 },
    { variant: 'off', weight: 75_000 },
  ];
  await change('order', 'production', 1, [
    { kind: 'turnOn' },
    rule('r1', 'Alpha'),
    rule('r2', 'Beta', { serve: { split } }),
  ]);
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'order');
  await tab.open('targeting', 'production');
  await page.getByRole('button', { name: 'Move Alpha' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Alpha is at place 1 of 2.')).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText('Alpha is at place 2 of 2.')).toBeAttached();
  await page.keyboard.press('Space');
  await expect(tab.rules.locator('> li').first()).toHaveAccessibleName('Beta');
  await tab.save('Production');
  await expect(tab.toasts).toContainText('saved');
  expect(await api.configuration('order', 'production')).toMatchObject({ rules: [{ id: 'r2' }, { id: 'r1' }] });

  const history = new HistoryTab(page, server.url, 'order');
  await history.tab('History').click();
  await expect(history.revisions).toHaveCount(3);
  await expect(history.revisions.first()).toContainText('Move rule “Alpha” to the end');
  await expect(history.revisions.first()).toContainText('current');
  await expect(history.revisions.last()).toContainText('Created with the flag.');
  await history.choose(1).click();
  await history.choose(3).click();
  await expect(page).toHaveURL(/compare=1-3/);
  await history.button('Compare the two chosen').click();
  await expect(history.dialog).toContainText('Version 1 and version 3');
  await expect(history.dialog).toContainText('Turn the flag on');
  await page.keyboard.press('Escape');

  await history.button('Look back to version 1').click();
  await expect(history.lookBack).toContainText('The flag is off.');
  await history.button('Look back to version 2').click();
  await expect(history.lookBack).toContainText('The default decided.');

  await history.button('Revert to version 2').click();
  await expect(history.dialog).toContainText('Revert to version 2?');
  await expect(history.dialog.getByRole('button', { name: 'Revert' })).toBeDisabled();
  await history.confirm('Revert', 'Production');
  await expect(history.toasts.filter({ hasText: 'Version 2 is back' })).toBeVisible();
  await expect(history.revisions).toHaveCount(4);
  expect(await api.configuration('order', 'production')).toMatchObject({
    version: 4,
    rules: [{ id: 'r1' }, { id: 'r2' }],
  });
});

test('killing asks once and reaches clients; reviving a protected environment wants its name', async ({ page }) => {
  await api.createFlag('panic', { name: 'Panic' });
  await api.enable('panic', 'production');
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'panic');
  await tab.open('targeting', 'production');
  await expect.poll(() => evaluate('panic', { targetingKey: 'u1' })).toBe('on');
  await tab.button('Kill in Production').click();
  await expect(tab.dialog).toContainText('Everybody gets off at once');
  await tab.confirm('Kill');
  await expect(tab.state('Production')).toContainText('Killed');
  await expect.poll(() => evaluate('panic', { targetingKey: 'u1' })).toBe('off');
  await expect(page.getByRole('region', { name: 'State' })).toContainText('The flag is killed');
  await tab.button('Revive in Production').click();
  await expect(tab.dialog.getByRole('button', { name: 'Revive' })).toBeDisabled();
  await tab.confirm('Revive', 'Production');
  await expect(tab.state('Production')).toContainText('On');
  await expect.poll(() => evaluate('panic', { targetingKey: 'u1' })).toBe('on');
});

test('a draft outlives other tabs and environments, and leaving asks first', async ({ page }) => {
  await api.createFlag('draft', { name: 'Draft' });
  await api.enable('draft', 'staging');
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'draft');
  await tab.open('targeting', 'development');
  await tab.stateSwitch('On').click();
  await expect(tab.unsaved).toContainText('1 unsaved change');
  await tab.tab('History').click();
  await expect(page.getByRole('list', { name: 'Revisions' })).toBeVisible();
  await tab.tab('Targeting').click();
  await expect(tab.unsaved).toContainText('1 unsaved change');
  await tab.state('Staging').click();
  await expect(page).toHaveURL(/env=staging/);
  await expect(tab.unsaved).toBeHidden();
  await tab.state('Development').click();
  await expect(tab.stateSwitch('On')).toBeChecked();
  await page.getByRole('link', { name: 'Segments' }).click();
  await expect(tab.dialog).toContainText('Leave without saving?');
  await tab.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page).toHaveURL(/targeting/);
  await tab.unsaved.getByRole('button', { name: 'Discard' }).click();
  await tab.confirm('Discard');
  await expect(tab.unsaved).toBeHidden();
  await expect(tab.stateSwitch('Off')).toBeChecked();
});

test('another environment is compared and brought to the same through its own review', async ({ page }) => {
  await api.createFlag('copy', { name: 'Copy' });
  await change('copy', 'development', 1, [{ kind: 'turnOn' }, rule('r1', 'Copied')]);
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'copy');
  await tab.open('targeting', 'development');
  await tab.button('Compare').click();
  await tab.dialog.getByRole('combobox', { name: 'Other environment' }).click();
  await page.getByRole('option', { name: 'Staging' }).click();
  await expect(tab.dialog).toContainText('To make Staging the same');
  await expect(tab.dialog).toContainText('Add rule “Copied”');
  await tab.dialog.getByRole('button', { name: 'Copy to Staging…' }).click();
  await expect(page).toHaveURL(/env=staging/);
  await expect(tab.unsaved).toContainText('2 unsaved changes');
  await tab.save();
  await expect(tab.toasts).toContainText('Copy is saved in Staging');
  expect(await api.configuration('copy', 'staging')).toMatchObject({ state: 'on', rules: [{ name: 'Copied' }] });
});

test('targets, prerequisites, splits and rollouts are edited, and refusals are said at their place', async ({
  page,
}) => {
  await api.createFlag('needed', { name: 'Needed' });
  await api.createFlag('parts', { name: 'Parts' });
  await change('parts', 'development', 1, [rule('r1', 'Some')]);
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'parts');
  await tab.open('targeting', 'development');
  await page.getByRole('region', { name: 'Individual targets' }).getByRole('button', { name: 'Show' }).click();
  const pinned = page.getByLabel('Subjects that get on');
  await pinned.fill('ana');
  await pinned.press('Enter');
  await pinned.fill('ben');
  await pinned.press('Enter');
  await page.getByLabel('Subjects that get off').fill('ana');
  await page.getByLabel('Subjects that get off').press('Enter');
  await tab.button('Add prerequisite').click();
  await page.getByRole('combobox', { name: 'Required flag' }).click();
  await page.keyboard.type('needed');
  await page.getByRole('option', { name: 'needed' }).click();
  await page.getByRole('button', { name: 'on', exact: true }).click();
  await tab.toggle('Some').click();
  const some = tab.rule('Some');
  await some.getByRole('radio', { name: 'Percentage' }).click();
  await some.getByLabel('Exact percentage').fill('12.345');
  await some.getByRole('slider').press('ArrowRight');
  await expect(some.getByLabel('Exact percentage')).toHaveValue('13');
  await some.getByLabel('Exact percentage').fill('12.345');
  await some.getByRole('radio', { name: 'Split' }).click();
  await some.getByLabel('Share of on').fill('40');
  await expect(some).toContainText('Total 90 %: 10 % missing');
  await expect(tab.review).toBeDisabled();
  await some.getByRole('button', { name: 'Distribute evenly' }).click();
  await expect(some).toContainText('Total 100 %');
  await tab.save();
  await expect(tab.toasts).toContainText('saved');
  expect(await api.configuration('parts', 'development')).toMatchObject({
    targets: [
      { variant: 'on', subjects: ['ben'] },
      { variant: 'off', subjects: ['ana'] },
    ],
    prerequisites: [{ flag: 'needed', variants: ['on'] }],
    rules: [{ rollout: { percentage: 12_345 }, serve: { split: [{ weight: 50_000 }, { weight: 50_000 }] } }],
  });

  // The segment does not exist: only the server can tell.
  await tab.add(tab.group('Some', 1), 'Segment');
  await tab.chooseByKeyboard('nowhere');
  await tab.review.click();
  await tab.dialog.getByLabel('Comment').fill('For the trial');
  await tab.confirm('Save now');
  await expect(some).toContainText('There is no segment with this key.');

  // Once that is mended the comment is still there.
  await some.getByRole('combobox', { name: 'Segment' }).focus();
  await tab.chooseByKeyboard('flag:needed');
  await tab.review.click();
  await expect(tab.dialog.getByLabel('Comment')).toHaveValue('For the trial');
});

test('on a narrow screen nothing of an open rule stands outside it', async ({ page }) => {
  await api.createFlag('narrow', { name: 'Narrow' });
  const conditions = [
    { attribute: 'plan', operator: 'equals', value: 'pro' },
    { attribute: 'seats', operator: 'equals', value: 12 },
    { attribute: 'country', operator: 'in', value: ['DE', 'FR'] },
    { attribute: 'email', operator: 'matches', value: '@example\\.com$' },
    { operator: 'OR', conditions: [{ attribute: 'plan', operator: 'equals', value: 'team' }] },
  ];
  await change('narrow', 'development', 1, [rule('r1', 'Some', { conditions })]);
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'narrow');
  await tab.open('targeting', 'development');
  await tab.toggle('Some').click();
  await expect(tab.group('Some', 2)).toBeVisible();
  const ends = await tab
    .rule('Some')
    .locator('button, input, [role=combobox]')
    .evaluateAll((controls) => controls.map((control) => Math.round(control.getBoundingClientRect().right)));
  expect(ends.length).toBeGreaterThan(20);
  expect(Math.max(...ends)).toBeLessThanOrEqual(390);
});

test('a viewer sees everything and can save nothing', async ({ page }) => {
  await api.createFlag('look', { name: 'Look' });
  await change('look', 'development', 1, [rule('r1', 'Seen')]);
  await signIn(page, server, VIEWER);
  const tab = new TargetingTab(page, server.url, 'look');
  await tab.open('targeting', 'development');
  await expect(page.getByText('You may look at Development but not change it')).toBeVisible();
  await expect(tab.stateSwitch('On')).toBeDisabled();
  await expect(tab.button('Kill in Development')).toBeDisabled();
  await expect(tab.button('Add rule')).toBeHidden();
  await tab.toggle('Seen').click();
  await expect(tab.rule('Seen').getByLabel('Name', { exact: true })).toBeDisabled();
  // It is enabled, and has certain hours.
  await expect(tab.rule('Seen').getByRole('switch', { disabled: true })).toHaveCount(2);
  await expect(tab.tryIt).toContainText('The flag is off.');
  await page.keyboard.press('Control+s');
  await expect(tab.dialog).toBeHidden();
  await tab.tab('History').click();
  await expect(tab.button('Revert to version 1')).toBeDisabled();
});

test('a developer edits development, and proposes changes of production', async ({ page }) => {
  await api.createFlag('reach', { name: 'Reach' });
  await signIn(page, server, DEVELOPER);
  const tab = new TargetingTab(page, server.url, 'reach');
  await tab.open('targeting', 'production');
  await expect(page.getByRole('note').filter({ hasText: 'You may propose changes to Production' })).toBeVisible();
  await expect(tab.button('Kill in Production')).toBeDisabled();
  await tab.state('Development').click();
  await expect(tab.stateSwitch('On')).toBeEnabled();
  await expect(page.getByText('You may propose changes')).toBeHidden();
});

test('an unknown flag is said to be unknown', async ({ page }) => {
  await signIn(page, server);
  await page.goto(`${server.url}/p/default/flags/nowhere/targeting`);
  await expect(page.getByRole('heading', { name: 'There is no such flag' })).toBeVisible();
});

test('axe finds nothing serious on targeting and history, in either theme; German is spoken', async ({ page }) => {
  await api.createFlag('axe', { name: 'Axe', tags: ['web'] });
  const nested = { operator: 'NOT', conditions: [{ attribute: 'age', operator: 'lessThan', value: 18 }] };
  const conditions = [
    { attribute: 'plan', operator: 'in', value: ['pro'] },
    nested,
    { attribute: 'now', operator: 'after', value: '2026-01-01T00:00:00Z' },
  ];
  await change('axe', 'development', 1, [
    { kind: 'turnOn' },
    { kind: 'addTargets', variant: 'on', subjects: ['ana'] },
    rule('r1', 'Nested', { conditions, rollout: { percentage: 20_000 } }),
    rule('r2', 'Disabled', { enabled: false }),
  ]);
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'axe');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const name of ['targeting', 'review', 'history'] as const) {
      await tab.open(name === 'history' ? 'history' : 'targeting', 'development');
      if (name !== 'history') await tab.toggle('Nested').click();
      if (name !== 'history') await expect(tab.tryIt).toContainText('decided');
      if (name === 'review') {
        await tab.stateSwitch('Off').click();
        await tab.review.click();
        await expect(tab.dialog).toBeVisible();
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${colorScheme} ${name} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  }
  await page.context().addCookies([{ name: 'locale', value: 'de', url: server.url }]);
  await tab.open('targeting', 'development');
  await expect(page.getByRole('heading', { name: 'Einzelne Subjekte' })).toBeVisible();
  await expect(page.getByText('Wenn plan eines von pro ist')).toBeVisible();
});
