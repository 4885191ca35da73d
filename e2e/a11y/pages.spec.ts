import { findings } from '../axe';
import { expect, test, visit } from '../fixtures';

test.use({ role: 'ADMIN' });

const PAGES = ['/', '/codes', '/codes?view=table', '/codes?q=nothing-matches-this', '/codes/new', '/quota'];
const MORE = [
  '/exports',
  '/exports/new',
  '/exports/new?app=all',
  '/codes/new?endpoint=getwxacode',
  '/codes/new?endpoint=createwxaqrcode',
  '/batches',
  '/batches/new',
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
      expect(await findings(page)).toEqual([]);
    });
  }
}

test('axe finds nothing on the page of the sandbox and in the dialogs of a Mini Program', async ({
  page,
}) => {
  await visit(page, '/settings/apps');
  const card = page.getByRole('listitem').filter({ hasText: '沙盒小程序' }).first();
  const openers = [
    page.getByRole('button', { name: '接入小程序' }),
    card.getByRole('button', { name: '设置', exact: true }),
    card.getByRole('button', { name: '移除', exact: true }),
  ];
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const opener of openers) {
    await opener.click();
    const dialog = page.locator('[role=dialog], [role=alertdialog]');
    await expect(dialog).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await card.getByRole('link', { name: '沙盒行为' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('沙盒行为');
  expect(await findings(page)).toEqual([]);
});

test.describe('signed out', () => {
  test.use({ role: null });

  test('axe finds nothing on the sign-in page', async ({ page }) => {
    await visit(page, '/sign-in');
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
});
