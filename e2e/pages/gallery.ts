import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from '../fixtures';

/** The texts that the journeys press and read, in both languages. */
const TEXTS = {
  'zh-CN': {
    list: '小程序码列表',
    selected: (count: number) => `已选 ${count} 个`,
    columns: '显示的列',
    width: '宽度',
    endpoint: '类型',
    cardSize: '卡片大小',
    small: '小',
    palette: '命令面板',
    quota: { typed: 'quota', label: '额度', title: '永久码额度' },
    shortcuts: '键盘快捷键',
    searchKey: '搜索',
    actual: '原始大小',
    download: '下载图片',
    next: '下一张',
  },
  en: {
    list: 'List of codes',
    selected: (count: number) => `${count} selected`,
    columns: 'Columns',
    width: 'Width',
    endpoint: 'Type',
    cardSize: 'Card size',
    small: 'Small',
    palette: 'Command palette',
    quota: { typed: '额度', label: 'Quota', title: 'Permanent quota' },
    shortcuts: 'Keyboard shortcuts',
    searchKey: 'Search',
    actual: 'Actual size',
    download: 'Download picture',
    next: 'Next picture',
  },
};

export type Locale = keyof typeof TEXTS;

/** The list of codes, as cards and as a table. */
export class Gallery {
  readonly page: Page;
  readonly text: (typeof TEXTS)['en'];
  /** Cards or rows, whichever are shown. */
  readonly rows: Locator;
  readonly lightbox: Locator;
  readonly palette: Locator;

  constructor(page: Page, locale: Locale) {
    this.page = page;
    this.text = TEXTS[locale];
    this.rows = page.locator('[data-code-id]');
    this.lightbox = page.locator('[data-slot=lightbox]');
    this.palette = page.getByRole('dialog', { name: this.text.palette });
  }

  async open(query: string): Promise<void> {
    await visit(this.page, `/codes?app=all&${query}`);
    await expect(this.rows.first()).toBeVisible();
  }

  name(row: number): Locator {
    return this.rows.nth(row).locator('[data-row-link]');
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** What the live region and the bar say. */
  async expectSelected(count: number): Promise<void> {
    await expect(this.page.locator('[data-selected]')).toHaveCount(count);
    if (count > 0) await expect(this.page.getByText(this.text.selected(count)).first()).toBeVisible();
  }

  async toggleColumn(name: string): Promise<void> {
    await this.page.getByRole('button', { name: this.text.columns }).click();
    await this.page.getByRole('menuitemcheckbox', { name }).click();
    await this.press('Escape');
    await expect(this.page.getByRole('menu')).toBeHidden();
  }

  column(name: string): Locator {
    return this.page.getByRole('columnheader', { name, exact: true });
  }

  async openPalette(): Promise<void> {
    await this.press('Control+k');
    await expect(this.palette).toBeVisible();
  }
}
