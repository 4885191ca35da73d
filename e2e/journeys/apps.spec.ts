import { randomBytes } from 'node:crypto';
import { expect, test, visit } from '../fixtures';

test.describe('an administrator', () => {
  test.use({ role: 'ADMIN' });

  test('connects a live Mini Program; its AppSecret never comes back; the test of the connection speaks plainly', async ({
    page,
  }) => {
    const appId = `wx${randomBytes(8).toString('hex')}`;
    const secret = randomBytes(16).toString('hex');
    const name = `门店 ${appId.slice(-4)}`;
    const bodies: Promise<string>[] = [];
    page.on('response', (response) => {
      const type = response.headers()['content-type'] ?? '';
      if (/html|json|x-component/.test(type)) bodies.push(response.text().catch(() => ''));
    });
    await visit(page, '/settings/apps');
    await page.getByRole('button', { name: '接入小程序' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '接入小程序' }).click();
    await expect(dialog.getByText(/必填/).first()).toBeVisible();
    await dialog.getByLabel('名称').fill(name);
    await dialog.getByRole('textbox', { name: 'AppID' }).fill(appId);
    await dialog.getByLabel('AppSecret').fill(secret);
    await dialog.getByRole('button', { name: '接入小程序' }).click();
    const card = page.getByRole('listitem').filter({ hasText: appId });
    await expect(card).toBeVisible();
    // Nothing listens where live calls go in these tests.
    await card.getByRole('button', { name: '测试连接' }).click();
    await expect(card.getByText(/连接失败/)).toBeVisible();
    await page.reload();
    await expect(card).toBeVisible();
    expect((await Promise.all(bodies)).filter((body) => body.includes(secret))).toEqual([]);
    await card.getByRole('button', { name: '移除' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '移除' }).click();
    await expect(card).toHaveCount(0);
  });

  test('sees that the sandbox accepts its credential', async ({ page }) => {
    await visit(page, '/settings/apps');
    const card = page.getByRole('listitem').filter({ hasText: '沙盒小程序' }).first();
    await card.getByRole('button', { name: '测试连接' }).click();
    await expect(card.getByText(/连接正常/)).toBeVisible();
  });
});

test('an operator sees the Mini Programs and cannot change them', async ({ page }) => {
  await visit(page, '/settings/apps');
  await expect(page.getByText('只有管理员可以接入和修改小程序。')).toBeVisible();
  await expect(page.getByRole('button', { name: '接入小程序' })).toHaveCount(0);
});
