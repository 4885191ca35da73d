import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test, visit } from '../fixtures';
import { makeCodes } from '../make-codes';

const MANY = 3;

/** The selection and what can be done with it. */
class Gallery {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get bar() {
    return this.#page.getByRole('region', { name: /对选中的码|With the selected codes/ });
  }

  async open(address: string): Promise<void> {
    await visit(this.#page, address);
  }

  /** From one ticked code to all that match. */
  async selectAllThatMatch(): Promise<void> {
    await this.#page
      .getByRole('checkbox', { name: /^选择“/ })
      .first()
      .click();
    await this.bar.getByRole('button', { name: `选择全部 ${MANY} 个` }).click();
    await expect(this.bar.getByText(`已选全部 ${MANY} 个`)).toBeVisible();
  }

  async act(name: string): Promise<void> {
    await this.bar.getByRole('button', { name, exact: true }).click();
  }

  async expectCount(count: number): Promise<void> {
    await expect(this.#page.getByText(`共 ${count} 个`).first()).toBeVisible();
  }

  async expectNotice(text: string): Promise<void> {
    await expect(this.#page.getByText(text)).toBeVisible();
  }
}

test('all that match are tagged and moved, and leave no selection behind', async ({ page }) => {
  const mark = `b${randomUUID().slice(0, 8)}`;
  await makeCodes(page, mark, MANY);
  const gallery = new Gallery(page);
  await gallery.open(`/codes?q=${mark}`);
  await gallery.selectAllThatMatch();
  await gallery.act('标签');
  await page.getByRole('textbox', { name: '搜索或新建标签' }).fill(`T${mark}`);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '添加 1 个标签' }).click();
  await gallery.expectNotice(`已给 ${MANY} 个码添加标签`);
  await expect(gallery.bar).toBeHidden();
  await gallery.selectAllThatMatch();
  await gallery.act('移动');
  await page.getByRole('textbox', { name: '搜索或新建文件夹' }).fill(`F${mark}`);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '移动' }).click();
  await gallery.expectNotice(`已移动 ${MANY} 个码`);
  await page.getByRole('button', { name: `F${mark}` }).click();
  await gallery.expectCount(MANY);
});

test('codes are archived and deleted; the notice and Ctrl+Z bring them back', async ({ page }) => {
  const mark = `u${randomUUID().slice(0, 8)}`;
  await makeCodes(page, mark, MANY);
  const gallery = new Gallery(page);
  await gallery.open(`/codes?q=${mark}`);
  await gallery.expectCount(MANY);
  await page.keyboard.press('ControlOrMeta+a');
  await gallery.act('归档');
  await gallery.expectNotice(`已归档 ${MANY} 个码`);
  await expect(page.getByText('没有符合条件的码')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await gallery.expectCount(MANY);
  await page.keyboard.press('ControlOrMeta+a');
  await gallery.act('删除');
  await expect(page.getByText('没有符合条件的码')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await gallery.expectCount(MANY);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Escape');
  await expect(gallery.bar).toBeHidden();
});

test('the trash gives codes back, and is emptied once its number is typed', async ({ page }) => {
  const mark = `t${randomUUID().slice(0, 8)}`;
  await makeCodes(page, mark, MANY);
  const gallery = new Gallery(page);
  await gallery.open(`/codes?q=${mark}`);
  await gallery.selectAllThatMatch();
  await gallery.act('删除');
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: `删除 ${MANY} 个` })
    .click();
  await expect(page.getByText('没有符合条件的码')).toBeVisible();
  await page.getByRole('button', { name: '回收站' }).click();
  await page
    .getByRole('checkbox', { name: /^选择“/ })
    .first()
    .click();
  await gallery.act('恢复');
  await gallery.expectNotice('已恢复 1 个码');
  await gallery.expectCount(MANY - 1);
  await page.getByRole('button', { name: '清空回收站' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('button', { name: '彻底删除' })).toBeDisabled();
  await dialog.getByRole('textbox').fill(String(MANY - 1));
  await dialog.getByRole('button', { name: '彻底删除' }).click();
  await expect(page.getByText('没有符合条件的码')).toBeVisible();
  await page.getByRole('button', { name: '全部', exact: true }).first().click();
  await gallery.expectCount(1);
});

test('in English, names follow a pattern, and undo gives the old ones back', async ({
  page,
  context,
  baseURL,
}) => {
  const mark = `r${randomUUID().slice(0, 8)}`;
  await makeCodes(page, mark, 2);
  await context.addCookies([{ name: 'suncode_locale', value: 'en', url: baseURL ?? '' }]);
  const gallery = new Gallery(page);
  await gallery.open(`/codes?q=${mark}`);
  await expect(page.getByRole('link', { name: `${mark}-1` })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await gallery.act('Rename');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Pattern of the names' }).fill('Table {seq:00} {scene}');
  await expect(dialog.getByText(`Table 02 ${mark}-1`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Rename 2' }).click();
  await expect(page.getByRole('link', { name: `Table 01 ${mark}-2` })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: `${mark}-1`, exact: true })).toBeVisible();
});
