import type { Locator, Page } from '@playwright/test';

/** The shortcut on Targeting that writes who gets a flag. */
export class WhoGetsIt {
  readonly button: Locator;
  readonly dialog: Locator;
  /** What goes, or went, into the draft. */
  readonly draft: Locator;
  readonly overrides: Locator;

  constructor(private readonly page: Page) {
    this.button = page.getByRole('button', { name: 'Who gets it…' });
    this.dialog = page.getByRole('dialog', { name: 'Who gets it' });
    this.draft = this.dialog.getByRole('region', { name: /What goes into your draft|In your draft now/ });
    this.overrides = this.dialog.getByRole('region', { name: /^Overrides? for/ });
  }

  async open(): Promise<void> {
    await this.button.click();
    await this.dialog.waitFor();
  }

  async chooseRole(option: string): Promise<void> {
    await this.dialog.getByLabel('By subject role').click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async chooseRest(option: string): Promise<void> {
    await this.dialog.getByLabel('Everybody else').click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async addSubjects(...subjects: string[]): Promise<void> {
    const field = this.dialog.getByLabel('Subjects', { exact: true });
    for (const subject of subjects) {
      await field.fill(subject);
      await field.press('Enter');
    }
  }

  async addTenant(name: string): Promise<void> {
    await this.dialog.getByLabel('Tenants', { exact: true }).click();
    await this.page.getByRole('option', { name }).click();
  }

  async write(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Write it' }).click();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).first().click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
