import type { Locator, Page } from '@playwright/test';
import { visit } from '../support/visit';

/** The list of flags. */
export class FlagsPage {
  readonly table: Locator;
  readonly search: Locator;
  readonly dialog: Locator;
  readonly toasts: Locator;

  constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly project = 'default',
  ) {
    this.table = page.getByRole('table', { name: 'Flags' });
    this.search = page.getByRole('searchbox');
    this.dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    this.toasts = page.locator('[data-sonner-toast]');
  }

  /** Opens the list and waits until scripts answer: before, a switch would hear nothing. */
  async open(query = ''): Promise<void> {
    await visit(this.page, `${this.url}/p/${this.project}/flags${query}`);
  }

  row(flag: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByText(flag, { exact: true }) });
  }

  /** Keys of the flags that are shown, from top to bottom. */
  keys(): Promise<string[]> {
    return this.table.locator('[data-index] button.font-mono').allInnerTexts();
  }

  switchOf(flag: string, environment: string): Locator {
    return this.page.getByRole('switch', { name: `${flag} in ${environment}`, exact: true });
  }

  select(flag: string): Promise<void> {
    return this.row(flag).getByRole('checkbox').click();
  }

  /** The bar that appears with a selection. */
  get batch(): Locator {
    return this.page.getByRole('region', { name: 'Actions for the selection' });
  }

  async create(fields: { template?: string; name: string }): Promise<void> {
    await this.page.getByRole('button', { name: 'New flag' }).click();
    if (fields.template) await this.dialog.getByRole('radio', { name: fields.template }).click();
    await this.dialog.getByLabel('Name', { exact: true }).fill(fields.name);
    await this.dialog.getByRole('button', { name: 'Create flag' }).click();
  }
}
