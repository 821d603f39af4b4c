import { readdirSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';

const NAMESPACES = readdirSync('messages/en').map((name) => name.replace('.json', ''));
/** What a text is shown as that no catalogue has: its id. */
const RAW_ID = new RegExp(`\\b(?:${NAMESPACES.join('|')})\\.[a-zA-Z_]\\w*(?:\\.\\w+)*`, 'g');
/** Browsers report answers other than 2xx by themselves; specs ask for such on purpose. */
const OF_ANSWERS = /^Failed to load resource/;

/** Ids of messages that stand on the page instead of their words. */
export async function rawIds(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'alt'];
    const attributes = [...document.querySelectorAll(spoken.map((name) => `[${name}]`).join(','))];
    const values = attributes.flatMap((element) => spoken.map((name) => element.getAttribute(name) ?? ''));
    return [document.title, document.body.innerText, ...values].join('\n');
  });
  return [...new Set(texts.match(RAW_ID) ?? [])];
}

/** Collects what goes wrong in a browser without being seen: errors of scripts, of hydration, of texts. */
export class PageWatch {
  readonly problems: string[] = [];

  follow(page: Page): void {
    page.on('pageerror', (error) => this.problems.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !OF_ANSWERS.test(text)) this.problems.push(`${page.url()}: ${text}`);
    });
  }
}

/** A test whose pages must end without errors in the console and without raw ids of messages. */
export const test = base.extend<{ watch: PageWatch }>({
  watch: [
    async ({ page }, use) => {
      const watch = new PageWatch();
      watch.follow(page);
      await use(watch);
      expect(watch.problems).toEqual([]);
      if (page.url() !== 'about:blank') expect(await rawIds(page)).toEqual([]);
    },
    { auto: true },
  ],
});
