import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { LOCALES } from '@/lib/i18n/locale';
import { expect, test, visit } from '../fixtures';
import { makeCodes } from '../ground';
import { NewBatch } from '../pages/new-batch';
import { faultsOf } from './measure';

test.use({ role: 'ADMIN' });

const WIDTHS = [1440, 390];
const THEMES = ['light', 'dark'] as const;

const SCREENS = [
  ...['/', '/codes?view=cards', '/codes?view=table', '/codes/new', '/batches', '/batches/new', '/exports'],
  ...[
    '/exports/new?app=all',
    '/print/new?app=all',
    '/quota',
    '/tasks',
    '/settings/apps',
    '/settings/members',
  ],
  ...['/settings/apps/connect', '/settings/account', '/settings/purposes', '/settings/purposes/table'],
];

/** What is wrong on the page that is open, in each look; looks without a fault are left out. */
async function faultsInAllLooks(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveClass(colorScheme);
      const faults = Object.entries(await faultsOf(page)).flatMap(([rule, list]) =>
        list.map((fault) => `${rule}, ${colorScheme} at ${width}: ${fault}`),
      );
      found.push(...faults);
    }
  }
  return found;
}

for (const language of LOCALES) {
  test.describe(language, () => {
    test.use({ language });

    test('every screen keeps the rules of the design system, in both themes and widths', async ({
      page,
      t,
    }) => {
      const mark = `s${randomUUID().slice(0, 8)}`;
      const [codeId] = await makeCodes(mark, 3);
      const faults: Record<string, string[]> = {};
      const look = async (name: string) => {
        const found = await faultsInAllLooks(page);
        if (found.length > 0) faults[name] = found;
      };
      for (const path of [...SCREENS, `/codes/${codeId}`]) {
        await visit(page, path);
        await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
        await look(path);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      const draft = await new NewBatch(page, t).paste(['scene', `${mark}b1`, `${mark}b2`]);
      await expect(draft.startButton(2)).toBeEnabled();
      await look('a draft');
      await page.setViewportSize({ width: 1440, height: 900 });
      const run = await draft.start(2);
      await run.expectDone();
      await look('a batch');
      expect(faults).toEqual({});
    });
  });
}
