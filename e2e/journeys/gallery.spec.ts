import { randomUUID } from 'node:crypto';
import { expect, test, visit } from '../fixtures';
import { makeCodes } from '../make-codes';

test('search and filters live in the address, and back leads back', async ({ page }) => {
  const mark = `g${randomUUID().slice(0, 8)}`;
  await makeCodes(page, mark, 2);
  await visit(page, '/codes');
  await page.keyboard.press('/');
  await page.keyboard.type(mark);
  await expect(page.getByText('共 2 个').first()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`q=${mark}`));
  await visit(page, `/codes?q=${mark}-2`);
  await expect(page.getByText('共 1 个').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByText('共 2 个').first()).toBeVisible();
  await visit(page, `/codes?q=${mark}&status=FAILED`);
  await expect(page.getByText('没有符合条件的码')).toBeVisible();
});

test('codes are deleted together and brought back', async ({ page }) => {
  const mark = `d${randomUUID().slice(0, 8)}`;
  await makeCodes(page, mark, 2);
  await visit(page, `/codes?q=${mark}`);
  await page.getByRole('checkbox', { name: /选择已加载/ }).click();
  await page.getByRole('region', { name: '对选中的码' }).getByRole('button', { name: '删除' }).click();
  await expect(page.getByText('没有符合条件的码')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('共 2 个').first()).toBeVisible();
});
