import { randomUUID } from 'node:crypto';
import { expect, signIn, test, visit } from '../fixtures';
import { makeCodes } from '../make-codes';
import { Organize } from '../pages/organize';

test('a code gets a folder and a tag, and is found by both', async ({ page }) => {
  const mark = `o${randomUUID().slice(0, 8)}`;
  const organize = new Organize(page);
  await makeCodes(page, mark, 2);
  await organize.moveToNewFolder(`夹${mark}`);
  await organize.addNewTag(`签${mark}`);
  await page.reload();
  await expect(page.getByRole('list', { name: '标签' })).toContainText(`签${mark}`);
  await expect(page.getByText(`夹${mark}`)).toBeVisible();

  await visit(page, `/codes?q=${mark}`);
  await expect(page.getByText('共 2 个').first()).toBeVisible();
  await organize.folderChip(`夹${mark}`).click();
  await expect(page).toHaveURL(/folder=/);
  await expect(page.getByText('共 1 个').first()).toBeVisible();
  await expect(page.getByRole('article').getByText(`签${mark}`)).toBeVisible();
  await page.goBack();
  await expect(page.getByText('共 2 个').first()).toBeVisible();
});

test('a card is dragged onto a folder', async ({ page }) => {
  const mark = `d${randomUUID().slice(0, 8)}`;
  const organize = new Organize(page);
  await makeCodes(page, mark, 2);
  await organize.moveToNewFolder(`夹${mark}`);
  await visit(page, `/codes?q=${mark}`);
  await page
    .getByRole('article')
    .filter({ hasText: `${mark}-1` })
    .dragTo(organize.folderChip(`夹${mark}`));
  await expect(page.getByText(`已移动`).first()).toBeVisible();
  await organize.folderChip(`夹${mark}`).click();
  await expect(page.getByText('共 2 个').first()).toBeVisible();
});

test('tags and folders are renamed and deleted where they stand', async ({ page }) => {
  const mark = `m${randomUUID().slice(0, 8)}`;
  await visit(page, '/codes');
  for (const [kind, entry] of [
    ['标签', '管理标签'],
    ['文件夹', '管理文件夹'],
  ]) {
    await page.getByRole('button', { name: '整理', exact: true }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    const dialog = page.getByRole('dialog', { name: entry });
    await dialog.getByRole('textbox', { name: `新${kind}` }).fill(mark);
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: `修改“${mark}”` }).click();
    await dialog.getByRole('textbox', { name: '名称' }).fill(`${mark}x`);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(`${mark}x`)).toBeVisible();
    // The same name in other letters is refused, and what was typed stays.
    await dialog.getByRole('textbox', { name: `新${kind}` }).fill(`${mark}X`);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(`已经有名为“${mark}x”的${kind}`)).toBeVisible();
    await dialog.getByRole('button', { name: `删除“${mark}x”` }).click();
    await dialog.getByRole('button', { name: '删除', exact: true }).click();
    await expect(dialog.getByText(`${mark}x`, { exact: true })).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

test('a view is saved, shared, opened by a colleague and deleted, in English', async ({
  page,
  browser,
  baseURL,
}) => {
  const mark = `v${randomUUID().slice(0, 8)}`;
  const locale = { name: 'suncode_locale', value: 'en', url: baseURL ?? '' };
  await page.context().addCookies([locale]);
  await visit(page, `/codes?q=${mark}&status=READY`);
  await new Organize(page, 'en').shareView(mark);

  const colleague = await browser.newContext({ baseURL: baseURL ?? '' });
  await colleague.addCookies([locale]);
  await signIn(colleague.request, 'VIEWER');
  const other = await colleague.newPage();
  await visit(other, '/codes');
  const popup = await new Organize(other, 'en').openViews();
  await expect(popup.getByRole('button', { name: `Delete “${mark}”` })).toHaveCount(0);
  await popup.getByRole('link', { name: mark }).click();
  await expect(other).toHaveURL(new RegExp(`q=${mark}`));
  await expect(other.getByRole('searchbox')).toHaveValue(mark);
  await colleague.close();

  const own = page.getByRole('dialog');
  await own.getByRole('button', { name: `Delete “${mark}”` }).click();
  await own.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(own.getByRole('link', { name: mark })).toHaveCount(0);
});
