import { randomUUID } from 'node:crypto';
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
