import { expect, type Locator, type Page } from '@playwright/test';
import type { Texts } from '../texts';

/** Mapping and look under a name, in a popover over the draft of a batch. */
export class Presets {
  readonly page: Page;
  readonly t: Texts;
  readonly #popover: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.#popover = page.getByRole('dialog', { name: t('batches.presets.title') });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('batches.presets.button'), exact: true }).click();
  }

  async keep(name: string): Promise<void> {
    await this.#popover.getByRole('textbox', { name: this.t('batches.presets.name') }).fill(name);
    await this.#press(this.t('batches.presets.save'));
    await expect(this.page.getByText(this.t('batches.presets.saved', { name }))).toBeVisible();
  }

  async use(name: string): Promise<void> {
    await this.#press(this.t('batches.presets.apply', { name }));
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#press(this.t('organize.edit', { name: from }));
    // The other box is for a new one.
    await this.#popover
      .getByRole('textbox', { name: this.t('batches.presets.name') })
      .first()
      .fill(to);
    await this.#press(this.t('common.save'));
    await expect(this.page.getByText(this.t('batches.presets.renamed', { name: to }))).toBeVisible();
  }

  async replace(name: string): Promise<void> {
    await this.#press(this.t('organize.edit', { name }));
    await this.#press(this.t('batches.presets.replace'));
    await expect(this.page.getByText(this.t('batches.presets.replaced', { name }))).toBeVisible();
  }

  async delete(name: string): Promise<void> {
    await this.#press(this.t('organize.delete', { name }));
    await this.#press(this.t('common.delete'));
    await expect(this.page.getByText(this.t('batches.presets.deleted', { name }))).toBeVisible();
  }

  async #press(name: string): Promise<void> {
    await this.#popover.getByRole('button', { name, exact: true }).click();
  }
}
