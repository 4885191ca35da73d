import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

/** The list of codes, as cards and as a table; the selection and what can be done with it. */
export class Gallery {
  readonly page: Page;
  readonly t: Texts;
  /** Cards or rows, whichever are shown. */
  readonly rows: Locator;
  readonly lightbox: Locator;
  readonly palette: Locator;
  readonly bar: Locator;
  readonly noMatch: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.rows = page.locator('[data-code-id]');
    this.lightbox = page.locator('[data-slot=lightbox]');
    this.palette = page.getByRole('dialog', { name: t('layout.palette.title') });
    this.bar = page.getByRole('region', { name: t('codes.gallery.selection.label') });
    this.noMatch = page.getByText(t('codes.gallery.noMatch.title'));
  }

  /** @param query of the filters; the list is there, whatever it holds */
  async open(query = ''): Promise<void> {
    await visit(this.page, `/codes?${query}`);
  }

  /** Across all Mini Programs, and there is something. */
  async openFilled(query: string): Promise<void> {
    await this.open(`app=all&${query}`);
    await expect(this.rows.first()).toBeVisible();
  }

  name(row: number): Locator {
    return this.rows.nth(row).locator('[data-row-link]');
  }

  /** The keys of the list come after the list: until all has come that a page loads late, they mean nothing. */
  async press(...keys: string[]): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** What stands above the list, and as many rows: the two come apart. */
  async expectCount(count: number): Promise<void> {
    await expect(this.rows).toHaveCount(count);
    await expect(
      this.page.getByText(this.t('codes.gallery.count', { count })).filter({ visible: true }).first(),
    ).toBeVisible();
  }

  /** What the live region and the bar say. */
  async expectSelected(count: number): Promise<void> {
    await expect(this.page.locator('[data-selected]')).toHaveCount(count);
    if (count > 0)
      await expect(this.page.getByText(this.t('bulk.selection.count', { count })).first()).toBeVisible();
  }

  async expectNotice(text: string): Promise<void> {
    await expect(this.page.getByText(text)).toBeVisible();
  }

  async tickFirst(): Promise<void> {
    await this.rows.first().getByRole('checkbox').click();
  }

  /** From one ticked code to all that match. */
  async selectAllThatMatch(count: number): Promise<void> {
    await this.tickFirst();
    await this.bar.getByRole('button', { name: this.t('bulk.selection.selectMatching', { count }) }).click();
    await expect(this.bar.getByText(this.t('bulk.selection.all', { count }))).toBeVisible();
  }

  /** What the box at the head of the list ticks. */
  async tickLoaded(count: number): Promise<void> {
    const name = this.t('codes.gallery.selectAll', { count });
    await this.page.getByRole('checkbox', { name, exact: true }).click();
  }

  async exportSelected(): Promise<void> {
    const name = this.t('codes.gallery.export.action');
    await this.bar.getByRole('button', { name, exact: true }).click();
  }

  async exportAll(count: number): Promise<void> {
    const name = this.t('codes.gallery.export.allCount', { count });
    await this.page.getByRole('link', { name, exact: true }).click();
  }

  /** The button that opens what can be done with one code. */
  menu(name: string): Locator {
    return this.page.getByRole('button', { name: this.t('codes.gallery.menu.label', { name }), exact: true });
  }

  action(action: 'addTags' | 'move' | 'rename' | 'retarget' | 'archive' | 'delete' | 'restore'): Locator {
    return this.bar.getByRole('button', { name: this.t(`bulk.actions.${action}`), exact: true });
  }

  async act(action: Parameters<Gallery['action']>[0]): Promise<void> {
    await this.action(action).click();
  }

  /** Chooses a status in its menu, where each option says how many codes it would leave. */
  async filterStatus(status: 'READY' | 'FAILED', counted: number): Promise<void> {
    await this.page
      .getByRole('button', { name: this.t('codes.gallery.filters.status'), exact: true })
      .click();
    const name = `${this.t(`codes.gallery.status.${status}`)} ${counted}`;
    await this.page.getByRole('menuitemcheckbox', { name, exact: true }).click();
    await this.press('Escape');
    await expect(this.page.getByRole('menu')).toBeHidden();
  }

  async sort(by: 'oldest' | 'name' | 'scans'): Promise<void> {
    const label = this.t('codes.gallery.sort.label');
    await this.page.getByRole('button', { name: label }).click();
    await this.page.getByRole('menuitemradio', { name: this.t(`codes.gallery.sort.${by}`) }).click();
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('common.undo') }).click();
  }

  async openPlace(place: 'all' | 'recent' | 'failed' | 'trash'): Promise<void> {
    const tabs = this.page.getByRole('navigation', { name: this.t('bulk.places.label') });
    await tabs.getByRole('button', { name: this.t(`bulk.places.${place}`), exact: true }).click();
  }

  async toggleColumn(column: 'width' | 'endpoint' | 'scans'): Promise<void> {
    await this.page.getByRole('button', { name: this.t('codes.gallery.look.columns') }).click();
    await this.page
      .getByRole('menuitemcheckbox', { name: this.t(`codes.gallery.columns.${column}`) })
      .click();
    await this.press('Escape');
    await expect(this.page.getByRole('menu')).toBeHidden();
  }

  column(column: 'width' | 'endpoint' | 'scans'): Locator {
    return this.page.getByRole('columnheader', {
      name: this.t(`codes.gallery.columns.${column}`),
      exact: true,
    });
  }

  async chooseSmallCards(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('codes.gallery.look.size') }).click();
    await this.page.getByRole('menuitemradio', { name: this.t('codes.gallery.look.sizes.S') }).click();
  }

  async openPalette(): Promise<void> {
    // One that is still closing takes the key for itself.
    await expect(this.palette).toBeHidden();
    await this.press('Control+k');
    await expect(this.palette).toBeVisible();
  }
}
