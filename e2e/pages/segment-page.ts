import type { Locator, Page } from '@playwright/test';
import { visit } from '../support/visit';

/** One segment in one environment. */
export class SegmentPage {
  readonly dialog: Locator;
  readonly toasts: Locator;
  readonly unsaved: Locator;
  readonly members: Locator;

  constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly segment: string,
  ) {
    this.dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    this.toasts = page.locator('[data-sonner-toast]');
    // Also behind a dialog, where nothing has a role: gone is saved, not covered.
    this.unsaved = page.getByRole('region', { name: 'Unsaved changes', includeHidden: true });
    this.members = page.getByRole('region', { name: 'Listed members' });
  }

  async open(environment = 'development'): Promise<void> {
    const address = `${this.url}/p/default/segments/${this.segment}?env=${environment}`;
    await visit(this.page, address);
  }

  group(level: number): Locator {
    return this.page.getByRole('group', { name: `Conditions, level ${level}` }).first();
  }

  async add(group: Locator, what: 'Condition' | 'Segment' | 'Group'): Promise<void> {
    await group.getByRole('button', { name: what, exact: true }).last().click();
  }

  /** Chooses an attribute, or names a new one, in the last row of a group. */
  async condition(group: Locator, attribute: string, value: string): Promise<void> {
    await group.getByRole('combobox', { name: 'Attribute', exact: true }).last().click();
    const search = this.page.getByPlaceholder('Search or type a name…');
    await search.fill(attribute);
    await search.press('Enter');
    await group.getByLabel('Value', { exact: true }).last().fill(value);
  }

  async review(): Promise<void> {
    await this.unsaved.getByRole('button', { name: 'Review and save' }).click();
  }

  async answer(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }
}
