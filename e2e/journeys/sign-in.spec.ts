import { expect, PASSWORD, signIn, test, USERS, visit } from '../fixtures';

test.use({ role: null });

test('signing in leads back to the page that was asked for, and signing out ends it', async ({ page }) => {
  await visit(page, '/quota');
  await expect(page).toHaveURL(/\/sign-in\?from=%2Fquota/);
  await page.getByLabel('邮箱').fill(USERS.VIEWER.email);
  await page.getByLabel('密码').fill('not the password');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByText('邮箱或密码不正确。')).toBeVisible();
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/\/quota$/);
  await page.getByRole('button', { name: '账号菜单' }).first().click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await visit(page, '/codes');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a link to another site is not followed after signing in', async ({ page }) => {
  await signIn(page.request, 'VIEWER');
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
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await context.addCookies([{ name: 'suncode_locale', value: 'zh-CN', url: page.url() }]);
  await page.reload();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await context.close();
});
