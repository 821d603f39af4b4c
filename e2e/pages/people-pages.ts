import type { Locator, Page } from '@playwright/test';
import { visit } from '../support/visit';

/** The list of subjects, and the funnel. */
export class PeoplePage {
  readonly table: Locator;
  readonly search: Locator;
  readonly funnel: Locator;

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    this.table = page.getByRole('table', { name: 'People' }).or(page.getByRole('grid', { name: 'People' }));
    this.search = page.getByLabel('Search subjects');
    this.funnel = page.getByRole('list', { name: 'Onboarding funnel' });
  }

  async open(query = ''): Promise<void> {
    await visit(this.page, `${this.url}/p/default/people?env=development${query}`);
  }

  subject(key: string): Locator {
    return this.page.getByRole('link', { name: key, exact: true });
  }

  async filterByStage(stage: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Stage' }).click();
    await this.page.getByRole('option', { name: stage, exact: true }).click();
  }
}

/** One subject. */
export class SubjectPage {
  readonly stages: Locator;
  readonly toasts: Locator;

  constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly key: string,
  ) {
    this.stages = page.getByRole('list', { name: 'Stages' });
    this.toasts = page.locator('[data-sonner-toast]');
  }

  async open(): Promise<void> {
    await visit(this.page, `${this.url}/p/default/people/${encodeURIComponent(this.key)}?env=development`);
  }

  get currentStage(): Locator {
    return this.stages.locator('[aria-current=step]');
  }

  flag(name: string): Locator {
    return this.page.getByRole('list', { name: 'Flags' }).getByRole('listitem', { name, exact: true });
  }

  /** Shows or hides the steps of a flag's evaluation. */
  async toggle(name: string): Promise<void> {
    await this.flag(name).getByRole('button').first().click();
  }

  async choose(flag: string, item: string): Promise<void> {
    await this.flag(flag)
      .getByRole('button', { name: `More for ${flag}` })
      .click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async chooseVariant(variant: string): Promise<void> {
    await this.page.getByRole('dialog').getByRole('combobox', { name: 'Variant' }).click();
    await this.page.getByRole('option', { name: variant, exact: true }).click();
  }
}
