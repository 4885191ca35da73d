import { LOCALE_COOKIE } from '@/lib/i18n/locale';
import { expect, PASSWORD, reload, signIn, test, USERS, visit, visitAsleep } from '../fixtures';
import { makeMember } from '../ground';
import { Account } from '../pages/account';
import { SignIn } from '../pages/sign-in';
import { textsOf } from '../texts';

test.use({ role: null });

test(
  'signing in leads back to the page that was asked for, and signing out ends it',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const { email } = USERS.VIEWER;
    const door = new SignIn(page, t);
    await visit(page, '/quota');
    await expect(page).toHaveURL(/\/sign-in\?from=%2Fquota/);
    await door.signIn({ email, password: 'not the password' });
    await expect(door.refusal).toBeVisible();
    await door.signIn({ email, password: PASSWORD });
    await expect(page).toHaveURL(/\/quota$/);
    await new Account(page, t).signOut();
    await visit(page, '/codes');
    await expect(page).toHaveURL(/\/sign-in/);
  },
);

test('a copied session is dead once its owner has signed out', async ({ page, browser, baseURL, t }) => {
  await signIn(page.request, { email: USERS.VIEWER.email, password: PASSWORD });
  const copy = await browser.newContext({ baseURL, storageState: await page.context().storageState() });
  expect((await copy.request.get('/api/codes')).status()).toBe(200);
  await visit(page, '/');
  await new Account(page, t).signOut();
  expect((await copy.request.get('/api/codes')).status()).toBe(401);
  expect(await (await copy.request.get('/api/auth/session')).json()).toEqual({});
  const theft = await copy.newPage();
  await visit(theft, '/quota');
  await expect(theft).toHaveURL(/\/sign-in/);
  await copy.close();
});

test('what is typed before the page’s script has come is kept', async ({ page, t }) => {
  const { email } = USERS.VIEWER;
  const wake = await visitAsleep(page, '/sign-in');
  const door = new SignIn(page, t);
  await door.fill({ email, password: PASSWORD });
  await wake();
  await door.submit();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(USERS.VIEWER.name);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a password does not come into the address', async ({ page, t }) => {
    await page.goto('/sign-in?from=/quota', { waitUntil: 'load' });
    await new SignIn(page, t).signIn({ email: USERS.VIEWER.email, password: PASSWORD });
    await expect(page.getByLabel(t('auth.password'))).toHaveValue('');
    expect(new URL(page.url()).search).toBe('?from=/quota');
  });
});

test('a link to another site is not followed after signing in', async ({ page, enter }) => {
  await enter(page.context(), 'VIEWER');
  await visit(page, '/sign-in?from=//evil.example/');
  await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/$/);
});

test('the language is the browser’s until it is chosen, and the choice stays', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ locale: 'en-GB', baseURL });
  const page = await context.newPage();
  await visit(page, '/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(new SignIn(page, textsOf('en')).heading).toBeVisible();
  await context.addCookies([{ name: LOCALE_COOKIE, value: 'zh-CN', url: page.url() }]);
  await reload(page);
  await expect(new SignIn(page, textsOf('zh-CN')).heading).toBeVisible();
  await context.close();
});

test('language and theme come along to another browser', async ({ page, browser, baseURL, t }) => {
  const member = await makeMember();
  await signIn(page.request, member);
  await visit(page, '/settings/account');
  const account = new Account(page, t);
  await account.choose(t('layout.theme.dark'));
  await account.choose(t('layout.locale.en'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  const other = await browser.newContext({ locale: 'zh-CN', colorScheme: 'light', baseURL });
  const away = await other.newPage();
  await visit(away, '/sign-in');
  await expect(away.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await new SignIn(away, t).signIn(member);
  await expect(away.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(away.locator('html')).toHaveAttribute('lang', 'en');
  await expect(away.locator('html')).toHaveClass(/dark/);
  await other.close();
});
