import type { Page } from '@playwright/test';
import { findings } from '../axe';
import { expect, signIn, test } from '../fixtures';
import { makeMember } from '../ground';
import { Account } from '../pages/account';
import { Passkeys, plugIn } from '../pages/passkeys';
import { SignIn } from '../pages/sign-in';

test.use({
  role: null,
  // Browsers make no passkeys for a bare address.
  baseURL: ({ baseURL }, use) => use(baseURL?.replace('127.0.0.1', 'localhost')),
  colorScheme: ({ language }, use) => use(language === 'en' ? 'dark' : 'light'),
});

async function looksGood(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await findings(page)).toEqual([]);
}

const WIDTHS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

for (const [size, viewport] of Object.entries(WIDTHS))
  test(
    `a passkey on a ${size}: added, used alone and after the password, removed`,
    // As axe looks at screens: English, dark and narrow.
    size === 'phone' ? { tag: '@both-languages' } : {},
    async ({ page, t }) => {
      await page.setViewportSize(viewport);
      const member = await makeMember();
      await signIn(page.request, member);
      const device = await plugIn(page);
      const passkeys = new Passkeys(page, t);
      const account = new Account(page, t);
      const door = new SignIn(page, t);

      await passkeys.open();
      await passkeys.startAdding(member.password);
      await device.verifies(false);
      await passkeys.make('公司电脑');
      await expect(page.getByText(t('auth.passkey.cancelled'))).toBeVisible();
      await looksGood(page);
      await device.verifies(true);
      await passkeys.press('make');
      await passkeys.keepCodes();
      await expect(page.getByText('公司电脑', { exact: true })).toBeVisible();
      await looksGood(page);

      await account.signOut();
      await looksGood(page);
      await passkeys.use('signIn');
      await expect(page).not.toHaveURL(/\/sign-in/);

      await account.signOut();
      await door.signIn(member);
      await expect(page.getByLabel(t('auth.code.recovery'), { exact: true })).toBeFocused();
      await looksGood(page);
      await passkeys.use('step');
      await expect(page).not.toHaveURL(/\/sign-in/);

      await passkeys.open();
      await passkeys.rename('公司电脑', '前台电脑');
      await passkeys.remove('前台电脑');
      await expect(page.getByText('前台电脑', { exact: true })).toBeHidden();
      await account.signOut();
      await signIn(page.request, member);
    },
  );
