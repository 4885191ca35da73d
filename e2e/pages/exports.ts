import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { PRINT_SIZES } from '@/lib/wechat/rules/print-sizes';
import type { Texts } from '../texts';

type Format = 'zip' | 'xlsx' | 'csv';

/** Where it is chosen what an export holds and what its files are called; and the list of all that were made. */
export class Exports {
  readonly page: Page;
  readonly t: Texts;
  readonly names: Locator;
  /** The first files of the archive, by the names that are set. */
  readonly sample: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.names = page.getByRole('textbox', { name: t('exports.build.names.template'), exact: true });
    this.sample = page.getByRole('list', { name: t('exports.build.sample.label') });
  }

  async choose(format: Format): Promise<void> {
    await this.#choose(this.t(`exports.build.format.${format}`));
  }

  /** @param cm a width of WeChat's table */
  async choosePrint(cm: (typeof PRINT_SIZES)[number]['cm']): Promise<void> {
    await this.#choose(this.t('exports.build.picture.print'));
    const size = PRINT_SIZES.find((known) => known.cm === cm);
    const facts = { cm, distance: size?.distanceM ?? 0, px: size?.px ?? 0 };
    const name = this.t('exports.build.print.sizeSpoken', facts);
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async download(format: Format): Promise<Download> {
    const submit = this.t(`exports.build.submit.${format}`);
    return this.#press(this.page.getByRole('button', { name: submit, exact: true }));
  }

  async openHistory(): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('link', { name: this.t('exports.build.submit.history') })
      .click();
    await expect(this.page).toHaveURL(/\/exports$/);
  }

  /** The latest of the list about these codes. */
  row(title: string): Locator {
    return this.page.getByRole('row').filter({ hasText: title }).first();
  }

  async downloadAgain(row: Locator): Promise<Download> {
    return this.#press(row.getByRole('button', { name: this.t('exports.item.download') }));
  }

  /** Takes it off the list, and puts it back. */
  async removeAndRestore(row: Locator): Promise<void> {
    await row.getByRole('checkbox').check();
    await this.page.getByRole('button', { name: this.t('exports.remove.button'), exact: true }).click();
    await expect(row).toHaveCount(0);
    await this.page.getByRole('button', { name: this.t('common.undo'), exact: true }).click();
    await expect(row).toBeVisible();
  }

  async #choose(name: string): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).click();
  }

  async #press(button: Locator): Promise<Download> {
    const downloading = this.page.waitForEvent('download');
    await button.click();
    return downloading;
  }
}
