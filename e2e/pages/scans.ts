import type { Locator, Page } from '@playwright/test';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

/** What is told of scans. */
export class Scans {
  readonly page: Page;
  readonly t: Texts;
  readonly filters: Locator;
  readonly csv: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.filters = page.getByRole('search', { name: t('scans.filters.label'), exact: true });
    this.csv = page.getByRole('link', { name: t('scans.csv'), exact: true });
  }

  async open(query: string): Promise<void> {
    await visit(this.page, `/scans?${query}`);
  }

  /** A code of the most scanned ones, or of those that never were. */
  code(name: string): Locator {
    return this.page.getByRole('main').getByRole('link', { name, exact: true });
  }

  async choosePeriod(days: number): Promise<void> {
    await this.filters
      .getByRole('radio', { name: this.t('scans.filters.days', { days }), exact: true })
      .click();
  }

  async chooseKind(kind: 'camera' | 'press'): Promise<void> {
    const label = this.t(`scans.kinds.${kind}`);
    await this.filters.getByLabel(this.t('scans.filters.kind'), { exact: true }).selectOption({ label });
  }

  /** The figures of the chart as a table. */
  async openTable(): Promise<Locator> {
    await this.page.getByText(this.t('scans.chart.table'), { exact: true }).click();
    return this.page.getByRole('table', { name: this.t('scans.chart.byDay'), exact: true });
  }
}
