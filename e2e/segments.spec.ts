import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { SegmentPage } from './pages/segment-page';
import { AdminApi } from './support/admin-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { test } from './support/watched-test';
import { visit } from './support/visit';

const KEY = 'fss_end-to-end-server-key-0000000002';
let server: TestServer;
let api: AdminApi;

test.beforeAll(async () => {
  server = await startServer({ env: { ...ADMINISTRATOR_ENV, FLAGSTAFF_SERVER_KEYS: `default:development:${KEY}` } });
  api = new AdminApi(server);
});
test.afterAll(() => server.stop());
test.beforeEach(({ page }) => signIn(page, server));

interface StoredSegment {
  operator: string;
  conditions: object[];
  content: { version: number };
  memberCount: number;
}
const stored = (key: string, environment: string): Promise<StoredSegment> =>
  api.call('GET', `/segments/${key}?environment=${environment}`);

async function isOn(flag: string, context: object): Promise<unknown> {
  const answer = await fetch(`${server.url}/api/flags`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ context }),
  });
  const { flags } = (await answer.json()) as { flags: Record<string, { value: unknown }> };
  return flags[flag]?.value;
}

test('a segment with a nested rule decides a flag, and cannot be deleted while it does', async ({ page }) => {
  await visit(page, `${server.url}/p/default/segments`);
  await expect(page.getByText('No segments yet')).toBeVisible();
  await page.getByRole('button', { name: 'New segment' }).first().click();
  const segment = new SegmentPage(page, server.url, 'early');
  await segment.dialog.getByLabel('Name', { exact: true }).fill('Early birds');
  await segment.answer('Create segment');
  await expect(segment.dialog.getByLabel('Key', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await segment.dialog.getByLabel('Key', { exact: true }).fill('early');
  await segment.answer('Create segment');
  await page.waitForURL(/\/segments\/early/);
  await expect(page.getByText('No conditions: nobody belongs to it by rules.')).toBeVisible();

  await segment.add(segment.group(1), 'Condition');
  await expect(segment.unsaved.getByRole('button', { name: 'Review and save' })).toBeDisabled();
  await segment.condition(segment.group(1), 'plan', 'pro');
  await segment.add(segment.group(1), 'Group');
  await expect(segment.group(2).getByRole('radio', { name: 'Any of' })).toBeChecked();
  await segment.condition(segment.group(2), 'country', 'DE');
  await segment.add(segment.group(2), 'Condition');
  await segment.condition(segment.group(2), 'country', 'FR');
  await segment.review();
  await segment.answer('Save');
  await expect(segment.toasts).toContainText('Segment saved');
  await expect(segment.unsaved).toHaveCount(0);
  expect(await stored('early', 'development')).toMatchObject({
    operator: 'AND',
    conditions: [
      { attribute: 'plan', operator: 'equals', value: 'pro' },
      { operator: 'OR', conditions: [{ value: 'DE' }, { value: 'FR' }] },
    ],
  });

  await api.createFlag('greeting', { name: 'Greeting' });
  const flag = '/flags/greeting/environments/development';
  const { id } = await api.call<{ id: string }>('POST', `${flag}/rules`, {
    name: 'Early',
    conditions: [{ segment: 'early' }],
    serve: { variant: 'on' },
    version: (await api.configuration('greeting', 'development')).version,
  });
  const { version } = await api.configuration('greeting', 'development');
  await api.call('POST', `${flag}/changes`, {
    version,
    instructions: [{ kind: 'setDefault', default: { variant: 'off' } }],
  });
  await api.enable('greeting', 'development');
  await expect.poll(() => isOn('greeting', { targetingKey: 'a', plan: 'pro', country: 'FR' })).toBe(true);
  expect(await isOn('greeting', { targetingKey: 'a', plan: 'pro', country: 'IT' })).toBe(false);

  await segment.open();
  await expect(page.getByRole('link', { name: 'greeting' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await segment.dialog.getByRole('textbox').fill('early');
  await segment.answer('Delete');
  await expect(segment.toasts).toBeVisible();
  await segment.answer('Cancel');
  await expect(page.getByRole('heading', { level: 1, name: 'Early birds' })).toBeVisible();

  const latest = await api.configuration('greeting', 'development');
  await api.call('DELETE', `${flag}/rules/${id}?version=${latest.version}`);
  await segment.open();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await segment.dialog.getByRole('textbox').fill('early');
  await segment.answer('Delete');
  await page.waitForURL(/\/segments$/);
  await expect(page.getByText('No segments yet')).toBeVisible();
});

test('members come from a file, a bad line is said, and leave again', async ({ page }) => {
  await api.call('POST', '/segments', { key: 'listed', name: 'Listed' });
  const segment = new SegmentPage(page, server.url, 'listed');
  await segment.open('production');
  await page.getByRole('button', { name: 'Add members' }).click();
  const csv = ['targetingKey,name', 'u1,Ana', '"u ""2""",Ben', 'u1,Ana', 'x'.repeat(201), '  ', 'u3'].join('\r\n');
  await segment.dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(segment.dialog.getByText('3 targeting keys found.')).toBeVisible();
  await expect(segment.dialog.getByText('Line 5: longer than 200 characters')).toBeVisible();
  const add = segment.dialog.getByRole('button', { name: 'Add 3 members' });
  await expect(add).toBeDisabled();
  await segment.dialog.getByLabel('Type Production to confirm').fill('Production');
  await add.click();
  await expect(segment.members).toContainText('3 subjects');
  expect((await stored('listed', 'production')).memberCount).toBe(3);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text.split(/\r?\n/).filter(Boolean).sort()).toEqual(['"u ""2"""', 'targetingKey', 'u1', 'u3']);

  await segment.members.getByRole('checkbox', { name: /u1/ }).click();
  await page.getByRole('button', { name: 'Remove 1' }).click();
  await segment.dialog.getByRole('textbox').last().fill('Production');
  await segment.answer('Remove 1');
  await expect(segment.members).toContainText('2 subjects');
});

test('adding many can be stopped and says how far it came', async ({ page }) => {
  await api.call('POST', '/segments', { key: 'many', name: 'Many' });
  const segment = new SegmentPage(page, server.url, 'many');
  await segment.open('development');
  // The second batch waits until it is let through.
  let batches = 0;
  let letThrough = (): void => undefined;
  const isHeld = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/segments/many**', async (route) => {
    if (route.request().method() === 'POST') {
      batches += 1;
      if (batches === 2) await isHeld;
    }
    await route.continue();
  });
  await page.getByRole('button', { name: 'Add members' }).click();
  const keys = Array.from({ length: 1_200 }, (_, index) => `user-${index}`);
  await segment.dialog.getByLabel('Targeting keys').fill(keys.join('\n'));
  await segment.answer('Add 1,200 members');
  await expect(segment.dialog.getByRole('status')).toContainText('500 of 1,200 added');
  await segment.answer('Stop');
  letThrough();
  await expect(segment.toasts).toContainText('Stopped after');
  const { memberCount } = await stored('many', 'development');
  expect(memberCount).toBe(1_000);
  await expect(segment.members).toContainText('1,000 subjects');
});

test('two people at one segment: the second sees what the first saved and goes on from it', async ({ page }) => {
  await api.call('POST', '/segments', { key: 'shared', name: 'Shared' });
  const segment = new SegmentPage(page, server.url, 'shared');
  await segment.open();
  await segment.add(segment.group(1), 'Condition');
  await segment.condition(segment.group(1), 'plan', 'pro');
  const { content } = await stored('shared', 'development');
  await api.call('PUT', '/segments/shared?environment=development', {
    version: content.version,
    operator: 'AND',
    conditions: [{ attribute: 'country', operator: 'equals', value: 'DE' }],
  });
  await segment.review();
  await segment.answer('Save');
  await expect(segment.dialog.getByText('Somebody else saved meanwhile')).toBeVisible();
  await expect(segment.dialog).toContainText('country');
  await segment.answer('Keep my draft');
  await expect(segment.unsaved).toBeVisible();
  await segment.review();
  await expect(segment.dialog).toContainText('country');
  await segment.answer('Save');
  await expect(segment.toasts).toContainText('Segment saved');
  expect(await stored('shared', 'development')).toMatchObject({ conditions: [{ attribute: 'plan', value: 'pro' }] });
});
