import { randomBytes, randomUUID } from 'node:crypto';
import { expect, reload, SANDBOX, test } from '../fixtures';
import { makeCodes } from '../ground';
import { Apps } from '../pages/apps';
import { ConnectApp } from '../pages/connect-app';

test.describe('an administrator', () => {
  test.use({ role: 'ADMIN' });

  test(
    'connects a live Mini Program; its AppSecret never comes back; the test of the connection speaks plainly',
    { tag: '@both-languages' },
    async ({ page, t }) => {
      const appId = `wx${randomBytes(8).toString('hex')}`;
      const secret = randomBytes(16).toString('hex');
      const bodies: Promise<string>[] = [];
      page.on('response', (response) => {
        const type = response.headers()['content-type'] ?? '';
        if (/html|json|x-component/.test(type)) bodies.push(response.text().catch(() => ''));
      });
      const apps = new Apps(page, t);
      await apps.open();
      await apps.add.click();
      const connect = new ConnectApp(page, t);
      await connect.submit();
      for (const field of ['name', 'appId', 'appSecret'] as const)
        await expect(page.getByText(t('errors.issues.required', { field }))).toBeVisible();
      await connect.fill({ name: `门店 ${appId.slice(-4)}`, appId, appSecret: secret });
      await connect.submit();
      // Nothing listens where live calls go in these tests.
      await expect(connect.refusal(t('wechat.errors.tokenUnavailable.title'))).toBeVisible();
      await expect(connect.field('appSecret')).toHaveValue(secret);
      await connect.keepAnyway();
      await apps.open();
      const card = apps.card(appId);
      await expect(card).toContainText(t('wechat.errors.tokenUnavailable.title'));
      await apps.test(card).click();
      await expect(card.getByText(t('apps.test.failed'))).toBeVisible();
      await reload(page);
      await expect(card).toBeVisible();
      expect((await Promise.all(bodies)).filter((body) => body.includes(secret))).toEqual([]);
      await apps.remove(card);
    },
  );

  test('sees that the sandbox works, and why it cannot be removed', async ({ page, t }) => {
    const apps = new Apps(page, t);
    await makeCodes(randomUUID().slice(0, 8), 1);
    await apps.open();
    const card = apps.card(SANDBOX);
    const removal = await apps.entry(card, t('apps.remove.action'));
    await expect(removal).toBeDisabled();
    await expect(removal).toContainText(t('apps.remove.codes'));
    await page.keyboard.press('Escape');
    await apps.test(card).click();
    await expect(card.getByText(t('apps.test.works'))).toBeVisible();
    await expect(card).toContainText(t('apps.facts.state.works'));
  });
});

test('an operator sees the Mini Programs and cannot change them', async ({ page, t }) => {
  const apps = new Apps(page, t);
  await apps.open();
  await expect(apps.card(SANDBOX)).toBeVisible();
  await expect(page.getByText(t('apps.readOnly'))).toBeVisible();
  await expect(apps.add).toHaveCount(0);
});
