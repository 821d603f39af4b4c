import { expect, type Page, test } from '@playwright/test';
import { FlagsPage } from './pages/flags-page';
import { AdminApi } from './support/admin-api';
import { multiplyFlags } from './support/many-flags';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { visit } from './support/visit';

const INTERACTIVE_MS = 1_000;

// Two starts of a server, and the folder filled in between.
test.describe.configure({ timeout: 300_000 });

/** A server over a folder that was filled while no server ran. */
async function serverWith(count: number): Promise<TestServer> {
  const first = await startServer({ env: ADMINISTRATOR_ENV });
  const api = new AdminApi(first);
  for (const [place, key] of ['checkout', 'search', 'inbox', 'export'].entries()) {
    await api.createFlag(key, { name: `New ${key}`, tags: ['web', key], clientVisible: place % 2 === 0 });
    if (place > 0) await api.enable(key, 'development');
  }
  await first.end();
  await multiplyFlags(first.dataDir, count);
  return startServer({ env: ADMINISTRATOR_ENV, dataDir: first.dataDir });
}

/** Milliseconds from the click on the navigation until a switch of the list was thrown and shows it. */
async function timeToInteractive(page: Page): Promise<number> {
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Flags' });
  // In the page itself: asking from outside would be measured too.
  return link.evaluate(async (node: HTMLElement, name) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const control = (): HTMLElement | null => document.querySelector(`[role=switch][aria-label="${name}"]`);
    const start = performance.now();
    node.click();
    while (control() === null) await frame();
    const before = control()?.ariaChecked;
    while (control()?.ariaChecked === before) {
      control()?.click();
      await frame();
    }
    return performance.now() - start;
  }, 'checkout in Development');
}

test('1,000 flags are interactive within a second of navigation', async ({ page }) => {
  const server = await serverWith(1_000);
  try {
    await signIn(page, server);
    const flags = new FlagsPage(page, server.url);
    await flags.open();
    await expect(page.getByText('1,000 flags')).toBeVisible();
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      await visit(page, `${server.url}/p/default/audit`);
      times.push(await timeToInteractive(page));
    }
    // What else runs on the machine only makes it slower: the best of five is the page's own.
    const best = Math.min(...times);
    test.info().annotations.push({ type: 'interactive', description: times.map(Math.round).join(', ') });
    expect(best).toBeLessThanOrEqual(INTERACTIVE_MS);
  } finally {
    await server.stop();
  }
});

/** Scrolls to the end of the list, a screen per frame; answers in how many frames a part of it was blank. */
async function scrollThrough(page: Page, total: number): Promise<{ frames: number; blank: number }> {
  return page.getByRole('table', { name: 'Flags' }).evaluate(async (table, count) => {
    const scroller = table.parentElement;
    if (!scroller) throw new Error('the table does not scroll');
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const rows = (): HTMLElement[] => [...table.querySelectorAll<HTMLElement>('[data-index]')];
    const head = table.querySelector('[role=row]')?.getBoundingClientRect().bottom ?? 0;
    /** What is seen between the head and the lower edge must be rows, up to the last that is loaded. */
    const isBlank = (): boolean => {
      const boxes = rows().map((row) => row.getBoundingClientRect());
      const body = table.lastElementChild?.getBoundingClientRect();
      const lower = Math.min(scroller.getBoundingClientRect().bottom, body?.bottom ?? 0);
      const top = Math.min(...boxes.map((box) => box.top));
      const bottom = Math.max(...boxes.map((box) => box.bottom));
      return top > head + 1 || bottom < lower - 1;
    };
    let [frames, blank] = [0, 0];
    const deadline = performance.now() + 180_000;
    while (performance.now() < deadline) {
      scroller.scrollTop += scroller.clientHeight;
      await frame();
      await frame();
      frames += 1;
      if (isBlank()) blank += 1;
      if (rows().some((row) => row.dataset.index === String(count - 1))) break;
    }
    return { frames, blank };
  }, total);
}

test('10,000 flags scroll without blank rows', async ({ page }) => {
  const server = await serverWith(10_000);
  try {
    await signIn(page, server);
    const flags = new FlagsPage(page, server.url);
    await flags.open();
    await expect(page.getByText('10,000 flags')).toBeVisible();
    const { frames, blank } = await scrollThrough(page, 10_000);
    expect(blank).toBe(0);
    expect(frames).toBeGreaterThan(400);
    await expect(flags.table.locator('[data-index="9999"]')).toBeVisible();
    await flags.search.fill('inbox 9994');
    await expect.poll(() => flags.keys()).toHaveLength(1);
  } finally {
    await server.stop();
  }
});
