import type { Locator, Page } from '@playwright/test';
import { visit } from '../support/visit';

/** The Details tab of a flag. */
export class DetailsTab {
  readonly dialog: Locator;
  readonly save: Locator;
  readonly toasts: Locator;

  constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly flag: string,
  ) {
    this.dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    this.save = page.getByRole('region', { name: 'Unsaved changes' }).getByRole('button', { name: 'Save' });
    this.toasts = page.locator('[data-sonner-toast]');
  }

  async open(): Promise<void> {
    await visit(this.page, `${this.url}/p/default/flags/${this.flag}/details`);
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** A variant's box, by its place. */
  variant(place: number): Locator {
    return this.page.getByRole('list', { name: 'Variants' }).locator('> li').nth(place);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}
