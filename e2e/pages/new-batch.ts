import { type Locator, type Page } from '@playwright/test';
import { SANDBOX, visit } from '../fixtures';
import type { Texts } from '../texts';
import { BatchDraft } from './batch-draft';

type Method = 'file' | 'paste' | 'sequence';

/** Where a batch gets its rows from: a file, pasted rows or number series. Each way leads on to the draft. */
export class NewBatch {
  readonly page: Page;
  readonly t: Texts;
  readonly name: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.name = page.getByLabel(t('batches.create.name'));
  }

  /** @param app is chosen: while another test has connected a live Mini Program, that one would come first */
  async open(app = SANDBOX): Promise<void> {
    await visit(this.page, '/batches/new');
    const apps = this.page.getByRole('combobox', { name: this.t('codes.generate.app.label') });
    if ((await apps.count()) === 0) return;
    await apps.selectOption(await apps.locator('option', { hasText: app }).first().getAttribute('value'));
  }

  async upload(name: string, buffer: Buffer): Promise<BatchDraft> {
    await this.open();
    const input = this.page.getByLabel(this.t('batches.file.choose'));
    await input.setInputFiles({ name, mimeType: 'text/csv', buffer });
    return this.next();
  }

  async paste(rows: string[], app = SANDBOX): Promise<BatchDraft> {
    await this.open(app);
    await this.choose('paste');
    await this.page.getByRole('textbox', { name: this.t('batches.paste.label') }).fill(rows.join('\n'));
    await this.page.keyboard.press('ControlOrMeta+Enter');
    return this.#draft();
  }

  async choose(method: Method): Promise<void> {
    const name = this.t(`batches.create.methods.${method}`);
    await this.page.getByRole('radio', { name, exact: true }).check();
  }

  async addSeries(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('batches.sequence.add') }).click();
  }

  /** @param number of the series, from 1 */
  seriesField(number: number, name: 'prefix' | 'count' | 'pad'): Locator {
    const series = this.page.getByRole('group', { name: this.t('batches.sequence.series', { number }) });
    return series.getByLabel(this.t(`batches.sequence.${name}`), { exact: true });
  }

  async next(): Promise<BatchDraft> {
    await this.page.getByRole('button', { name: this.t('batches.create.next') }).click();
    return this.#draft();
  }

  async #draft(): Promise<BatchDraft> {
    const draft = new BatchDraft(this.page, this.t);
    await draft.expectOpen();
    return draft;
  }
}
