import type { Locator, Page } from '@playwright/test';
import { FlagPage } from './flag-page';

/** The History tab of a flag. */
export class HistoryTab extends FlagPage {
  readonly revisions: Locator;
  readonly lookBack: Locator;

  constructor(page: Page, url: string, flag: string) {
    super(page, url, flag);
    this.revisions = page.getByRole('list', { name: 'Revisions' }).locator('> li');
    this.lookBack = page.getByRole('region', { name: 'What would they have got?' });
  }

  choose(version: number): Locator {
    return this.page.getByRole('checkbox', { name: `Choose version ${version} for comparison` });
  }
}
