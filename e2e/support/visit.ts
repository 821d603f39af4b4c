import type { Page } from '@playwright/test';

/**
 * Waits until React has taken over what the server drew: a field that is filled in while it does so keeps its old text
 * beside the new one. React leaves its props on each element it has taken over, and commits before the browser idles.
 */
export async function interactive(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.waitForFunction(() => {
    const controls = document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select');
    return (
      controls.length > 0 &&
      [...controls].every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps$')))
    );
  });
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
}

/** Opens an address, ready to be used. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await interactive(page);
}
