import { randomUUID } from 'node:crypto';
import { findings } from '../axe';
import { expect, test, visit } from '../fixtures';
import { NewBatch } from '../pages/new-batch';

const LOOKS = [
  { language: 'zh-CN', colorScheme: 'light', width: 1440 },
  { language: 'en', colorScheme: 'dark', width: 390 },
] as const;

for (const { language, colorScheme, width } of LOOKS) {
  test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
    test.use({ language, colorScheme, viewport: { width, height: 900 } });

    test('axe finds nothing on a draft with bad rows and on what became of it', async ({ page, t }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const mark = randomUUID().slice(0, 8);
      const rows = ['scene', `${mark}1`, `${mark}2`, `${mark}2`, 'x'.repeat(33)];
      const draft = await new NewBatch(page, t).paste(rows);
      await expect(draft.startButton(2)).toBeVisible();
      await draft.skipBad(2);
      await expect(draft.startButton(2)).toBeEnabled();
      expect(await findings(page)).toEqual([]);
      const sheet = await draft.editTable();
      await expect(sheet.getByRole('gridcell').filter({ hasText: `${mark}1` })).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(sheet).toHaveCount(0);
      const run = await draft.start(2);
      await expect(run.progress).toHaveAttribute('aria-valuenow', '2');
      expect(await findings(page)).toEqual([]);
      await visit(page, '/batches');
      await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
}
