import { randomUUID } from 'node:crypto';
import { findings } from '../axe';
import { expect, SANDBOX, test, visit } from '../fixtures';
import { makeCodes } from '../ground';
import { Apps } from '../pages/apps';
import { SignIn } from '../pages/sign-in';

test.use({ role: 'ADMIN' });

// One window goes through the pages of a group, as a person does: its scripts are fetched and compiled once. The list of
// batches is looked at in batches.spec.ts, filled.
const GROUPS = {
  codes: [
    '/codes',
    '/codes?view=table',
    '/codes?q=nothing-matches-this',
    '/codes/new',
    '/codes/new?endpoint=getwxacode',
    '/codes/new?endpoint=createwxaqrcode',
  ],
  work: [
    '/batches/new',
    '/exports',
    '/exports/new',
    '/exports/new?app=all',
    '/print',
    '/print/designs',
    '/print/new',
    '/print/new?app=all',
    '/quota',
    '/tasks',
  ],
  rest: [
    '/',
    '/settings/apps',
    '/settings/apps/connect',
    '/settings/purposes',
    '/settings/keys',
    '/settings/webhooks',
    '/settings/members',
    '/settings/sign-in',
    '/settings/audit',
    '/settings/system',
    '/settings/account',
    '/dev/ui',
    '/nowhere',
  ],
};
/** What opens a dialog on a page, which is looked at, too. */
const OPENERS = {
  '/settings/members': 'members.invite.button',
  '/settings/keys': 'apiKeys.form.new',
  '/settings/webhooks': 'webhooks.form.new',
  '/settings/account': 'auth.sessions.endAll',
} as const;
const openers = new Map<string, (typeof OPENERS)[keyof typeof OPENERS]>(Object.entries(OPENERS));
const LOOKS = [
  { language: 'zh-CN', colorScheme: 'light', width: 1440 },
  { language: 'en', colorScheme: 'dark', width: 390 },
] as const;

for (const { language, colorScheme, width } of LOOKS) {
  test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
    test.use({ language, colorScheme, viewport: { width, height: 900 } });

    for (const [group, paths] of Object.entries(GROUPS)) {
      test(`axe finds nothing on the pages of the group "${group}"`, async ({ page, t }) => {
        await makeCodes(`a${randomUUID().slice(0, 8)}`, 2);
        await page.emulateMedia({ reducedMotion: 'reduce' });
        const found: Record<string, string[]> = {};
        for (const path of paths) {
          await visit(page, path);
          await expect(page.locator('html'), path).toHaveAttribute('lang', language);
          await expect(page.getByRole('heading').first(), path).toBeVisible();
          found[path] = await findings(page);
          const opener = openers.get(path);
          if (!opener) continue;
          await page
            .getByRole('button', { name: t(opener), exact: true })
            .first()
            .click();
          await expect(page.getByRole('dialog')).toBeVisible();
          // Axe does not know that what lies under a dialog's buttons can be scrolled out from there.
          await page.setViewportSize({ width, height: 1400 });
          found[`${path}, dialog`] = await findings(page);
        }
        expect(Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0))).toEqual(
          {},
        );
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
      const stop = () => apps.entry(card, t('apps.disable.action'));
      for (const opener of [async () => apps.addSandboxButton, async () => apps.edit(card), stop]) {
        await (await opener()).click();
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

      test('axe finds nothing on the sign-in page, nor where a link leads that is worth nothing', async ({
        page,
        t,
      }) => {
        await visit(page, '/sign-in');
        await expect(new SignIn(page, t).heading).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await visit(page, '/join?token=used');
        await expect(page.getByRole('heading', { name: t('members.gone.title') })).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });
    });
  });
}
