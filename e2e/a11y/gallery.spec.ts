import AxeBuilder from '@axe-core/playwright';
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { makeCodes } from '../make-codes';
import { Gallery } from '../pages/gallery';

// Of menus base-ui keeps its focus guards visible to axe, and no menu over a page lies in a landmark.
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function expectNothing(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(WCAG)
    .exclude('[data-base-ui-focus-guard]')
    // A menu scrolls with the item that its arrow keys lead to; axe only knows the Tab key.
    .disableRules(['scrollable-region-focusable'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in what opens over the gallery, ${colorScheme}`, async ({ page }) => {
    const mark = `x${randomUUID().slice(0, 8)}`;
    await makeCodes(page, mark, 2);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const gallery = new Gallery(page, 'zh-CN');
    await gallery.open(`q=${mark}&view=cards`);
    const opened = page.locator('[role=dialog], [role=menu]');
    const openers = [
      () => page.getByRole('button', { name: gallery.text.cardSize }).click(),
      () => gallery.press('j', ' '),
      () => gallery.press('?'),
      () => gallery.press('Control+k'),
      async () => {
        await gallery.press('v');
        await page.getByRole('button', { name: gallery.text.columns }).click();
      },
    ];
    for (const open of openers) {
      await open();
      await expect(opened).toBeVisible();
      await expectNothing(page);
      await gallery.press('Escape');
      await expect(opened).toBeHidden();
    }
  });
}

const WIDTHS = [390, 1440];
const MAIN_PAGES = ['/', '/codes', '/codes?view=table', '/codes/new', '/batches', '/exports', '/quota'];

for (const locale of ['zh-CN', 'en']) {
  test(`no page is wider than its window in ${locale}, and it says its language`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: 'suncode_locale', value: locale, url: baseURL }]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of MAIN_PAGES) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
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
}
