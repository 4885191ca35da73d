import { randomUUID } from 'node:crypto';
import { LOCALES } from '@/lib/i18n/locale';
import { findings } from '../axe';
import { expect, test } from '../fixtures';
import { makeCodes } from '../ground';
import { Gallery } from '../pages/gallery';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in what opens over the gallery, ${colorScheme}`, async ({ page, t }) => {
    const mark = `x${randomUUID().slice(0, 8)}`;
    await makeCodes(mark, 2);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const gallery = new Gallery(page, t);
    await gallery.openFilled(`q=${mark}&view=cards`);
    const opened = page.locator('[role=dialog], [role=menu]');
    const openers = [
      () => page.getByRole('button', { name: t('codes.gallery.look.size') }).click(),
      () => gallery.press('j', ' '),
      () => gallery.press('?'),
      () => gallery.press('Control+k'),
      async () => {
        await gallery.press('v');
        await page.getByRole('button', { name: t('codes.gallery.look.columns') }).click();
      },
    ];
    for (const open of openers) {
      await open();
      await expect(opened).toBeVisible();
      expect(await findings(page, { opened: true })).toEqual([]);
      await gallery.press('Escape');
      await expect(opened).toBeHidden();
    }
  });
}

const WIDTHS = [390, 1440];
const MAIN_PAGES = [
  ...['/', '/codes', '/codes?view=table', '/codes/new', '/batches', '/exports', '/quota', '/tasks'],
  ...['/settings/apps', '/settings/account'],
];

for (const language of LOCALES) {
  test.describe(language, () => {
    test.use({ language });

    test('no page is wider than its window, and it says its language', async ({ page }) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const path of MAIN_PAGES) {
          await page.goto(path);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expect(page.locator('html')).toHaveAttribute('lang', language);
          const excess = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(excess, `${path} at ${width}`).toBeLessThanOrEqual(0);
          // A word of a control that is cut off is a word that nobody reads.
          const clipped = await page
            .locator('main button, nav a')
            .evaluateAll((controls) =>
              controls
                .filter((control) => control.scrollWidth > control.clientWidth + 1 && control.clientWidth > 0)
                .map((control) => control.textContent),
            );
          expect(clipped, `${path} at ${width}`).toEqual([]);
        }
      }
    });
  });
}
