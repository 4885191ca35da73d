import { randomBytes } from 'node:crypto';
import { expect, SANDBOX, test } from '../fixtures';
import { Apps } from '../pages/apps';

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
      await apps.submit();
      await expect(apps.dialog.getByText(t('errors.issues.required')).first()).toBeVisible();
      await apps.field('name').fill(`门店 ${appId.slice(-4)}`);
      await apps.field('appId').fill(appId);
      await apps.field('appSecret').fill(secret);
      await apps.submit();
      const card = apps.card(appId);
      await expect(card).toBeVisible();
      // Nothing listens where live calls go in these tests.
      await apps.action(card, 'test').click();
      await expect(card.getByText(t('apps.test.failed'))).toBeVisible();
      await page.reload();
      await expect(card).toBeVisible();
      expect((await Promise.all(bodies)).filter((body) => body.includes(secret))).toEqual([]);
      await apps.remove(card);
    },
  );

  test('sees that the sandbox accepts its credential', async ({ page, t }) => {
    const apps = new Apps(page, t);
    await apps.open();
    const card = apps.card(SANDBOX);
    await apps.action(card, 'test').click();
    await expect(card.getByText(t('apps.test.works'))).toBeVisible();
  });
});

test('an operator sees the Mini Programs and cannot change them', async ({ page, t }) => {
  const apps = new Apps(page, t);
  await apps.open();
  await expect(apps.card(SANDBOX)).toBeVisible();
  await expect(page.getByText(t('apps.readOnly'))).toBeVisible();
  await expect(apps.add).toHaveCount(0);
});
