import AxeBuilder from '@axe-core/playwright';
import { expect, test, visit } from '../fixtures';

test.use({ role: 'ADMIN' });

const PAGES = ['/', '/codes', '/codes?view=table', '/codes?q=nothing-matches-this', '/codes/new', '/quota'];
const MORE = [
  '/codes/new?endpoint=getwxacode',
  '/codes/new?endpoint=createwxaqrcode',
  '/settings/apps',
  '/settings/account',
  '/nowhere',
];
const LOOKS = [
  { locale: 'zh-CN', colorScheme: 'light', width: 1440 },
  { locale: 'en', colorScheme: 'dark', width: 390 },
] as const;

for (const { locale, colorScheme, width } of LOOKS) {
  for (const path of [...PAGES, ...MORE]) {
    test(`axe finds nothing on ${path} in ${locale}, ${colorScheme}, ${width} px`, async ({
      page,
      context,
      baseURL,
    }) => {
      await context.addCookies([{ name: 'suncode_locale', value: locale, url: baseURL }]);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await visit(page, path);
      await expect(page.getByRole('heading').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
        [],
      );
    });
  }
}

test.describe('signed out', () => {
  test.use({ role: null });

  test('axe finds nothing on the sign-in page', async ({ page }) => {
    await visit(page, '/sign-in');
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
