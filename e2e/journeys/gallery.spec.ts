import { randomUUID } from 'node:crypto';
import { expect, test, visitInSteps } from '../fixtures';
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

for (const [device, viewport] of [
  ['a desktop', { width: 1280, height: 720 }],
  ['a phone', { width: 390, height: 844 }],
] as const)
  test.describe(`on ${device}`, () => {
    test.use({ viewport });

    test('a number that is not exact is counted by a press, and moves nothing', async ({ page, t }) => {
      const mark = `n${randomUUID().slice(0, 8)}`;
      await makeCodes(mark, 2);
      // As the server answers above ten thousand.
      await page.route('**/api/codes/count?*', async (route) => {
        if (new URL(route.request().url()).searchParams.has('exact')) return route.continue();
        return route.fulfill({ json: { count: 10_000, capped: true, estimated: false } });
      });
      const { named, late } = await visitInSteps(page, `/codes?app=all&q=${mark}`);
      const gallery = new Gallery(page, t);
      const top = async () => (await gallery.rows.first().boundingBox())?.y;
      const drawn = await top();
      named();
      const capped = t('codes.gallery.countCapped', { count: 10_000 });
      await expect(page.getByText(capped).filter({ visible: true }).first()).toBeVisible();
      await late();
      const button = page.getByRole('button', { name: `${capped}, ${t('codes.gallery.countExactly')}` });
      await expect(button).toBeVisible();
      expect(await top()).toBe(drawn);
      await button.click();
      await expect(button).toBeHidden();
      await gallery.expectCount(2);
    });
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
