import { expect, type Locator, type Page } from '@playwright/test';
import { ANY_NUMBER, startingWith, withAnyNumber, type Texts } from '../texts';

/** A started batch: how far it is, what became of each row, and why some failed. */
export class BatchRun {
  readonly page: Page;
  readonly t: Texts;
  readonly progress: Locator;
  readonly rows: Locator;
  readonly causes: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.progress = page
      .getByRole('region', { name: t('batches.run.progress'), exact: true })
      .getByRole('progressbar');
    this.rows = page.getByRole('region', { name: t('batches.table.label') });
    this.causes = page.getByRole('region', { name: t('batches.errors.title') });
  }

  async expectDone(): Promise<void> {
    await expect(this.page.getByText(this.t('batches.run.finishedNotice'), { exact: true })).toBeVisible();
  }

  async showRows(kind: 'all' | 'skipped'): Promise<void> {
    const filter = startingWith(this.t(`batches.table.filters.${kind}`));
    await this.page.getByRole('radio', { name: filter }).check();
  }

  async openCodes(): Promise<void> {
    await this.page.getByRole('link', { name: this.t('batches.actions.gallery') }).click();
  }

  async openPrint(): Promise<void> {
    const main = this.page.getByRole('main');
    await main.getByRole('link', { name: this.t('batches.actions.print'), exact: true }).click();
  }

  async pause(): Promise<void> {
    await this.#press('pause');
    await this.expectPaused();
  }

  async expectPaused(): Promise<void> {
    const notice = this.page.getByText(this.t('batches.run.pausedNotice'), { exact: true });
    await expect(notice.first()).toBeVisible();
  }

  async resume(): Promise<void> {
    await this.#press('resume');
    await expect(this.#button('pause')).toBeVisible();
  }

  async cancel(name: string): Promise<void> {
    await this.page.getByRole('button', { name: this.t('common.more'), exact: true }).click();
    await this.page.getByRole('menuitem', { name: this.t('batches.run.cancel'), exact: true }).click();
    const dialog = this.page.getByRole('alertdialog');
    await expect(dialog).toContainText(this.t('batches.run.cancelTitle', { name }));
    await dialog.getByRole('button', { name: this.t('batches.run.cancel'), exact: true }).click();
  }

  /** What was not made cost nothing. */
  async expectCancelled(): Promise<void> {
    const text = this.t('batches.run.cancelledText', { made: ANY_NUMBER, count: ANY_NUMBER });
    await expect(this.page.getByText(withAnyNumber(text))).toBeVisible();
  }

  async startAgain(): Promise<void> {
    await this.page.getByRole('link', { name: this.t('batches.actions.again') }).click();
  }

  /** All rows that failed for the only cause there is. */
  async retry(count: number): Promise<void> {
    await this.causes.getByRole('button', { name: this.t('batches.errors.retry', { count }) }).click();
    await expect(this.page.getByText(this.t('batches.run.retried', { count }))).toBeVisible();
  }

  #button(action: 'pause' | 'resume'): Locator {
    return this.page.getByRole('button', { name: this.t(`batches.run.${action}`), exact: true });
  }

  async #press(action: 'pause' | 'resume'): Promise<void> {
    await this.#button(action).click();
  }
}
