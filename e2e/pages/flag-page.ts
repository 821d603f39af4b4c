import type { Locator, Page } from '@playwright/test';
import { visit } from '../support/visit';

export type FlagTab = 'details' | 'targeting' | 'analytics' | 'history';

/** What stands above every page of a flag. */
export class FlagPage {
  readonly dialog: Locator;
  readonly toasts: Locator;

  constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly flag: string,
  ) {
    this.dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    this.toasts = page.locator('[data-sonner-toast]');
  }

  async open(tab: FlagTab, environment: string): Promise<void> {
    await visit(this.page, `${this.url}/p/default/flags/${this.flag}/${tab}?env=${environment}`);
  }

  /** The link to an environment, which also says the state there. */
  state(environment: string): Locator {
    return this.page.getByRole('list', { name: 'State per environment' }).getByRole('link', { name: environment });
  }

  tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Flag', exact: true }).getByRole('link', { name });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Confirms a dialog, typing the environment's name where that is asked for. */
  async confirm(button: string, typedName?: string): Promise<void> {
    if (typedName !== undefined) await this.dialog.getByLabel(`Type ${typedName} to confirm`).fill(typedName);
    await this.dialog.getByRole('button', { name: button }).click();
  }

  async undo(): Promise<void> {
    await this.toasts.getByRole('button', { name: 'Undo' }).first().click();
  }
}
