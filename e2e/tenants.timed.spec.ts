import { expect, type Page, test } from '@playwright/test';
import { AdminApi } from './support/admin-api';
import { multiplyFlags } from './support/many-flags';
import { multiplyTenants } from './support/many-tenants';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { visit } from './support/visit';

const INTERACTIVE_MS = 1_000;
const SIZE = { tenants: 2_000, flags: 500, overrides: 25 };

// Two starts of a server, and the folder filled in between.
test.describe.configure({ timeout: 300_000 });

/** A server with 2,000 tenants, 500 flags and 50,000 overrides. */
async function fullServer(): Promise<TestServer> {
  const first = await startServer({ env: ADMINISTRATOR_ENV });
  const api = new AdminApi(first);
  await api.createFlag('checkout', { name: 'Checkout' });
  await api.createFlag('search', { name: 'Search' });
  await api.call('POST', '/tenants', { key: 'acme', name: 'Acme' });
  await first.end();
  await multiplyFlags(first.dataDir, SIZE.flags);
  const second = await startServer({ env: ADMINISTRATOR_ENV, dataDir: first.dataDir });
  await new AdminApi(second).call('PUT', '/tenants/acme/flags/checkout?environment=development', { enabled: true });
  await second.end();
  await multiplyTenants(first.dataDir, { ...SIZE, environment: 'development' });
  return startServer({ env: ADMINISTRATOR_ENV, dataDir: first.dataDir });
}

/** Milliseconds from the click on the view until a cell with a value takes the focus and hands it on by an arrow. */
const timeToInteractive = (page: Page): Promise<number> =>
  page.getByRole('radio', { name: 'Grid' }).evaluate(async (node: HTMLElement) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const cell = (place: string): HTMLElement | null =>
      document.querySelector(`[role=gridcell][aria-label][data-cell="${place}"]`);
    const start = performance.now();
    node.click();
    while (cell('1.0') === null) await frame();
    while (document.activeElement !== cell('1.0')) {
      cell('0.0')?.focus();
      cell('0.0')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
      await frame();
    }
    return performance.now() - start;
  });

test('2,000 tenants × 500 flags are interactive within a second, and only what is seen exists', async ({ page }) => {
  const server = await fullServer();
  try {
    await signIn(page, server);
    const times: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await visit(page, `${server.url}/p/default/tenants?env=development`);
      await expect(page.getByText('2,000 tenants')).toBeVisible();
      times.push(await timeToInteractive(page));
    }
    test.info().annotations.push({ type: 'interactive', description: times.map(Math.round).join(', ') });
    console.log(`grid interactive after ${times.map(Math.round).join(', ')} ms`);
    // What else runs on the machine only makes it slower: the best is the page's own.
    expect(Math.min(...times)).toBeLessThan(INTERACTIVE_MS);
    const grid = page.getByRole('grid');
    await expect(grid).toHaveAttribute('aria-rowcount', '2001');
    await expect(grid).toHaveAttribute('aria-colcount', '501');
    expect(await grid.getByRole('gridcell').count()).toBeLessThan(1_500);
    // The far corner is a key away, and is read when it is reached.
    await page.locator('[data-cell="1.0"]').focus();
    await page.keyboard.press('Control+End');
    await expect(page.locator('[data-cell="1999.499"]')).toBeFocused();
    await expect(page.locator('[data-cell="1999.499"]')).toHaveAccessibleName(/^Tenant 1999, search: /);
  } finally {
    await server.stop();
  }
});
