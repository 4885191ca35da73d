import { findings } from '../axe';
import { expect, SANDBOX, test, visit } from '../fixtures';
import { Apps } from '../pages/apps';
import { SignIn } from '../pages/sign-in';

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
  { language: 'zh-CN', colorScheme: 'light', width: 1440 },
  { language: 'en', colorScheme: 'dark', width: 390 },
] as const;

for (const { language, colorScheme, width } of LOOKS) {
  test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
    test.use({ language, colorScheme, viewport: { width, height: 900 } });

    for (const path of [...PAGES, ...MORE]) {
      test(`axe finds nothing on ${path}`, async ({ page }) => {
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await visit(page, path);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.getByRole('heading').first()).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });
    }

    test('axe finds nothing on the page of the sandbox and in the dialogs of a Mini Program', async ({
      page,
      t,
    }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const apps = new Apps(page, t);
      await apps.open();
      const card = apps.card(SANDBOX);
      for (const opener of [apps.add, apps.action(card, 'edit'), apps.action(card, 'remove')]) {
        await opener.click();
        const dialog = apps.dialog.or(apps.removal);
        await expect(dialog).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      }
      await apps.openBehaviour(SANDBOX);
      expect(await findings(page)).toEqual([]);
    });

    test.describe('signed out', () => {
      test.use({ role: null });

      test('axe finds nothing on the sign-in page', async ({ page, t }) => {
        await visit(page, '/sign-in');
        await expect(new SignIn(page, t).heading).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });
    });
  });
}
