import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from '../support/visit';

export type SettingsSection = 'environments' | 'keys' | 'webhooks' | 'users' | 'roles' | 'project' | 'account';

/** The settings of a project. */
export class SettingsPages {
  readonly dialog: Locator;
  readonly toasts: Locator;

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    this.dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    this.toasts = page.locator('[data-sonner-toast]');
  }

  /** Opens a section and waits until scripts answer. */
  async open(section: SettingsSection): Promise<void> {
    await visit(this.page, `${this.url}/p/default/settings/${section}`);
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).first().click();
  }

  /** A button of the open dialog. */
  async answer(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }

  async write(label: string, text: string): Promise<void> {
    await this.dialog.getByLabel(label, { exact: true }).fill(text);
  }

  async choose(box: Locator, option: string): Promise<void> {
    await box.click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Of the menu behind a user's row. */
  async act(user: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${user}`, exact: true }).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  /** The key or link that is shown this once. */
  async secret(label: string): Promise<string> {
    const text = await this.dialog.getByLabel(label, { exact: true }).and(this.page.locator('code')).innerText();
    return text.trim();
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  /** The environments or roles, as a list says them. */
  async closed(): Promise<void> {
    await expect(this.dialog).toHaveCount(0);
  }
}
