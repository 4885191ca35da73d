import { findings } from '../axe';
import { expect, test } from '../fixtures';

// The page takes no script, and axe is one.
test.use({ role: null, bypassCSP: true });

for (const [language, colorScheme, width] of [
  ['zh-CN', 'light', 1440],
  ['en', 'dark', 390],
] as const) {
  test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
    test.use({ language, colorScheme, viewport: { width, height: 900 } });

    test('axe finds nothing in the reference of the API', async ({ page }) => {
      // oxlint-disable-next-line suncode/page-is-taken -- a page without scripts is taken as soon as it is there
      await page.goto(`/api/v1/docs?lang=${language}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect(await findings(page)).toEqual([]);
      const links = await page.getByRole('navigation').getByRole('link').all();
      expect(links.length).toBeGreaterThan(30);
    });
  });
}
