import { randomUUID } from 'node:crypto';
import { expect, test, visit } from '../fixtures';
import { AppPages } from '../pages/app-pages';
import { Apps } from '../pages/apps';
import { GenerateForm } from '../pages/generate-form';

test.use({ role: 'ADMIN' });

test(
  'the app.json of a Mini Program completes pages, warns of others, and names codes whose page has gone',
  { tag: '@both-languages' },
  async ({ page, t, baseURL }) => {
    const sandbox = `页面 ${randomUUID().slice(0, 8)}`;
    await new Apps(page, t).addSandbox(sandbox);
    const pages = new AppPages(page, t);
    const id = await pages.open(sandbox);
    await page.context().addCookies([{ name: 'suncode_app', value: id, url: baseURL ?? '' }]);

    // What is none says where; what was chosen is seen before it is sent.
    await pages.content.fill('{\n  "pages": ["pages/index/index",]\n}');
    await pages.save('');
    await expect(page.getByText(t('appPages.issues.syntax', { line: 2, near: ']' }))).toBeVisible();
    const subPackages = [{ root: 'packageA', pages: ['shop/table', 'shop/menu'] }];
    await pages.choose({ pages: ['pages/index/index', 'pages/mine/mine'], subPackages });
    await expect(pages.content).toHaveValue(/packageA/);
    await pages.save('1.4.0');
    await expect(page.getByText(t('appPages.form.saved', { pages: 4 }))).toBeVisible();
    await expect(page.getByRole('heading', { name: t('appPages.newest.title') })).toBeVisible();

    await visit(page, '/codes/new');
    const form = new GenerateForm(page, t);
    const target = page.getByLabel(t('purposes.form.page'));
    const options = page.getByRole('listbox', { name: t('common.pageList.label') }).getByRole('option');
    await target.pressSequentially('tabl');
    await expect(options).toHaveText(['packageA/shop/table']);
    await target.press('ArrowDown');
    await target.press('Enter');
    await expect(target).toHaveValue('packageA/shop/table');
    await expect(options).toHaveCount(0);
    await target.fill('packageA/shop/tabel');
    await target.press('Escape');
    const warning = page.getByText(/1\.4\.0.*packageA\/shop\/tabel/);
    await expect(warning).toBeVisible();
    const fix = t('codes.generate.fix.knownPage', { text: 'packageA/shop/table' });
    await page.getByRole('button', { name: fix, exact: true }).click();
    await expect(target).toHaveValue('packageA/shop/table');
    await expect(warning).toHaveCount(0);

    // In the form of all parameters a path is completed too, and keeps what stands behind it.
    await form.open('getwxacode');
    const name = t('codes.generate.path.label');
    const path = form.path.or(page.getByRole('combobox', { name, exact: true }));
    await path.fill('?id=1');
    await path.press('Home');
    await path.pressSequentially('men');
    await options.click();
    await expect(path).toHaveValue('packageA/shop/menu?id=1');
    await form.generate();

    // The next release is without that page.
    await visit(page, `/settings/apps/${id}/pages`);
    await pages.choose({ pages: ['pages/index/index', 'pages/mine/mine'] });
    await pages.save('1.5.0');
    const lost = page.getByRole('heading', { name: t('appPages.lost.title') });
    await expect(lost).toBeVisible();
    // Any two releases are compared; the address says which.
    const to = page.getByLabel(t('appPages.changes.to'), { exact: true });
    const newest = await to.inputValue();
    await to.selectOption(await to.locator('option', { hasText: '1.4.0' }).getAttribute('value'));
    await expect(page.getByText(t('appPages.changes.same'))).toBeVisible();
    await expect(lost).toHaveCount(0);
    await visit(page, page.url());
    await expect(page.getByText(t('appPages.changes.same'))).toBeVisible();
    await to.selectOption(newest);
    await expect(lost).toBeVisible();
    const gone = page.getByLabel(t('appPages.lost.to'));
    await gone.click();
    await options.filter({ hasText: 'mine' }).click();
    await expect(page.getByRole('region', { name: t('appPages.lost.snippet') })).toContainText(
      '"packageA/shop/menu": "/pages/mine/mine"',
    );
    await page.getByRole('link', { name: t('appPages.lost.count', { count: 1 }), exact: true }).click();
    await expect(page.getByText('packageA/shop/menu', { exact: false }).first()).toBeVisible();
  },
);

test('WeChat is asked whether the pages of codes are there, and the one that is gone is told with its codes', async ({
  page,
  t,
  baseURL,
}) => {
  const sandbox = `页面 ${randomUUID().slice(0, 8)}`;
  const apps = new Apps(page, t);
  await apps.addSandbox(sandbox);
  const id = await new AppPages(page, t).open(sandbox);
  await page.context().addCookies([{ name: 'suncode_app', value: id, url: baseURL ?? '' }]);
  const form = new GenerateForm(page, t);
  await form.open();
  await form.scene.fill('t=1');
  await form.target.fill('pages/shop/table');
  await form.generate();
  await apps.releasePages(sandbox, 'pages/index/index');

  await visit(page, `/settings/apps/${id}/pages`);
  const title = page.getByRole('heading', { name: t('appPages.probe.title'), exact: true });
  const card = page.locator('[data-slot=card]').filter({ has: title });
  await expect(card.getByText(t('appPages.probe.never'))).toBeVisible();
  await card.getByRole('button', { name: t('appPages.probe.ask'), exact: true }).click();
  await expect(card.getByText('pages/shop/table', { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(card.getByRole('button', { name: t('appPages.probe.ask'), exact: true })).toBeEnabled();
  await card.getByRole('link', { name: t('appPages.lost.count', { count: 1 }), exact: true }).click();
  await expect(page.getByText('t=1').first()).toBeVisible();
});
