import { randomUUID } from 'node:crypto';
import { LOCALE_COOKIE } from '@/lib/i18n/locale';
import { expect, reload, test, visit } from '../fixtures';
import { makeCodes, makeLiveCodes } from '../ground';
import { Gallery } from '../pages/gallery';
import { GenerateForm } from '../pages/generate-form';
import { Organize } from '../pages/organize';

test('a code gets a folder and a tag, and is found by both', async ({ page, t }) => {
  const mark = `o${randomUUID().slice(0, 8)}`;
  const organize = new Organize(page, t);
  const [, second] = await makeCodes(mark, 2);
  await visit(page, `/codes/${second}`);
  await organize.addToNew('folders', `夹${mark}`);
  await organize.addToNew('tags', `签${mark}`);
  await reload(page);
  await expect(organize.tagsOfCode()).toContainText(`签${mark}`);
  await expect(page.getByText(`夹${mark}`)).toBeVisible();

  const gallery = new Gallery(page, t);
  await gallery.open(`q=${mark}`);
  await gallery.expectCount(2);
  await organize.folderChip(`夹${mark}`).click();
  await expect(page).toHaveURL(/folder=/);
  await gallery.expectCount(1);
  await expect(page.getByRole('article').getByText(`签${mark}`)).toBeVisible();
  await page.goBack();
  await gallery.expectCount(2);
});

test('a card is as high on a phone whatever its code has, since a long list reckons with one height', async ({
  page,
  t,
}) => {
  const mark = `h${randomUUID().slice(0, 8)}`;
  const organize = new Organize(page, t);
  const [, tagged] = await makeCodes(mark, 2);
  await makeLiveCodes(`${mark}-live`, 1);
  const form = new GenerateForm(page, t);
  await form.open('getwxacode');
  await form.path.fill(`pages/index/index?k=${mark}`);
  await form.name.fill(`${mark}-path`);
  await form.generate();
  await visit(page, `/codes/${tagged}`);
  await organize.addToNew('tags', `签${mark}`);
  await page.setViewportSize({ width: 390, height: 844 });
  const gallery = new Gallery(page, t);
  const heightOf = async (name: string) => {
    await gallery.openFilled(`q=${name}`);
    return (await gallery.rows.first().boundingBox())?.height;
  };
  const plain = await heightOf(`${mark}-1`);
  expect(await heightOf(`${mark}-2`)).toBe(plain);
  await expect(gallery.rows.first()).toContainText(`签${mark}`);
  expect(await heightOf(`${mark}-live-1`)).toBe(plain);
  expect(await heightOf(`${mark}-path`)).toBe(plain);
  await expect(gallery.rows.first()).toContainText(t('codes.endpoints.getwxacode.short'));
});

test('a card is dragged onto a folder', async ({ page, t }) => {
  const mark = `d${randomUUID().slice(0, 8)}`;
  const organize = new Organize(page, t);
  const [, second] = await makeCodes(mark, 2);
  await visit(page, `/codes/${second}`);
  await organize.addToNew('folders', `夹${mark}`);
  const gallery = new Gallery(page, t);
  await gallery.open(`q=${mark}`);
  // The browser asks for the count: before that the cards are the server's, and nothing of them can be dragged yet.
  await gallery.expectCount(2);
  await page
    .getByRole('article')
    .filter({ hasText: `${mark}-1` })
    .dragTo(organize.folderChip(`夹${mark}`));
  await gallery.expectNotice(t('bulk.done.move', { count: 1 }));
  await organize.folderChip(`夹${mark}`).click();
  await gallery.expectCount(2);
});

test(
  'tags and folders are renamed and deleted where they stand',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const mark = `m${randomUUID().slice(0, 8)}`;
    const organize = new Organize(page, t);
    await new Gallery(page, t).open();
    const taken = { tags: 'errors.codes.TAG_NAME_TAKEN', folders: 'errors.codes.FOLDER_NAME_TAKEN' } as const;
    for (const kind of ['tags', 'folders'] as const) {
      const dialog = await organize.openManager(kind);
      const newName = dialog.getByRole('textbox', { name: t(`organize.${kind}.new`) });
      await newName.fill(mark);
      await page.keyboard.press('Enter');
      await dialog.getByRole('button', { name: t('organize.edit', { name: mark }) }).click();
      await dialog.getByRole('textbox', { name: t('organize.name'), exact: true }).fill(`${mark}x`);
      await page.keyboard.press('Enter');
      await expect(dialog.getByText(`${mark}x`)).toBeVisible();
      // The same name in other letters is refused, and what was typed stays.
      await newName.fill(`${mark}X`);
      await page.keyboard.press('Enter');
      await expect(dialog.getByText(t(taken[kind], { name: `${mark}x` }))).toBeVisible();
      await dialog.getByRole('button', { name: t('organize.delete', { name: `${mark}x` }) }).click();
      await dialog.getByRole('button', { name: t('common.delete'), exact: true }).click();
      await expect(dialog.getByText(`${mark}x`, { exact: true })).toBeHidden();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  },
);

test('a view is saved, shared, opened by a colleague and deleted', async ({
  page,
  browser,
  baseURL,
  enter,
  t,
  language,
}) => {
  const mark = `v${randomUUID().slice(0, 8)}`;
  const organize = new Organize(page, t);
  await new Gallery(page, t).open(`q=${mark}&status=READY`);
  await organize.shareView(mark);

  const colleague = await browser.newContext({ baseURL: baseURL ?? '' });
  await colleague.addCookies([{ name: LOCALE_COOKIE, value: language, url: baseURL ?? '' }]);
  await enter(colleague, 'VIEWER');
  const other = await colleague.newPage();
  await new Gallery(other, t).open();
  const popup = await new Organize(other, t).openViews();
  const remove = t('organize.delete', { name: mark });
  await expect(popup.getByRole('button', { name: remove })).toHaveCount(0);
  await popup.getByRole('link', { name: mark }).click();
  await expect(other).toHaveURL(new RegExp(`q=${mark}`));
  await expect(other.getByRole('searchbox')).toHaveValue(mark);
  await colleague.close();

  const own = await organize.openViews();
  await own.getByRole('button', { name: remove }).click();
  await own.getByRole('button', { name: t('common.delete'), exact: true }).click();
  await expect(own.getByRole('link', { name: mark })).toHaveCount(0);
});
