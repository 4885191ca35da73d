import { randomUUID } from 'node:crypto';
import { expect, test, visitAsleep, visitInSteps } from '../fixtures';
import { makeCodes, makeLiveCodes, makeLiveFolder } from '../ground';
import { Apps } from '../pages/apps';
import { Gallery } from '../pages/gallery';

let gallery: Gallery;
let mark: string;

test.beforeEach(async ({ page, t }) => {
  mark = `v${randomUUID().slice(0, 8)}`;
  await makeCodes(mark, 3);
  gallery = new Gallery(page, t);
});

test(
  'columns and sizes are chosen once and kept, and the page speaks its language',
  { tag: '@both-languages' },
  async ({ page, language }) => {
    await gallery.openFilled(`q=${mark}&view=table`);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(gallery.column('width')).toHaveCount(0);
    await gallery.toggleColumn('width');
    await gallery.toggleColumn('endpoint');
    await expect(gallery.column('width')).toBeVisible();
    await expect(gallery.column('endpoint')).toHaveCount(0);
    await gallery.press('v');
    await expect(page).toHaveURL(/view=cards/);
    await gallery.chooseSmallCards();
    const wide = async () => (await gallery.rows.first().boundingBox())?.width ?? 0;
    await expect.poll(wide).toBeLessThan(160);
    await gallery.openFilled(`q=${mark}`);
    await expect.poll(wide).toBeLessThan(160);
    await gallery.openFilled(`q=${mark}&view=table`);
    await expect(gallery.column('width')).toBeVisible();
  },
);

test('codes are found, selected and looked at by the keyboard alone', async ({ page, t }) => {
  await gallery.openFilled('view=cards');
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
  await expect(
    gallery.lightbox.getByRole('button', { name: t('layout.shortcuts.keys.nextPicture') }),
  ).toBeDisabled();
  await gallery.press('z');
  await expect(
    gallery.lightbox.getByRole('button', { name: t('codes.gallery.lightbox.actual') }),
  ).toHaveAttribute('aria-pressed', 'true');
  await gallery.press('Escape');
  await expect(gallery.lightbox).toBeHidden();
  await expect(gallery.name(2)).toBeFocused();
  await gallery.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${mark}-1`);
  await page.goBack();
  await expect(gallery.name(2)).toBeFocused();
});

test(
  'the palette finds pages in either language, and codes by their names',
  { tag: '@both-languages' },
  async ({ page, t, language }) => {
    await gallery.openFilled(`q=${mark}`);
    await gallery.openPalette();
    await page.keyboard.type(language === 'en' ? '额度' : 'quota');
    await expect(
      gallery.palette.getByRole('option', { name: t('layout.nav.quota'), exact: true }),
    ).toBeVisible();
    await page.getByRole('combobox').fill(t('layout.palette.places.trash'));
    await gallery.press('Enter');
    await expect(page).toHaveURL(/place=trash/);
    await gallery.openPalette();
    await page.getByRole('combobox').fill(`${mark}-2`);
    const found = gallery.palette.getByRole('option', { name: new RegExp(`^${mark}-2`) });
    await expect(found).toBeVisible();
    await expect(found).toHaveAttribute('aria-selected', 'true');
    await gallery.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${mark}-2`);
  },
);

test('the sheet of shortcuts opens with a question mark, and no key works behind it', async ({ page, t }) => {
  await gallery.openFilled(`q=${mark}`);
  await gallery.press('?');
  const sheet = page.getByRole('dialog', { name: t('layout.shortcuts.title') });
  await expect(sheet.getByText(t('layout.shortcuts.keys.search'), { exact: true })).toBeVisible();
  await gallery.press('v', 'c');
  await expect(sheet).toBeVisible();
  await gallery.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/\/codes\?/);
  await gallery.press('c');
  await expect(page).toHaveURL(/\/codes\/new$/);
});

test('keys that are pressed by mistake can be turned off, and those with Ctrl stay', async ({ page, t }) => {
  await gallery.openFilled(`q=${mark}`);
  await gallery.press('?');
  const sheet = page.getByRole('dialog', { name: t('layout.shortcuts.title') });
  await sheet.getByRole('switch', { name: t('layout.shortcuts.single.label') }).click();
  await gallery.press('Escape');
  await expect(sheet).toBeHidden();
  await gallery.press('?', 'c');
  await gallery.openPalette();
  await expect(page).toHaveURL(/\/codes\?/);
  await expect(sheet).toBeHidden();
});

test('a thumbnail is a small WebP that is asked for once', async ({ page }) => {
  await gallery.openFilled(`q=${mark}`);
  const src = (await gallery.rows.first().locator('img').getAttribute('src')) ?? '';
  const response = await page.request.get(src);
  expect(response.headers()).toMatchObject({ 'content-type': 'image/webp' });
  expect(response.headers()['cache-control']).toContain('immutable');
  const again = await page.request.get(src, { headers: { 'if-none-match': response.headers().etag ?? '' } });
  expect(again.status()).toBe(304);
  expect((await page.request.get(src.replace('w=320', 'w=321'))).status()).toBe(400);
});

for (const [size, width] of Object.entries({ desktop: 1440, phone: 390 }))
  test(`the list stays where it is while the page wakes, on a ${size}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const top = async () => (await gallery.rows.first().boundingBox())?.y;
    const wake = await visitAsleep(page, `/codes?app=all&q=${mark}`);
    await expect(gallery.rows).toHaveCount(3);
    const drawn = await top();
    await wake();
    expect(await top()).toBe(drawn);
  });

test('the list stays where it is while what says the scope and the filters is late', async ({
  page,
  t,
  browser,
  baseURL,
  enter,
}) => {
  // There are two Mini Programs to choose from.
  const other = await browser.newContext({ baseURL });
  await enter(other, 'ADMIN');
  await new Apps(await other.newPage(), t).addSandbox(`范围 ${mark}`);
  await other.close();

  const { named, late } = await visitInSteps(page, `/codes?app=all&q=${mark}&status=READY`);
  await expect(gallery.rows).toHaveCount(3);
  const top = async () => (await gallery.rows.first().boundingBox())?.y;
  const drawn = await top();
  named();
  const count = page.getByText(t('codes.gallery.count', { count: 3 })).filter({ visible: true });
  await expect(count.first()).toBeVisible();
  expect(await top()).toBe(drawn);
  await late();
  expect(await top()).toBe(drawn);
});

test('an answer that changes a number draws nothing anew that is still to wake', async ({ page, t }) => {
  await makeLiveFolder(`w${randomUUID().slice(0, 8)}`);
  const { named, late } = await visitInSteps(page, `/codes?app=all&q=${mark}`);
  const folders = page.getByRole('navigation', { name: t('organize.folders.title'), exact: true });
  await folders.evaluate((strip) => strip.setAttribute('data-drawn', 'by the server'));
  named();
  const count = page.getByText(t('codes.gallery.count', { count: 3 })).filter({ visible: true });
  await expect(count.first()).toBeVisible();
  await expect(folders).toHaveAttribute('data-drawn');
  await late();
  await expect(folders).toHaveAttribute('data-drawn');
});

test('what is below a table comes with its rows, whose code is late', async ({ page }) => {
  const foot = page.locator('[data-slot=load-more]');
  const wake = await visitAsleep(page, `/codes?app=all&q=${mark}&view=table`);
  await expect(page.getByRole('searchbox')).toBeVisible();
  await expect(foot).toHaveCount(0);
  await wake();
  await expect(gallery.rows).toHaveCount(3);
  await expect(foot).toBeVisible();
});

test('the columns of the table are as wide as ever, whatever its rows hold', async ({ page }) => {
  const [long, other] = [`n${randomUUID().slice(0, 8)}`, `w${randomUUID().slice(0, 8)}`];
  // More than are drawn at once.
  await makeCodes(long, 40);
  await makeLiveCodes(`${other} 一个很长的名字，讲的是这个码贴在哪里`, 1);
  const widths = () =>
    page
      .getByRole('columnheader')
      .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().width));
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await gallery.openFilled(`q=${long}&view=table`);
    const usual = await widths();
    expect(Math.max(...usual), 'room for a name').toBeGreaterThan(160);
    await gallery.openFilled(`q=${other}&view=table`);
    expect(await widths()).toEqual(usual);
  }
});
