import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures';
import { makeCodes } from '../ground';
import { CodePage } from '../pages/code-page';
import { Gallery } from '../pages/gallery';

test('search and filters live in the address, and back leads back', async ({ page, t }) => {
  const mark = `g${randomUUID().slice(0, 8)}`;
  await makeCodes(mark, 2);
  const gallery = new Gallery(page, t);
  await gallery.open();
  await gallery.press('/');
  await page.keyboard.type(mark);
  await gallery.expectCount(2);
  await expect(page).toHaveURL(new RegExp(`q=${mark}`));
  await gallery.open(`q=${mark}-2`);
  await gallery.expectCount(1);
  await page.goBack();
  await gallery.expectCount(2);
  await gallery.open(`q=${mark}&status=FAILED`);
  await expect(gallery.noMatch).toBeVisible();
});

test('what failed has a tab beside the places, and leaves no filter behind', async ({ page, t }) => {
  const gallery = new Gallery(page, t);
  await gallery.open();
  await gallery.openPlace('failed');
  await expect(page).toHaveURL(/\/codes\?status=FAILED$/);
  await gallery.openPlace('trash');
  await expect(page).toHaveURL(/\/codes\?place=trash$/);
});

test(
  'a filter counts its options, a sort turns the list round, and what was opened last is found again',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const mark = `r${randomUUID().slice(0, 8)}`;
    await makeCodes(mark, 2);
    const gallery = new Gallery(page, t);
    await gallery.open(`q=${mark}`);
    await gallery.expectCount(2);
    await gallery.filterStatus('READY', 2);
    await expect(page).toHaveURL(/status=READY/);
    await expect(gallery.rows.first()).toContainText(`${mark}-2`);
    await gallery.sort('oldest');
    await expect(gallery.rows.first()).toContainText(`${mark}-1`);
    await page.goBack();
    await expect(gallery.rows.first()).toContainText(`${mark}-2`);
    await page.goForward();
    await expect(gallery.rows.first()).toContainText(`${mark}-1`);

    await gallery.name(0).click();
    const code = new CodePage(page, t);
    await code.expectOpen();
    await gallery.open(`q=${mark}`);
    await gallery.openPlace('recent');
    await expect(page).toHaveURL(/place=recent/);
    await expect(gallery.rows.first()).toContainText(`${mark}-1`);
  },
);
