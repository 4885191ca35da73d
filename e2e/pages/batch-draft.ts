import { expect, type Locator, type Page } from '@playwright/test';
import { startingWith, type Texts } from '../texts';
import { BatchRun } from './batch-run';

type Field = 'scene' | 'page' | 'path' | 'name' | 'liveParameters';
type Verdict = 'new' | 'reused' | 'duplicate' | 'invalid';

export const BATCH_URL = /\/batches\/[0-9a-f-]{36}(\?.*)?$/;

/** A batch before its start: columns are mapped, the look is set, every row is judged. */
type DraftStep = 'data' | 'columns' | 'look' | 'check';

export class BatchDraft {
  readonly page: Page;
  readonly t: Texts;
  readonly heading: Locator;
  /** The table of those that did not pass, unless another verdict is chosen. */
  readonly rows: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.heading = page.getByRole('heading', { level: 1 });
    this.rows = page.getByRole('region', { name: t('batches.check.rowsTitle') });
  }

  async expectOpen(): Promise<void> {
    await expect(this.page).toHaveURL(BATCH_URL);
  }

  async rename(name: string): Promise<void> {
    await this.page.getByRole('button', { name: this.t('batches.rename.button'), exact: true }).click();
    await this.page.getByRole('textbox', { name: this.t('batches.rename.name') }).fill(name);
    await this.page.getByRole('button', { name: this.t('common.save'), exact: true }).click();
    await expect(this.heading).toContainText(name);
  }

  /** @param samples what the first two rows have there */
  async takeColumn(field: Field, name: string, samples: string[]): Promise<void> {
    const sample = samples.join(this.t('common.comma'));
    const label = this.t('batches.mapping.columnSample', { name, sample });
    await this.go('columns');
    await this.#source(field).selectOption({ label });
  }

  /** Opens the table as a sheet; the keyboard is in its first cell. */
  async editTable(): Promise<Locator> {
    await this.go('data');
    await this.page.getByRole('button', { name: this.t('batches.grid.open') }).click();
    const sheet = this.page.getByRole('grid', { name: this.t('batches.grid.label') });
    await expect(sheet.getByRole('textbox')).toBeFocused();
    return sheet;
  }

  async takeText(field: Field, text: string): Promise<void> {
    await this.go('columns');
    await this.#source(field).selectOption(this.t('batches.mapping.text'));
    await this.text(field).fill(text);
  }

  text(field: Field): Locator {
    return this.page.getByRole('textbox', { name: this.#about('textOf', field), exact: true });
  }

  async insertColumn(name: string): Promise<void> {
    await this.page.getByRole('button', { name: this.t('batches.mapping.insertColumn', { name }) }).click();
  }

  size(cm: number): Locator {
    const name = this.t('purposes.form.sizeChip', { cm });
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The plan has been stored and the table judged by it. */
  async expectSettled(): Promise<void> {
    await expect(this.page.getByText(this.t('batches.draft.saved'), { exact: true })).toBeVisible();
    await expect(this.page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
  }

  /** A press, unless this step is the one that is shown. */
  async go(step: DraftStep): Promise<void> {
    const steps = this.page.getByRole('navigation', { name: this.t('batches.draft.steps.label') });
    const button = steps.getByRole('button', { name: startingWith(this.t(`batches.draft.steps.${step}`)) });
    if ((await button.getAttribute('aria-current')) === null) await button.click();
    await expect(button).toHaveAttribute('aria-current', 'step');
  }

  async expectVerdict(verdict: Verdict, count: number): Promise<void> {
    await this.go('check');
    const tile = this.page.getByRole('radio', {
      name: startingWith(this.t(`batches.check.verdicts.${verdict}`)),
    });
    await expect(tile).toHaveAccessibleName(new RegExp(`\\D${count}$`));
  }

  /** Takes the hints under the header for data, or leaves them out again. */
  async takeHints(how: 'press' | 'otherPress'): Promise<void> {
    const text = how === 'press' ? this.t('batches.findings.hints') : this.t('batches.findings.other.hints');
    const finding = this.page.getByRole('listitem').filter({ hasText: text });
    await finding.getByRole('button', { name: this.t(`batches.findings.${how}.hints`) }).click();
  }

  /** Presses the one button that mends this many rows, or takes that back. */
  async mend(rows: number, how: 'apply' | 'undo' = 'apply'): Promise<void> {
    await this.page
      .getByRole('button', { name: this.t(`batches.mend.${how}`, { rows }), exact: true })
      .click();
  }

  /** The one press by which rows go without their few empty optional cells, or its undo. */
  async leaveOutEmpty(how: 'leaveApply' | 'leaveUndo' = 'leaveApply'): Promise<void> {
    await this.page.getByRole('button', { name: this.t(`batches.mend.${how}`), exact: true }).click();
  }

  async skipBad(count: number): Promise<void> {
    await this.page.getByRole('radio', { name: this.t('batches.check.policies.skip'), exact: true }).check();
    await expect(this.page.getByText(this.t('batches.check.skips', { count }))).toBeVisible();
  }

  /** The switch of the columns step. */
  async makeLive(): Promise<void> {
    await this.go('columns');
    await this.page.getByRole('switch', { name: this.t('batches.mapping.live.label'), exact: true }).check();
  }

  /** The press that the check offers for what fits no scene, or its undo. */
  async offerLive(how: 'apply' | 'undo' = 'apply'): Promise<void> {
    await this.page.getByRole('button', { name: this.t(`batches.check.live.${how}`), exact: true }).click();
  }

  startButton(count: number): Locator {
    return this.page.getByRole('button', { name: this.t('batches.check.start', { count }), exact: true });
  }

  async start(count: number): Promise<BatchRun> {
    await this.startButton(count).click();
    return new BatchRun(this.page, this.t);
  }

  async delete(): Promise<void> {
    const name = this.t('batches.draft.delete');
    const header = this.page.locator('[data-slot=page-header]');
    await header.getByRole('button', { name: this.t('common.more'), exact: true }).click();
    await this.page.getByRole('menuitem', { name, exact: true }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
    await expect(this.page).toHaveURL(/\/batches$/);
  }

  #source(field: Field): Locator {
    return this.page.getByLabel(this.#about('sourceOf', field), { exact: true });
  }

  #about(text: 'sourceOf' | 'textOf', field: Field): string {
    return this.t(`batches.mapping.${text}`, { field: this.t(`batches.mapping.fields.${field}`) });
  }
}
