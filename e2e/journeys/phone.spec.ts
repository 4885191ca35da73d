import { randomUUID } from 'node:crypto';
import { devices } from '@playwright/test';
import { expect, test } from '../fixtures';
import { makeCodes } from '../ground';
import { Gallery } from '../pages/gallery';

const { viewport, hasTouch, isMobile } = devices['iPhone 13'];
test.use({ viewport, hasTouch, isMobile });

test(
  'the menu is closed after it was followed, and stays so on the way back',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    await new Gallery(page, t).open();
    await page.getByRole('button', { name: t('layout.nav.more'), exact: true }).tap();
    const menu = page.getByRole('dialog');
    await menu.getByRole('link', { name: t('layout.nav.exports') }).tap();
    await expect(page).toHaveURL(/\/exports$/);
    await expect(menu).toBeHidden();
    await page.goBack();
    await expect(page).toHaveURL(/\/codes/);
    await expect(page.getByRole('searchbox')).toBeVisible();
    await expect(menu).toHaveCount(0);
  },
);

test('once one code is ticked, a tap on a picture ticks it too', async ({ page, t }) => {
  const mark = `p${randomUUID().slice(0, 8)}`;
  await makeCodes(mark, 2);
  const gallery = new Gallery(page, t);
  await gallery.open(`q=${mark}`);
  await gallery.expectCount(2);
  await gallery.rows.first().getByRole('checkbox').tap();
  await gallery.expectSelected(1);
  const box = await gallery.rows.nth(1).boundingBox();
  if (!box) throw new Error('The second card is not on the page.');
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.width / 2);
  await gallery.expectSelected(2);
  await expect(gallery.lightbox).toHaveCount(0);
});
