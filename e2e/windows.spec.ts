import { expect, test } from '@playwright/test';
import { SubjectPage } from './pages/people-pages';
import { TargetingTab } from './pages/targeting-tab';
import { AdminApi } from './support/admin-api';
import { Application } from './support/application';
import { seriousFindings } from './support/axe';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';

const SERVER_KEY = 'fss_end-to-end-server-key-0000000004';
/** Sunday, 28 March 2027: the clocks of Berlin went forward in the night before, and it is eight in the evening. */
const SUNDAY = '2027-03-28T18:00:00Z';
/** 08:30 of the next day there. */
const OPENS = '2027-03-29T06:30:00Z';

let server: TestServer;
let api: AdminApi;
let application: Application;

test.use({ timezoneId: 'Europe/Berlin', locale: 'en-US' });
test.beforeAll(async () => {
  const keys = { FLAGSTAFF_SERVER_KEYS: `default:development:${SERVER_KEY}`, FLAGSTAFF_ALLOW_TEST_CLOCK: '1' };
  server = await startServer({ env: { ...ADMINISTRATOR_ENV, ...keys } });
  api = new AdminApi(server);
  application = new Application(server, SERVER_KEY);
});
test.afterAll(() => server.stop());

async function moveClock(now: string): Promise<void> {
  const answer = await fetch(`${server.url}/api/admin/clock`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  });
  expect(answer.status).toBe(200);
}

/** A flag that is on, gives `off` by default, and `on` by one rule for everybody. */
async function makeFlag(key: string, name: string): Promise<void> {
  await api.createFlag(key, { name });
  const rule = { id: 'office', name: 'Office hours', conditions: [], serve: { variant: 'on' } };
  const instructions = [
    { kind: 'turnOn' },
    { kind: 'setDefault', default: { variant: 'off' } },
    { kind: 'addRule', rule },
  ];
  await api.call('POST', `/flags/${key}/environments/development/changes`, { version: 1, instructions });
}

test('business hours are given to a rule by keyboard; page and applications see it open by itself', async ({
  page,
}) => {
  await makeFlag('support-chat', 'Support chat');
  await moveClock(SUNDAY);
  await signIn(page, server);
  await page.clock.install();
  const tab = new TargetingTab(page, server.url, 'support-chat');
  await tab.open('targeting', 'development');
  await tab.toggle('Office hours').focus();
  await page.keyboard.press('Enter');
  const hours = tab.rule('Office hours').getByRole('group', { name: 'Recurring hours' });
  await hours.getByRole('switch', { name: 'Only at certain hours' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  // The days are one stop, with arrows between them.
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    if (day !== 'Monday') await page.keyboard.press('ArrowRight');
    await expect(hours.getByRole('button', { name: day })).toBeFocused();
  }
  await page.keyboard.press('Space');
  await expect(hours.getByRole('button', { name: 'Friday' })).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Tab');
  await page.keyboard.type('0830AM');
  await hours.getByLabel('Except on').focus();
  await page.keyboard.type('03302027');
  await page.keyboard.press('Enter');
  await expect(hours.getByRole('list', { name: 'Days without these hours' })).toContainText('Mar 30, 2027');
  await expect(tab.rule('Office hours')).toContainText('Closed · opens Mon 08:30 (Europe/Berlin)');
  expect(await seriousFindings(page)).toEqual([]);

  await tab.review.focus();
  await page.keyboard.press('Enter');
  await expect(tab.dialog).toContainText('Mon–Thu 08:30–17:00 (Europe/Berlin), except');
  await tab.confirm('Save now');
  await expect(tab.unsaved).toHaveCount(0);
  expect(await application.variantOf('support-chat', 'eve')).toBe('off');

  // Twelve and a half hours later, on a page that nobody touched; opened anew, so that no refresh sets its clock back.
  await tab.open('targeting', 'development');
  await page.clock.fastForward('12:31:00');
  await expect(tab.rule('Office hours')).toContainText('Open now · closes Mon 17:00 (Europe/Berlin)');
  await moveClock(OPENS);
  expect(await application.variantOf('support-chat', 'eve')).toBe('on');
  await tab.open('targeting', 'development');
  await tab.rule('Office hours').getByText('Open now').hover();
  await expect(page.getByRole('tooltip')).toContainText('Monday, March 29, 2027 at 5:00:00 PM (Europe/Berlin)');

  await page.context().addCookies([{ name: 'locale', value: 'de', url: server.url }]);
  await tab.open('targeting', 'development');
  await expect(page.getByText('Jetzt offen · schließt Mo 17:00 (Europe/Berlin)')).toBeVisible();
});

test('a membership of two weeks at certain hours is added, changed by two people, and removed', async ({ page }) => {
  await moveClock(SUNDAY);
  await makeFlag('beta', 'Beta');
  await application.identify('eve');
  await signIn(page, server);
  const tab = new TargetingTab(page, server.url, 'beta');
  await tab.open('targeting', 'development');
  await page.getByRole('button', { name: 'Add membership…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a membership of Beta' });
  await expect(dialog.getByRole('radio', { name: 'Subject' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const search = page.getByRole('combobox', { name: 'Search…' });
  await search.fill('eve');
  await page.keyboard.press('Enter');
  await expect(search).toHaveCount(0);
  await dialog.getByRole('radio', { name: 'After…' }).click();
  await dialog.getByLabel('How many').fill('2');
  await dialog.getByRole('radio', { name: 'On a date' }).click();
  await dialog.getByLabel('First day').fill('2027-03-29');
  await dialog.getByRole('switch', { name: 'Only at certain hours' }).click();
  const instants = dialog.locator('dl');
  await expect(instants).toContainText('Mar 29, 2027, 00:00 GMT+2');
  await expect(instants).toContainText('Apr 12, 2027, 00:00 GMT+2');
  await expect(instants).toContainText('in 4 hours');
  await dialog.getByRole('button', { name: 'Review and save' }).click();
  const review = page.getByRole('alertdialog');
  await expect(review).toContainText('eve gets on of Beta in this time.');
  await expect(review).toContainText('Mon–Fri 09:00–17:00 (Europe/Berlin)');
  await review.getByRole('button', { name: 'Save now' }).click();
  const section = page.getByRole('region', { name: 'Membership windows' });
  await expect(section).toContainText('None is running, 1 is upcoming.');
  await expect(section).toContainText('Closed · opens Mon 09:00 (Europe/Berlin)');

  const subject = new SubjectPage(page, server.url, 'eve');
  await subject.open();
  const { items } = await api.call<{ items: { id: string; version: number }[] }>(
    'GET',
    '/flags/beta/memberships?environment=development',
  );
  const [membership] = items;
  await page.getByRole('button', { name: 'Change the membership of beta' }).click();
  const editor = page.getByRole('dialog', { name: 'Change the membership of Beta' });
  await editor.getByLabel('Last day').fill('2027-04-30');
  await api.call('PATCH', `/flags/beta/memberships/${membership?.id}?environment=development`, {
    version: membership?.version,
    note: 'Longer pilot',
  });
  const save = async (): Promise<void> => {
    await editor.getByRole('button', { name: 'Review and save' }).click();
    await review.getByRole('button', { name: 'Save now' }).click();
  };
  await save();
  await expect(editor.getByRole('alert')).toContainText('It was changed by somebody else meanwhile.');
  await editor.getByRole('button', { name: 'Show what is stored now' }).click();
  await expect(editor.getByLabel('Note')).toHaveValue('Longer pilot');
  await editor.getByLabel('Last day').fill('2027-04-30');
  await save();
  await expect(subject.toasts).toContainText('The membership is changed');
  const stored = await api.call<object>('GET', `/flags/beta/memberships/${membership?.id}?environment=development`);
  expect(stored).toMatchObject({ endsAt: '2027-04-30T22:00:00.000Z', note: 'Longer pilot', version: 3 });
  expect(stored).toMatchObject({ recurring: { from: '09:00' }, open: false, nextChange: '2027-03-29T07:00:00.000Z' });
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove the membership of beta' }).click();
  await review.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('None is running or upcoming.')).toBeVisible();
});
