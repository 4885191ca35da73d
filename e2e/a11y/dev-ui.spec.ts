import type { Page } from '@playwright/test';
import { findings } from '../axe';
import { expect, test, visit } from '../fixtures';

test.use({ role: null });

const OPENERS = ['Dialog', 'ConfirmDialog', 'typeToConfirm', 'Sheet left', 'Sheet bottom', 'Menu', 'Popover'];

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const) {
  test(`axe finds nothing in any primitive, at rest and open, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await visit(page, '/dev/ui');
    await expect(page.locator('html')).toHaveClass(colorScheme);
    expect(await findings(page)).toEqual([]);
    const opened = page.locator('[role=dialog], [role=alertdialog], [role=menu]');
    for (const name of OPENERS) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(opened).toBeVisible();
      expect(await findings(page, { opened: true }), name).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(opened).toHaveCount(0);
    }
    for (const kind of ['success', 'error', 'info'])
      await page.getByRole('button', { name: `toast.${kind}` }).click();
    await expect(page.locator('[data-sonner-toast]')).toHaveCount(3);
    expect(await findings(page)).toEqual([]);
  });
}

/** Whether a ring of two pixels is drawn around what has the focus: by itself, the box drawn for it, or its frame. */
function showsRing(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const around = [focused, focused.nextElementSibling, focused.parentElement, focused.closest('label, tr')];
    const rings = around.filter((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const isClear = /^(?:transparent|rgba\(.*, 0\)|.* \/ 0\))$/.test(outlineColor);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !isClear;
    });
    const name = focused.getAttribute('aria-label') ?? focused.textContent ?? '';
    return rings.length > 0 ? '' : `<${focused.localName}> ${name.trim().slice(0, 40)}`;
  });
}

test('whoever goes through the primitives with the Tab key sees where they are', async ({ page }) => {
  await visit(page, '/dev/ui');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const without: string[] = [];
  let stops = 0;
  for (;;) {
    await page.keyboard.press('Tab');
    const missing = await showsRing(page);
    if (missing === null || stops > 300) break;
    stops += 1;
    if (missing !== '') without.push(missing);
  }
  expect(without).toEqual([]);
  // A page on which nothing takes the focus would pass as well.
  expect(stops).toBeGreaterThan(50);
});
