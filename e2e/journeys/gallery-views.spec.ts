import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures';
import { makeCodes } from '../make-codes';
import { Gallery, type Locale } from '../pages/gallery';

const LOCALES: Locale[] = ['zh-CN', 'en'];

for (const locale of LOCALES) {
  test.describe(`the gallery in ${locale}`, () => {
    let gallery: Gallery;
    let mark: string;

    test.beforeEach(async ({ page, context, baseURL }) => {
      mark = `v${randomUUID().slice(0, 8)}`;
      await makeCodes(page, mark, 3);
      await context.addCookies([{ name: 'suncode_locale', value: locale, url: baseURL }]);
      gallery = new Gallery(page, locale);
    });

    test('columns and sizes are chosen once and kept, and the page speaks its language', async ({ page }) => {
      const { text } = gallery;
      await gallery.open(`q=${mark}&view=table`);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(gallery.column(text.width)).toHaveCount(0);
      await gallery.toggleColumn(text.width);
      await gallery.toggleColumn(text.endpoint);
      await expect(gallery.column(text.width)).toBeVisible();
      await expect(gallery.column(text.endpoint)).toHaveCount(0);
      await gallery.press('v');
      await expect(page).toHaveURL(/view=cards/);
      await page.getByRole('button', { name: text.cardSize }).click();
      await page.getByRole('menuitemradio', { name: text.small }).click();
      const wide = async () => (await gallery.rows.first().boundingBox())?.width ?? 0;
      await expect.poll(wide).toBeLessThan(160);
      await gallery.open(`q=${mark}`);
      await expect.poll(wide).toBeLessThan(160);
      await gallery.open(`q=${mark}&view=table`);
      await expect(gallery.column(text.width)).toBeVisible();
    });

    test('codes are found, selected and looked at by the keyboard alone', async ({ page }) => {
      await gallery.open('view=cards');
      await gallery.press('/');
      await page.keyboard.type(mark);
      await expect(page).toHaveURL(new RegExp(`q=${mark}`));
      await expect(gallery.rows).toHaveCount(3);
      await page.keyboard.press('Tab');
      await gallery.press('j', 'x', 'Shift+ArrowRight');
      await gallery.expectSelected(2);
      await expect(gallery.name(1)).toBeFocused();
      await gallery.press('Escape');
      await gallery.expectSelected(0);
      await gallery.press('k', ' ');
      await expect(gallery.lightbox).toContainText(`${mark}-3`);
      await expect(gallery.lightbox.getByRole('img')).toHaveAttribute('alt', new RegExp(`${mark}-3`));
      await gallery.press('ArrowRight', 'ArrowRight');
      await expect(gallery.lightbox).toContainText(`${mark}-1`);
      await expect(gallery.lightbox.getByRole('button', { name: gallery.text.next })).toBeDisabled();
      await gallery.press('z');
      await expect(gallery.lightbox.getByRole('button', { name: gallery.text.actual })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      await gallery.press('Escape');
      await expect(gallery.lightbox).toBeHidden();
      await expect(gallery.name(2)).toBeFocused();
      await gallery.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`${mark}-1`);
      await page.goBack();
      await expect(gallery.name(2)).toBeFocused();
    });

    test('the palette finds pages in either language, and codes by their names', async ({ page }) => {
      const { text } = gallery;
      await gallery.open(`q=${mark}`);
      await gallery.openPalette();
      await page.keyboard.type(text.quota.typed);
      await expect(
        gallery.palette.getByRole('option', { name: text.quota.label, exact: true }),
      ).toBeVisible();
      await page.getByRole('combobox').fill(`${mark}-2`);
      const found = gallery.palette.getByRole('option', { name: new RegExp(`^${mark}-2`) });
      await expect(found).toBeVisible();
      await found.click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`${mark}-2`);
    });

    test('the sheet of shortcuts opens with a question mark, and no key works behind it', async ({
      page,
    }) => {
      await gallery.open(`q=${mark}`);
      await gallery.press('?');
      const sheet = page.getByRole('dialog', { name: gallery.text.shortcuts });
      await expect(sheet.getByText(gallery.text.searchKey, { exact: true })).toBeVisible();
      await gallery.press('v', 'c');
      await expect(sheet).toBeVisible();
      await gallery.press('Escape');
      await expect(sheet).toBeHidden();
      await expect(page).toHaveURL(/\/codes\?/);
      await gallery.press('c');
      await expect(page).toHaveURL(/\/codes\/new$/);
    });
  });
}

test('a thumbnail is a small WebP that is asked for once', async ({ page }) => {
  const mark = `t${randomUUID().slice(0, 8)}`;
  await makeCodes(page, mark, 1);
  const gallery = new Gallery(page, 'zh-CN');
  await gallery.open(`q=${mark}`);
  const src = (await gallery.rows.first().locator('img').getAttribute('src')) ?? '';
  const response = await page.request.get(src);
  expect(response.headers()).toMatchObject({ 'content-type': 'image/webp' });
  expect(response.headers()['cache-control']).toContain('immutable');
  const again = await page.request.get(src, { headers: { 'if-none-match': response.headers().etag ?? '' } });
  expect(again.status()).toBe(304);
  expect((await page.request.get(src.replace('w=320', 'w=321'))).status()).toBe(400);
});
