import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures';
import { makeCodes } from '../make-codes';
import { Gallery } from '../pages/gallery';

test('search and filters live in the address, and back leads back', async ({ page, t }) => {
  const mark = `g${randomUUID().slice(0, 8)}`;
  await makeCodes(page, t, { mark, count: 2 });
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
