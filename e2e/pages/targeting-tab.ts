import type { Locator, Page } from '@playwright/test';
import { FlagPage } from './flag-page';

/** The Targeting tab of a flag. */
export class TargetingTab extends FlagPage {
  readonly unsaved: Locator;
  readonly review: Locator;
  readonly tryIt: Locator;
  readonly rules: Locator;

  constructor(page: Page, url: string, flag: string) {
    super(page, url, flag);
    // Also behind a dialog, where nothing has a role: gone is saved, not covered.
    this.unsaved = page.getByRole('region', { name: 'Unsaved changes', includeHidden: true });
    this.review = this.unsaved.getByRole('button', { name: 'Review and save' });
    this.tryIt = page.getByRole('region', { name: 'Try it' });
    this.rules = page.getByRole('list', { name: 'Rules' });
  }

  stateSwitch(state: 'On' | 'Off' | 'Follow the code default'): Locator {
    return this.page.getByRole('region', { name: 'State' }).getByRole('radio', { name: state, exact: true });
  }

  rule(name: string): Locator {
    return this.rules.getByRole('listitem', { name, exact: true });
  }

  toggle(name: string): Locator {
    return this.rule(name)
      .getByRole('button', { expanded: false })
      .or(this.rule(name).getByRole('button', { expanded: true }))
      .first();
  }

  /** The conditions of an open rule; 1 is the rule's own level. */
  group(rule: string, level: number): Locator {
    return this.rule(rule)
      .getByRole('group', { name: `Conditions, level ${level}` })
      .first();
  }

  /** Adds with a group's own button, not with that of a group within. */
  async add(group: Locator, what: 'Condition' | 'Segment' | 'Group'): Promise<void> {
    await group.getByRole('button', { name: what, exact: true }).last().click();
  }

  /** Chooses in the combobox that has the focus, by keyboard alone. */
  async chooseByKeyboard(text: string): Promise<void> {
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('dialog').locator('input').waitFor();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  async chooseOperator(group: Locator, place: number, operator: string): Promise<void> {
    await group.getByLabel('Operator', { exact: true }).nth(place).click();
    await this.page.getByRole('option', { name: operator, exact: true }).click();
  }

  async tryAttribute(name: string, value: string): Promise<void> {
    const rows = this.tryIt.getByRole('list', { name: 'Context' }).getByRole('listitem');
    const count = await rows.count();
    await this.tryIt.getByRole('button', { name: 'Attribute', exact: true }).click();
    await rows
      .nth(count)
      .getByLabel(`Name of attribute ${count + 1}`)
      .fill(name);
    await this.tryIt.getByLabel(`Value of ${name}`).fill(value);
  }

  /** Opens the review and saves, typing the environment's name where that is asked for. */
  async save(typedName?: string): Promise<void> {
    await this.review.click();
    await this.confirm('Save now', typedName);
  }
}
