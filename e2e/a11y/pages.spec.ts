import { randomUUID } from 'node:crypto';
import { findings } from '../axe';
import { expect, SANDBOX, test, visit } from '../fixtures';
import { makeCodes } from '../ground';
import { Apps } from '../pages/apps';

test.use({ role: 'ADMIN' });

// Every screen of e2e/screens is looked at there; here is what they do not show. One window goes through the pages, as a
// person does: its scripts are fetched and compiled once.
const PAGES = [
  '/codes?q=nothing-matches-this',
  '/codes/new?endpoint=getwxacode',
  '/codes/new?endpoint=createwxaqrcode',
  '/exports/new',
  '/print/new',
  '/dev/ui',
  '/nowhere',
];
/** Pages with the button that opens their dialog. */
const DIALOGS = [
  ['/settings/members', 'members.invite.button'],
  ['/settings/keys', 'apiKeys.form.new'],
  ['/settings/webhooks', 'webhooks.form.new'],
  ['/settings/account', 'auth.sessions.endAll'],
] as const;
const LOOKS = [
  { language: 'zh-CN', colorScheme: 'light', width: 1440 },
  { language: 'en', colorScheme: 'dark', width: 390 },
] as const;

for (const { language, colorScheme, width } of LOOKS) {
  test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
    test.use({ language, colorScheme, viewport: { width, height: 900 } });

    test('axe finds nothing on pages that are no screen of their own', async ({ page }) => {
      await makeCodes(`a${randomUUID().slice(0, 8)}`, 2);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const found: Record<string, string[]> = {};
      for (const path of PAGES) {
        await visit(page, path);
        await expect(page.locator('html'), path).toHaveAttribute('lang', language);
        await expect(page.getByRole('heading').first(), path).toBeVisible();
        found[path] = await findings(page);
      }
      expect(found).toEqual(Object.fromEntries(PAGES.map((path) => [path, []])));
    });

    test('the page stays where it is while the focus goes through what does not scroll with it', async ({
      page,
    }) => {
      await visit(page, '/settings/account');
      const scrolled = await page.evaluate(() => {
        const inside = document.querySelectorAll<HTMLElement>(
          ':is(aside, header)[data-stays] :is(a, button)',
        );
        return [...inside]
          .filter((element) => element.checkVisibility())
          .map((element) => {
            window.scrollTo(0, 100);
            element.focus();
            return window.scrollY;
          });
      });
      expect(scrolled.length).toBeGreaterThan(2);
      expect(new Set(scrolled)).toEqual(new Set([100]));
    });

    test('axe finds nothing in the dialogs of settings', async ({ page, t }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      // Axe does not know that what lies under a dialog's buttons can be scrolled out from there.
      await page.setViewportSize({ width, height: 1400 });
      const found: Record<string, string[]> = {};
      for (const [path, opener] of DIALOGS) {
        await visit(page, path);
        await page
          .getByRole('button', { name: t(opener), exact: true })
          .first()
          .click();
        await expect(page.getByRole('dialog')).toBeVisible();
        found[path] = await findings(page);
      }
      expect(found).toEqual(Object.fromEntries(DIALOGS.map(([path]) => [path, []])));
    });

    test('axe finds nothing in the dialogs of a Mini Program', async ({ page, t }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const apps = new Apps(page, t);
      await apps.open();
      const card = apps.card(SANDBOX);
      const stop = () => apps.entry(card, t('apps.disable.action'));
      for (const opener of [async () => apps.addSandboxButton, async () => apps.edit(card), stop]) {
        await (await opener()).click();
        const dialog = apps.dialog.or(apps.removal);
        await expect(dialog).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      }
    });

    test.describe('signed out', () => {
      test.use({ role: null });

      test('axe finds nothing where a link leads that is worth nothing', async ({ page, t }) => {
        await visit(page, '/join?token=used');
        await expect(page.getByRole('heading', { name: t('members.gone.title') })).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });
    });
  });
}
