import type { Locator, Page } from '@playwright/test';
import { visit } from '../support/visit';

/** A tenant's flags: in the scope of the flag list, on the tenant's page, and for its own admins. */
export class TenantScope {
  readonly table: Locator;
  readonly dialog: Locator;
  readonly toasts: Locator;
  readonly scope: Locator;

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    this.table = page.getByRole('table', { name: 'Flags' });
    this.dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    this.toasts = page.locator('[data-sonner-toast]');
    this.scope = page.getByRole('button', { name: /^Scope: / });
  }

  async open(path: string): Promise<void> {
    await visit(this.page, `${this.url}${path}`);
  }

  row(flag: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByText(flag, { exact: true }) });
  }

  switchOf(flag: string, tenant: string): Locator {
    return this.page.getByRole('switch', { name: `${flag} for ${tenant}`, exact: true });
  }

  /** Searches the scope switcher and takes what it finds. */
  async choose(tenant: string): Promise<void> {
    await this.scope.click();
    await this.page.getByPlaceholder('Search tenants…').fill(tenant.slice(0, 4));
    await this.page.getByRole('option', { name: tenant }).click();
  }

  clear(flag: string): Promise<void> {
    return this.page.getByRole('button', { name: `Clear the override of ${flag}` }).click();
  }

  undo(): Promise<void> {
    return this.toasts.getByRole('button', { name: 'Undo' }).first().click();
  }
}
