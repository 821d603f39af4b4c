import { expect } from '@playwright/test';
import { PeoplePage, SubjectPage } from './pages/people-pages';
import { AdminApi } from './support/admin-api';
import { Application } from './support/application';
import { seriousFindings } from './support/axe';
import { makeUser } from './support/installation-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { rawIds, test } from './support/watched-test';
import { visit } from './support/visit';

const KEY = 'fss_end-to-end-server-key-0000000005';
const STAGES = [
  { key: 'signup_complete', name: 'Signed up' },
  { key: 'email_verified', name: 'E-mail verified' },
  { key: 'profile_setup', name: 'Profile set up' },
  { key: 'active', name: 'Active' },
];
let server: TestServer;
let api: AdminApi;
let application: Application;

test.beforeAll(async () => {
  server = await startServer({ env: { ...ADMINISTRATOR_ENV, FLAGSTAFF_SERVER_KEYS: `default:development:${KEY}` } });
  api = new AdminApi(server);
  application = new Application(server, KEY);
  await api.call('PUT', '/onboarding', {
    version: 0,
    stages: STAGES,
    milestones: [
      {
        key: 'power_user',
        name: 'Power user',
        conditions: [{ attribute: 'counters.report_created', operator: 'greaterOrEqual', value: 3 }],
        stage: 'active',
      },
    ],
    roles: ['employee', 'manager', 'admin'],
  });
  await api.call('POST', '/tenants', { key: 'acme', name: 'Acme GmbH' });
  await api.createFlag('reports', { name: 'Reports' });
  await api.call('POST', '/flags/reports/environments/development/changes', {
    version: 1,
    instructions: [
      { kind: 'turnOn' },
      { kind: 'setDefault', default: { variant: 'off' } },
      {
        kind: 'addRule',
        rule: { name: 'Active ones', conditions: [{ attribute: 'stageIndex', operator: 'greaterOrEqual', value: 3 }] },
      },
    ],
  });
  await api.createFlag('theme', { name: 'Theme' });
  await application.identify('ada', { attributes: { plan: 'pro', seats: 5 }, role: 'manager', tenant: 'acme' });
  await application.identify('gil', { tenant: 'acme' });
  await application.track('gil', 'report_created', 3);
  await application.identify('bo', { attributes: { plan: 'free' }, role: 'employee' });
});
test.afterAll(() => server.stop());

test('events of a subject lead to a milestone and a stage; its page says what that unlocked', async ({ page }) => {
  await signIn(page, server);
  const subject = new SubjectPage(page, server.url, 'ada');
  await subject.open();
  await expect(subject.flag('Reports')).toContainText('The default decided.');
  await expect(page.getByText('No events were counted.')).toBeVisible();

  await application.track('ada', 'report_created', 3);
  await subject.open();
  await expect(subject.currentStage).toContainText('Active');
  await expect(subject.currentStage).toContainText('By milestone “Power user”');
  await expect(page.getByText('After event report_created')).toBeVisible();
  await expect(subject.flag('Reports')).toContainText(/Unlocked by milestone Power user on \w+ \d+/);
  await expect(page.getByRole('term').filter({ hasText: 'report_created' })).toBeVisible();
  await expect.poll(() => application.variantOf('reports', 'ada')).toBe('on');
  await subject.toggle('Reports');
  await expect(subject.flag('Reports').getByRole('list', { name: 'Steps of the evaluation' })).toContainText(
    'Active ones',
  );
});

test('a variant is pinned through the review, and another given to the whole tenant', async ({ page }) => {
  await application.identify('cem', { tenant: 'acme' });
  await signIn(page, server);
  const subject = new SubjectPage(page, server.url, 'cem');
  await subject.open();
  await expect.poll(() => application.variantOf('reports', 'cem')).toBe('off');
  await subject.choose('Reports', 'Pin variant…');
  await subject.chooseVariant('on');
  await page.getByRole('dialog').getByRole('button', { name: 'Review and save' }).click();
  const review = page.getByRole('alertdialog');
  await expect(review).toContainText('Pin 1 subject to on: cem');
  await review.getByRole('button', { name: 'Save now' }).click();
  await expect(subject.toasts.filter({ hasText: 'cem is pinned to on' })).toBeVisible();
  await expect(subject.flag('Reports')).toContainText('The subject is pinned.');
  await expect.poll(() => application.variantOf('reports', 'cem')).toBe('on');

  await expect.poll(() => application.variantOf('theme', 'cem')).toBe('off');
  await subject.choose('Theme', 'Override for tenant acme…');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'on' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(subject.flag('Theme')).toContainText('The tenant’s override decided.');
  await expect.poll(() => application.variantOf('theme', 'cem')).toBe('on');
});

test('a membership is added for 30 days, looked through, taken back and removed', async ({ page }) => {
  await api.createFlag('beta', { name: 'Beta' });
  await api.call('POST', '/flags/beta/environments/development/changes', {
    version: 1,
    instructions: [{ kind: 'turnOn' }, { kind: 'setDefault', default: { variant: 'off' } }],
  });
  await application.identify('eve');
  await signIn(page, server);
  const subject = new SubjectPage(page, server.url, 'eve');
  await subject.open();
  const own = page.getByRole('list', { name: 'Memberships' });
  const addOne = async (): Promise<void> => {
    await subject.choose('Beta', 'Add membership…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '30 days' }).click();
    await expect(dialog.getByText('Until')).toBeVisible();
    await dialog.getByRole('button', { name: 'Review and save' }).click();
    const review = page.getByRole('alertdialog');
    await expect(review).toContainText('eve gets on of Beta in this time.');
    await review.getByRole('button', { name: 'Save now' }).click();
    await expect(own.getByRole('listitem', { name: 'beta' })).toContainText(/Open now · closes /);
    await expect(subject.flag('Beta')).toContainText('An open membership decided.');
    await expect.poll(() => application.variantOf('beta', 'eve')).toBe('on');
  };
  await addOne();
  expect(await seriousFindings(page)).toEqual([]);
  await subject.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(own).toHaveCount(0);
  await expect.poll(() => application.variantOf('beta', 'eve')).toBe('off');

  await addOne();
  await visit(page, `${server.url}/p/default/flags/beta/targeting?env=development`);
  await expect(page.getByRole('region', { name: 'Membership windows' })).toContainText(
    '1 is running, none is upcoming.',
  );
  await subject.open();
  await own.getByRole('button', { name: 'Remove the membership of beta' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(own).toHaveCount(0);
  await expect.poll(() => application.variantOf('beta', 'eve')).toBe('off');
});

test('people are searched and filtered, and the funnel leads to who is in a stage', async ({ page }) => {
  await signIn(page, server);
  const people = new PeoplePage(page, server.url);
  await people.open();
  await people.search.fill('bo');
  await expect(people.subject('bo')).toBeVisible();
  await expect(people.subject('gil')).toHaveCount(0);
  await expect(page).toHaveURL(/q=bo/);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await people.filterByStage('Active');
  await expect(people.subject('gil')).toBeVisible();
  await expect(people.subject('bo')).toHaveCount(0);

  await page.getByRole('link', { name: 'Onboarding funnel' }).click();
  const active = people.funnel.getByRole('listitem', { name: 'Active' });
  await expect(active).toContainText(/[12] in it now/);
  await active.getByRole('link', { name: /in it now/ }).click();
  await expect(people.subject('gil')).toBeVisible();
  await people.subject('gil').click();
  await expect(page.getByRole('heading', { level: 1, name: 'gil' })).toBeVisible();
});

test('a subject is added, its profile edited, and all of it erased', async ({ page }) => {
  await signIn(page, server);
  await new PeoplePage(page, server.url).open();
  await page.getByRole('button', { name: 'Add subject' }).click();
  await page.getByRole('dialog').getByLabel('Targeting key').fill('dora');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'dora' })).toBeVisible();
  await application.identify('dora', { attributes: { plan: 'free', seats: 2 } });
  const subject = new SubjectPage(page, server.url, 'dora');
  await subject.open();
  await page.getByRole('button', { name: 'Edit profile' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Value of plan').fill('pro');
  await dialog.getByRole('button', { name: /Remove.*seats/ }).click();
  await dialog.getByLabel('Role').click();
  await page.getByRole('option', { name: 'manager' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(subject.toasts.filter({ hasText: 'The profile is saved' })).toBeVisible();
  const stored = await api.call<{ attributes: object; role: string }>('GET', '/subjects/dora?environment=development');
  expect(stored).toMatchObject({ attributes: { plan: 'pro' }, role: 'manager' });
  expect(stored.attributes).toEqual({ plan: 'pro' });

  await page.getByRole('button', { name: 'Erase subject' }).click();
  const confirm = page.getByRole('alertdialog');
  await expect(confirm.getByRole('button', { name: 'Erase' })).toBeDisabled();
  await confirm.getByLabel('Type dora to confirm').fill('dora');
  await confirm.getByRole('button', { name: 'Erase' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/p/default/people');
  await visit(page, `${server.url}/p/default/people/dora?env=development`);
  await expect(page.getByRole('heading', { name: 'There is no such subject here' })).toBeVisible();
});

test('stages are put in order by keyboard, and milestones and attributes defined', async ({ page }) => {
  await signIn(page, server);
  await visit(page, `${server.url}/p/default/settings/onboarding`);
  const roles = page.getByRole('list', { name: 'Subject roles' });
  await page.getByRole('button', { name: 'Add role' }).click();
  await roles.getByRole('listitem').last().getByRole('textbox').fill('owner');
  const stages = page.getByRole('list', { name: 'Stages' });
  await stages.getByRole('button', { name: 'Move Profile set up', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Profile set up is at place 3 of 4.')).toBeAttached();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('Profile set up is at place 2 of 4.')).toBeAttached();
  await page.keyboard.press('Space');
  await expect(stages.getByRole('listitem').nth(1).getByRole('textbox')).toHaveValue('Profile set up');
  await page.getByRole('button', { name: 'Add milestone' }).click();
  const added = page.getByRole('list', { name: 'Milestones' }).getByRole('listitem').last();
  await added.getByLabel('Name', { exact: true }).fill('One week');
  await expect(added.getByLabel('Key', { exact: true })).toHaveValue('one_week');
  await page.getByRole('region', { name: 'Unsaved changes' }).getByRole('button', { name: 'Review and save' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('[data-sonner-toast]')).toContainText('The onboarding is saved');
  const stored = await api.call<{ stages: { key: string }[]; roles: string[]; milestones: { key: string }[] }>(
    'GET',
    '/onboarding',
  );
  expect(stored.stages.map(({ key }) => key)).toEqual(['signup_complete', 'profile_setup', 'email_verified', 'active']);
  expect(stored.roles.at(-1)).toBe('owner');
  expect(stored.milestones.map(({ key }) => key)).toEqual(['power_user', 'one_week']);

  await visit(page, `${server.url}/p/default/settings/attributes`);
  await page.getByRole('button', { name: 'Add attribute' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('plan');
  await dialog.getByLabel('Allowed values').fill('free');
  await page.keyboard.press('Enter');
  await dialog.getByRole('switch', { name: 'Trusted' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('list', { name: 'Attributes' }).getByRole('listitem')).toContainText('plan');
  const attributes = await api.call<{ items: object[] }>('GET', '/attributes');
  expect(attributes.items).toEqual([
    { name: 'plan', type: 'string', allowed: ['free'], trusted: true, personal: false },
  ]);
});

test('a viewer may look but not touch', async ({ page }) => {
  await signIn(page, server, await makeUser(server, 'viewer'));
  await new SubjectPage(page, server.url, 'bo').open();
  await expect(page.getByRole('heading', { level: 1, name: 'bo' })).toBeVisible();
  for (const name of ['Edit profile', 'Erase subject', 'More for Reports']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  await new PeoplePage(page, server.url).open();
  await expect(page.getByRole('button', { name: 'Add subject' })).toHaveCount(0);
  await visit(page, `${server.url}/p/default/settings/onboarding`);
  await expect(page.getByRole('button', { name: 'Add stage' })).toHaveCount(0);
});

const PAGES = [
  'people?env=development',
  'people?env=development&view=funnel',
  'people?env=production',
  'people/gil?env=development',
  'people/nobody?env=development',
  'settings/onboarding',
  'settings/attributes',
];

// In parts, so that a slow machine stays within the time of a test.
for (const part of [0, 1]) {
  test(`the pages have no serious findings, part ${part + 1}`, async ({ page }) => {
    await signIn(page, server);
    for (const path of PAGES.filter((_path, index) => index % 2 === part)) {
      await visit(page, `${server.url}/p/default/${path}`);
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
      expect(await seriousFindings(page), path).toEqual([]);
    }
  });
}

test('the pages speak German', async ({ page, context }) => {
  await signIn(page, server);
  await context.addCookies([{ name: 'locale', value: 'de', url: server.url }]);
  for (const path of PAGES) {
    await page.goto(`${server.url}/p/default/${path}`);
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    expect(await rawIds(page), path).toEqual([]);
  }
  await visit(page, `${server.url}/p/default/people/gil?env=development`);
  await expect(page.getByText('Durch den Meilenstein „Power user“')).toBeVisible();
  await expect(page.getByText(/Freigeschaltet durch den Meilenstein Power user am \d+\. \S+/)).toBeVisible();
});
