import type { Page } from '@playwright/test';
import { findings } from '../axe';
import { expect, signIn, test, visit } from '../fixtures';
import { makeMember } from '../ground';
import { Account } from '../pages/account';
import { SecondStep, shownBy } from '../pages/second-step';
import { SignIn } from '../pages/sign-in';

// Each language in another theme.
test.use({ role: null, colorScheme: ({ language }, use) => use(language === 'en' ? 'dark' : 'light') });

async function looksGood(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await findings(page)).toEqual([]);
}

test(
  'the second step: turned on, asked for, stood in for by a recovery code, turned off',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const member = await makeMember();
    await signIn(page.request, member);
    const secondStep = new SecondStep(page, t);
    const account = new Account(page, t);

    const secret = await secondStep.start();
    await looksGood(page);
    const used = shownBy(secret);
    const [first = '', second = ''] = await secondStep.confirm(used, member.password);
    await looksGood(page);
    await secondStep.keepCodes();
    await expect(page.getByText(t('secondStep.left', { count: 10 }))).toBeVisible();
    await looksGood(page);

    await account.signOut();
    const door = new SignIn(page, t);
    await door.signIn(member);
    await expect(secondStep.code).toBeFocused();
    await looksGood(page);
    // A code is good once; the phone that shows the next one is a little early.
    await secondStep.code.fill(used);
    await door.submit();
    await expect(page.getByText(t('errors.issues.signInCode'))).toBeVisible();
    await secondStep.code.fill(shownBy(secret, { ahead: 1 }));
    await door.submit();
    await expect(page).not.toHaveURL(/\/sign-in/);

    await account.signOut();
    await door.signIn(member);
    await secondStep.code.fill(used);
    await secondStep.useRecoveryCode(first);
    await door.submit();
    await expect(page).not.toHaveURL(/\/sign-in/);
    await visit(page, '/settings/account');
    await expect(page.getByText(t('secondStep.left', { count: 9 }))).toBeVisible();

    await secondStep.turnOff(second, member.password);
    await expect(page.getByRole('button', { name: t('secondStep.turnOn'), exact: true })).toBeVisible();
    await account.signOut();
    await signIn(page.request, member);
  },
);
