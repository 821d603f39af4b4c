import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const OF_COLOR = ['color-contrast', 'link-in-text-block'];

/** What axe finds serious or critical in both themes, in a line each; `repeated` is drawn like what is looked at. */
export async function seriousFindings(page: Page, repeated: string[] = []): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const isDark = colorScheme === 'dark';
    await page.waitForFunction((dark) => document.documentElement.classList.contains('dark') === dark, isDark);
    // One document without frames: nothing has to be gathered in a page of its own.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    for (const selector of repeated) axe.exclude(selector);
    // Names, roles and order are the same in both: of the second theme, colours are looked at.
    const { violations } = await (isDark ? axe.withRules(OF_COLOR) : axe).analyze();
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      found.push(`${colorScheme} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    }
  }
  return found;
}
