import { expect, type Download, type Locator, type Page } from '@playwright/test';
import type { StarterKey } from '@/lib/print/starter-keys';
import { startingWith, type Texts } from '../texts';

/** Where codes are laid out on paper or labels. */
export class Print {
  readonly page: Page;
  readonly t: Texts;
  /** The first sheet. */
  readonly preview: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.preview = page.getByRole('img', { name: t('exports.print.preview') });
  }

  design(key: StarterKey): Locator {
    return this.page.getByRole('radio', { name: startingWith(this.t(`exports.print.designs.${key}`)) });
  }

  async choose(key: StarterKey): Promise<void> {
    await this.design(key).check();
  }

  async make(): Promise<Download> {
    const downloading = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: this.t('exports.print.make'), exact: true }).click();
    // What is wrong when no file comes is told by which of the two is missing.
    await expect(this.page.getByRole('region', { name: this.t('exports.job.label') })).toBeVisible();
    return downloading;
  }
}
