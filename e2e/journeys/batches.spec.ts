import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { Page } from '@playwright/test';
import { expect, test, visit } from '../fixtures';

// One after the other: their batches share the pace of one Mini Program.
test.describe.configure({ mode: 'default' });

const BATCH_URL = /\/batches\/[0-9a-f-]{36}(\?.*)?$/;

/** Scenes of its own for each run, so that no test meets another one's codes. */
const unique = () => randomUUID().slice(0, 8);

/** While another test has connected a live Mini Program, that one would come first. */
async function openNew(page: Page): Promise<void> {
  await visit(page, '/batches/new');
  const apps = page.getByRole('combobox', { name: '小程序' });
  if ((await apps.count()) === 0) return;
  const sandbox = apps.locator('option', { hasText: '沙盒小程序' }).first();
  await apps.selectOption(await sandbox.getAttribute('value'));
}

async function upload(page: Page, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
  await openNew(page);
  await page.getByLabel('选择文件').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
  await page.getByRole('button', { name: '下一步：对应列' }).click();
  await expect(page).toHaveURL(BATCH_URL);
}

async function paste(page: Page, rows: string[]): Promise<void> {
  await openNew(page);
  await page.getByRole('radio', { name: '粘贴表格' }).check();
  await page.getByRole('textbox', { name: '表格内容' }).fill(rows.join('\n'));
  await page.getByRole('button', { name: '下一步：对应列' }).click();
  await expect(page).toHaveURL(BATCH_URL);
}

/** The plan has been stored and the table judged by it. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: '逐行检查' }).locator('[aria-busy=true]')).toHaveCount(0);
}

const verdict = (page: Page, name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) });

test('a GB18030 file is mapped, judged, started without its bad rows, and watched to its end', async ({
  page,
}) => {
  const mark = unique();
  const good = [1, 2, 3, 4, 5].map((table) => `${mark}-A0${table},"人民广场店，一层 ${table} 号桌",靠窗`);
  const bad = [`${mark}-A01,又是一号桌,`, `${'x'.repeat(33)},太长,`, `桌${mark},不是英文,`];
  const csv = ['桌码,叫法,附注', ...good, ...bad].join('\r\n');
  await upload(page, { name: `门店 ${mark}.csv`, bytes: iconv.encode(csv, 'gb18030') });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`门店 ${mark}`);
  await expect(page.getByText('· GB18030')).toBeVisible();
  await page.getByRole('button', { name: '改名' }).click();
  await page.getByRole('textbox', { name: '批次名称' }).fill(`开业 ${mark}`);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`开业 ${mark}`);

  await page.getByLabel('场景值的来源').selectOption({ label: `桌码（如 ${mark}-A01、${mark}-A02）` });
  await page.getByLabel('名称的来源').selectOption('文字与列组合…');
  await page.getByRole('textbox', { name: '名称的文字' }).fill('店内 ');
  await page.getByRole('button', { name: '插入列“叫法”' }).nth(0).click();
  await expect(page.getByText('店内 人民广场店，一层 1 号桌')).toBeVisible();
  await settled(page);
  await expect(verdict(page, '新生成')).toHaveAccessibleName(/5$/);
  await expect(verdict(page, '表内重复')).toHaveAccessibleName(/1$/);
  await expect(verdict(page, '不合格')).toHaveAccessibleName(/2$/);
  const problems = page.getByRole('region', { name: '各行的结果' });
  await expect(problems.getByRole('row', { name: /^8 .*最长 32 个字符/ })).toBeVisible();
  await expect(problems.getByRole('row', { name: /^7 .*与第 2 行的参数完全相同/ })).toBeVisible();

  const start = page.getByRole('button', { name: '生成 5 个' });
  await expect(start).toBeDisabled();
  await page.getByRole('radio', { name: '跳过它们' }).check();
  await expect(page.getByText('将跳过 3 行。')).toBeVisible();
  await start.click();

  const progress = page.getByRole('region', { name: '进度' });
  await expect(progress.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '5 / 5');
  await expect(page.getByText('全部完成')).toBeVisible();
  const rows = page.getByRole('region', { name: '批次的各行' });
  await expect(rows.getByRole('row', { name: /店内 人民广场店，一层 1 号桌.*已生成/ })).toBeVisible();
  await page.getByRole('radio', { name: /^已跳过/ }).check();
  await expect(page).toHaveURL(/status=skipped/);
  await expect(rows.getByRole('row', { name: /重复，已跳过/ })).toBeVisible();
  await expect(rows.getByRole('row', { name: /不合格，已跳过/ })).toHaveCount(2);

  await page.getByRole('radio', { name: /^全部/ }).check();
  await rows.getByRole('link', { name: '店内 人民广场店，一层 1 号桌' }).click();
  await expect(page.getByText(`${mark}-A01`).first()).toBeVisible();
  await page.getByRole('link', { name: `开业 ${mark}` }).click();
  await expect(page).toHaveURL(BATCH_URL);
  await page.getByRole('link', { name: '在码库中查看' }).click();
  await expect(page.getByText('共 5 个').first()).toBeVisible();
  await expect(page.getByText(`批次：开业 ${mark}`)).toBeVisible();
});

test('what was set is still there after a reload, and a preset takes it to the next table', async ({
  page,
}) => {
  const mark = unique();
  await paste(page, ['桌号\t门店', `${mark}1\t21`, `${mark}2\t22`]);
  await page.getByLabel('场景值的来源').selectOption('文字与列组合…');
  await page.getByRole('textbox', { name: '场景值的文字' }).fill('t={桌号}&s={门店}');
  await page.getByRole('button', { name: /^860 像素/ }).click();
  await expect(page.getByText(`t=${mark}1&s=21`).first()).toBeVisible();
  await settled(page);
  await page.reload();
  await expect(page.getByRole('textbox', { name: '场景值的文字' })).toHaveValue('t={桌号}&s={门店}');
  await expect(page.getByRole('button', { name: /^860 像素/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(verdict(page, '新生成')).toHaveAccessibleName(/2$/);

  await page.getByRole('button', { name: '方案' }).click();
  await page.getByLabel('方案名称').fill(`方案 ${mark}`);
  await page.getByRole('button', { name: '保存当前设置' }).click();
  await expect(page.getByText(`已保存方案“方案 ${mark}”`)).toBeVisible();

  await paste(page, ['门店\t层\t桌号', `31\t1\t${mark}3`]);
  await page.getByRole('button', { name: '方案' }).click();
  await page.getByRole('button', { name: `套用“方案 ${mark}”` }).click();
  await expect(page.getByText(`t=${mark}3&s=31`).first()).toBeVisible();
  await page.getByRole('button', { name: `修改“方案 ${mark}”` }).click();
  await page.getByRole('textbox', { name: '方案名称' }).first().fill(`桌贴 ${mark}`);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText(`方案已改名为“桌贴 ${mark}”`)).toBeVisible();
  await page.getByRole('button', { name: `修改“桌贴 ${mark}”` }).click();
  await page.getByRole('button', { name: '换成当前的设置' }).click();
  await expect(page.getByText(`方案“桌贴 ${mark}”已换成当前的设置`)).toBeVisible();
  await page.getByRole('button', { name: `删除“桌贴 ${mark}”` }).click();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.getByText(`已删除方案“桌贴 ${mark}”`)).toBeVisible();
});

test('number series are combined, the batch is paused, resumed and cancelled, and the draft of another deleted', async ({
  page,
}) => {
  const mark = unique();
  await openNew(page);
  await page.getByRole('radio', { name: '连号生成' }).check();
  await page.getByLabel('前缀').fill(`${mark}-`);
  await page.getByLabel('数量').fill('40');
  await page.getByLabel('编号位数').fill('2');
  await page.getByRole('button', { name: '再加一组编号' }).click();
  const second = page.getByRole('group', { name: '第 2 组' });
  await second.getByLabel('数量').fill('50');
  await expect(page.getByText('共 2,000 个')).toBeVisible();
  await expect(page.getByText(`${mark}-40 · 50`)).toBeVisible();
  await page.getByLabel('批次名称').fill(`储物柜 ${mark}`);
  await page.getByRole('button', { name: '下一步：对应列' }).click();
  await expect(page).toHaveURL(BATCH_URL);
  await page.getByLabel('场景值的来源').selectOption('文字与列组合…');
  await page.getByRole('textbox', { name: '场景值的文字' }).fill('{编号}-{编号 2}');
  await settled(page);
  await page.getByRole('button', { name: '生成 2,000 个' }).click();
  await page.getByRole('button', { name: '暂停' }).click();
  await expect(page.getByText('已暂停', { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('已暂停', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByRole('button', { name: '暂停' })).toBeVisible();
  await page.getByRole('button', { name: '取消批次' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText(`取消“储物柜 ${mark}”？`);
  await dialog.getByRole('button', { name: '取消批次' }).click();
  await expect(page.getByText('没有生成，也没有花额度')).toBeVisible();
  await page.getByRole('link', { name: '同样的设置，新的表格' }).click();
  await expect(page.getByText(`沿用“储物柜 ${mark}”`)).toBeVisible();

  await paste(page, ['桌号', `${mark}x`]);
  await page.getByRole('button', { name: '删除草稿' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '删除草稿' }).click();
  await expect(page).toHaveURL(/\/batches$/);
  await expect(page.getByRole('link', { name: `储物柜 ${mark}` })).toBeVisible();
});

test.describe('an administrator', () => {
  test.use({ role: 'ADMIN' });

  /** A sandbox of its own, in which only one page is released. */
  async function addSandbox(page: Page, name: string): Promise<void> {
    await visit(page, '/settings/apps');
    await page.getByRole('button', { name: '接入小程序' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '沙盒' }).check();
    await dialog.getByLabel('名称').fill(name);
    await dialog.getByRole('button', { name: '接入小程序' }).click();
    await expect(dialog).toBeHidden();
    await releasePages(page, name, 'pages/index/index');
  }

  async function releasePages(page: Page, name: string, pages: string): Promise<void> {
    await visit(page, '/settings/apps');
    await page
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByRole('link', { name: '沙盒行为' })
      .click();
    await page.getByLabel('页面，每行一个').fill(pages);
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存，从下一次调用起生效')).toBeVisible();
  }

  test('sees failures by their cause, downloads them as a table, and tries them again once the cause is gone', async ({
    page,
  }) => {
    const mark = unique();
    const app = `演练 ${mark}`;
    await addSandbox(page, app);
    await visit(page, '/batches/new');
    await page.getByRole('combobox', { name: '小程序' }).selectOption(app);
    await page.getByRole('radio', { name: '粘贴表格' }).check();
    const rows = ['scene\tpage', `${mark}1\tpages/index/index`, `${mark}2\tpages/new/${mark}`];
    await page.getByRole('textbox', { name: '表格内容' }).fill(rows.join('\n'));
    await page.getByRole('button', { name: '下一步：对应列' }).click();
    await expect(page).toHaveURL(BATCH_URL);
    await settled(page);
    await page.getByRole('button', { name: '生成 2 个' }).click();
    await expect(page.getByText('1 个没有生成成功')).toBeVisible();
    const batch = page.url();
    const causes = page.getByRole('region', { name: '失败原因' });
    await expect(causes.getByText('41030')).toBeVisible();
    await expect(causes.getByText(/先发布小程序/)).toBeVisible();
    const downloading = page.waitForEvent('download');
    await causes.getByRole('link', { name: '下载错误清单' }).click();
    const list = (await readFile(await (await downloading).path())).toString('utf8');
    expect(list.startsWith('\uFEFFscene,page,')).toBe(true);
    expect(list).toContain(`${mark}2,pages/new/${mark}`);
    expect(list).not.toContain(`${mark}1`);

    await releasePages(page, app, '');
    await visit(page, batch);
    await causes.getByRole('button', { name: '重试这 1 个' }).click();
    await expect(page.getByText('1 个重新排队')).toBeVisible();
    await expect(page.getByText('全部完成')).toBeVisible();
    await expect(causes).toHaveCount(0);
  });
});

test.describe('a viewer', () => {
  test.use({ role: 'VIEWER' });

  test('sees batches and cannot make one', async ({ page }) => {
    await visit(page, '/batches');
    await expect(page.getByRole('heading', { name: '批量生成' })).toBeVisible();
    await expect(page.getByRole('link', { name: '新建批次' })).toHaveCount(0);
    await visit(page, '/batches/new');
    await expect(page.getByText('你的角色不能批量生成')).toBeVisible();
  });
});
