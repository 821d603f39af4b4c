import { expect, type Page } from '@playwright/test';
import { seriousFindings } from './support/axe';
import { startServer, type TestServer } from './support/server';
import { test } from './support/watched-test';
import { visit } from './support/visit';

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

async function fill(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail address').fill(`${name.toLowerCase()}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill(password);
}

test('an empty installation is set up by one of two browsers, who then sees an empty list', async ({
  page,
  browser,
  watch,
}) => {
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  watch.follow(other);
  for (const each of [page, other]) {
    await visit(each, server.url);
    await expect(each).toHaveURL(/\/setup$/);
    await expect(each.getByRole('heading', { name: 'Set up Flagstaff' })).toBeVisible();
  }
  expect(await seriousFindings(page)).toEqual([]);

  await fill(page, 'Ana', 'short');
  const create = 'Create administrator';
  await page.getByRole('button', { name: create }).click();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');

  await fill(page, 'Ana', 'correct-horse-battery');
  await fill(other, 'Eve', 'correct-horse-battery');
  await Promise.all([page, other].map((each) => each.getByRole('button', { name: create }).click()));
  const isInside = (each: Page): boolean => /\/p\/default\/flags/.test(each.url());
  await expect.poll(() => [page, other].filter(isInside).length).toBe(1);
  const [winner, loser] = isInside(page) ? [page, other] : [other, page];
  await expect(loser.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  await expect(winner.getByRole('heading', { level: 1, name: 'Flags' })).toBeVisible();

  // Who came second is not let in, and the page is closed for good.
  await loser.goto(`${server.url}/setup`);
  await expect(loser).toHaveURL(/\/sign-in/);
  await loser.goto(`${server.url}/p/default/flags`);
  await expect(loser).toHaveURL(/\/sign-in/);
  await other.context().close();
});
