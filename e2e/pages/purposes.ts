import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

/** What codes are made for, as an administrator keeps it. */
export class Purposes {
  readonly page: Page;
  readonly t: Texts;
  readonly rows: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.rows = page.getByRole('main').getByRole('listitem');
  }

  async open(): Promise<void> {
    await visit(this.page, '/settings/purposes');
  }

  /** A purpose that asks for one thing, which it hands over as a parameter. */
  async add(name: string, field: { label: string; parameter: string; example: string }): Promise<void> {
    await visit(this.page, '/settings/purposes/new');
    await this.#box('name').fill(name);
    await this.#box('label').fill(field.label);
    await this.#box('parameter').fill(field.parameter);
    await this.#box('example').fill(field.example);
    await this.page.getByRole('button', { name: this.t('common.save'), exact: true }).click();
    await expect(this.row(name)).toBeVisible();
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }

  moveUp(name: string): Locator {
    return this.row(name).getByRole('button', { name: this.t('purposes.settings.moveUp', { name }) });
  }

  /** Its number in the list, from 1 on. */
  async placeOf(name: string): Promise<number> {
    return (await this.rows.getByRole('heading').allTextContents()).indexOf(name) + 1;
  }

  async expectMoved(name: string, position: number): Promise<void> {
    await expect(this.page.getByText(this.t('purposes.settings.moved', { name, position }))).toBeAttached();
    await expect.poll(() => this.placeOf(name)).toBe(position);
  }

  async delete(name: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: this.t('purposes.settings.delete'), exact: true })
      .click();
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: this.t('purposes.settings.delete'), exact: true }).click();
    await expect(this.row(name)).toHaveCount(0);
  }

  #box(name: 'name' | 'label' | 'parameter' | 'example'): Locator {
    const label = this.t(`purposes.settings.${name}`);
    return this.page.getByRole('textbox', { name: label, exact: true });
  }
}
