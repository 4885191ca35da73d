import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test, visit } from '../fixtures';
import { AppPages } from '../pages/app-pages';
import { Apps } from '../pages/apps';
import { GenerateForm } from '../pages/generate-form';

test.use({ role: 'ADMIN' });

test(
  'what a page takes is said once, a code is made by it, and its page and the file for developers know the values',
  { tag: '@both-languages' },
  async ({ page, t, baseURL }) => {
    const sandbox = `参数 ${randomUUID().slice(0, 8)}`;
    await new Apps(page, t).addSandbox(sandbox);
    const pages = new AppPages(page, t);
    const id = await pages.open(sandbox);
    await page.context().addCookies([{ name: 'suncode_app', value: id, url: baseURL ?? '' }]);

    const target = 'pages/table/index';
    await page.getByRole('button', { name: t('appPages.declared.add'), exact: true }).click();
    await page.getByRole('textbox', { name: t('appPages.declared.page'), exact: true }).fill(target);
    await pages.nameParameter(1, 'table', 't');
    await pages.chooseType(1, 'number');
    await pages.tick(1, 'required');
    await pages.tick(1, 'compactNumber');
    await page.getByRole('button', { name: t('appPages.declared.addParameter'), exact: true }).click();
    await pages.nameParameter(2, 'kind', 'k');
    await pages.chooseType(2, 'choice');
    await pages
      .parameter(2)
      .getByRole('textbox', { name: t('appPages.declared.choices') })
      .fill('堂食\n外带');
    await pages.tick(2, 'compactChoice');
    await pages.saveParameters(target);
    await expect(page.getByRole('region', { name: target })).toContainText('堂食 / 外带');

    const form = new GenerateForm(page, t);
    await form.open();
    await form.target.fill(target);
    const fields = page.getByRole('group', { name: t('codes.generate.scene.byName'), exact: true });
    await fields.getByRole('textbox', { name: 'table' }).fill('007');
    await fields.getByRole('combobox', { name: 'kind' }).selectOption('外带');
    await form.submit();
    const wrong = t('codes.generate.scene.problems.number', { name: 'table', max: Number.MAX_SAFE_INTEGER });
    await expect(page.getByRole('alert').filter({ hasText: wrong })).toBeVisible();
    await expect(fields.getByText(wrong)).toBeVisible();
    await fields.getByRole('textbox', { name: 'table' }).fill('1024');
    await expect(fields.getByText(wrong)).toHaveCount(0);
    await expect(fields.getByText('t=GW&k=1', { exact: true })).toBeVisible();
    await expect(fields.getByText(t('codes.generate.scene.saved', { saved: 10 }))).toBeVisible();
    await form.generate();

    // What it reads stands beside what is in the code.
    await expect(page.getByText(t('codes.detail.fields.read'), { exact: true })).toBeVisible();
    await expect(page.getByText('table 1024', { exact: true })).toBeVisible();
    await expect(page.getByText('kind 外带', { exact: true })).toBeVisible();
    await page.getByText(t('codes.detail.sections.technical'), { exact: true }).click();
    await page.getByRole('radio', { name: 'TypeScript', exact: true }).check();
    const download = page.waitForEvent('download');
    const file = 'live-code.ts';
    await page.getByRole('link', { name: t('live.snippet.download', { file }), exact: true }).click();
    const made = await (await download).path();
    expect(await readFile(made, 'utf8')).toContain('kind?: "堂食" | "外带"');

    await visit(page, `/codes?app=${id}`);
    await expect(page.getByText('table=1024&kind=外带 · t=GW&k=1').first()).toBeVisible();
  },
);
