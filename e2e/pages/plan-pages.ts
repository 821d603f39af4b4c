import type { Locator, Page } from '@playwright/test';
import { visit } from '../support/visit';

/** Where plans are made. */
export class PlanBuilderPage {
  readonly preview: Locator;
  readonly steps: Locator;
  readonly flag: Locator;

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    this.preview = page.getByRole('region', { name: 'If it started now' });
    this.steps = page.getByRole('list', { name: 'Steps', exact: true });
    this.flag = page.getByRole('main').getByRole('combobox', { name: 'Flag', exact: true });
  }

  async open(query = ''): Promise<void> {
    await visit(this.page, `${this.url}/p/default/plans/new${query}`);
  }

  async chooseFlag(name: string): Promise<void> {
    await this.flag.click();
    await this.page.getByRole('option', { name }).click();
  }

  async chooseEnvironment(name: string): Promise<void> {
    await this.page.getByRole('main').getByRole('combobox', { name: 'Environment', exact: true }).click();
    await this.page.getByRole('option', { name }).click();
  }
}

/** One plan. */
export class PlanDetailPage {
  readonly track: Locator;
  readonly events: Locator;
  readonly notice: Locator;
  readonly dialog: Locator;
  readonly toasts: Locator;

  constructor(readonly page: Page) {
    this.track = page.getByRole('list', { name: 'Steps', exact: true });
    this.events = page.getByRole('list', { name: 'What happened' });
    this.notice = page.getByRole('main').getByRole('status').filter({ hasText: 'This plan' });
    this.dialog = page.getByRole('alertdialog');
    this.toasts = page.locator('[data-sonner-toast]');
  }

  /** The step in force. */
  get current(): Locator {
    return this.track.locator('[aria-current=step]');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async reload(): Promise<void> {
    await visit(this.page, this.page.url());
  }
}
