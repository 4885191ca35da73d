import { randomUUID } from 'node:crypto';
import { devices } from '@playwright/test';
import { expect, test, visit } from '../fixtures';
import { makeCodes } from '../ground';
import { Gallery } from '../pages/gallery';

const { viewport, hasTouch, isMobile, userAgent } = devices['iPhone 13'];
test.use({ viewport, hasTouch, isMobile, userAgent });

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

test('the plus leads to what can be made; a form has no bar below its own button', async ({ page, t }) => {
  await visit(page, '/tasks');
  const bar = page.getByRole('navigation', { name: t('layout.nav.shortcuts') });
  await expect(bar.getByRole('link', { name: t('layout.nav.tasks') })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await bar.getByRole('button', { name: t('layout.nav.generate') }).tap();
  const sheet = page.getByRole('dialog', { name: t('layout.create.button') });
  await sheet.getByRole('link', { name: t('layout.create.batch') }).tap();
  await expect(page).toHaveURL(/\/batches\/new$/);
  await expect(sheet).toBeHidden();
  await expect(bar).toBeHidden();
});

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

test('a phone is sent as many cards as it shows, and asks for more at their end', async ({ page, t }) => {
  const mark = `p${randomUUID().slice(0, 8)}`;
  await makeCodes(mark, 30);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/codes') asked.push(searchParams.get('q') ?? '');
  });
  const response = await visit(page, `/codes?q=${mark}`);
  expect((await response?.text())?.match(/data-code-id=/g)).toHaveLength(6);
  const gallery = new Gallery(page, t);
  await expect.poll(() => gallery.rows.count(), 'the window has been measured').toBeGreaterThan(6);
  expect(asked).toEqual([]);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => asked).toEqual([mark]);
});
