import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test, visit } from '../fixtures';
import { makeCodes } from '../make-codes';
import { expectOthersToRead, readZip, sha256, type ZippedFile } from '../read-zip';

const MANIFESTS = ['manifest.csv', 'manifest.json'];

type ManifestFile = { file: string; id: string; name: string; scene: string; sha256: string };

async function download(page: Page, button: string): Promise<Download> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return downloading;
}

/** Each file is the picture of the very code that the manifest says it is, as the code's own page gives it. */
async function expectRightPictures(page: Page, files: Map<string, ZippedFile>): Promise<ManifestFile[]> {
  const manifest: { files: ManifestFile[]; count: number; missing: number } = JSON.parse(
    files.get('manifest.json')?.bytes.toString('utf8') ?? '',
  );
  expect([...files.keys()]).toEqual([...manifest.files.map(({ file }) => file), ...MANIFESTS]);
  expect(manifest).toMatchObject({ count: manifest.files.length, missing: 0 });
  for (const row of manifest.files) {
    const own = await (await page.request.get(`/api/codes/${row.id}/image`)).body();
    expect(files.get(row.file), row.file).toMatchObject({ sha256: sha256(own), method: 0 });
    expect(row.sha256, row.file).toBe(sha256(own));
  }
  return manifest.files;
}

test('all that match a filter come as a ZIP under chosen names, and again with the same bytes', async ({
  page,
  t,
}) => {
  const mark = `e${randomUUID().slice(0, 8)}`;
  await makeCodes(page, t, { mark, count: 3 });
  await visit(page, `/codes?q=${mark}`);
  await page.getByRole('link', { name: '导出全部 3 个' }).click();
  await expect(page.getByText(`符合筛选条件的 3 个码`)).toContainText(mark);
  await page.getByRole('textbox', { name: '文件名' }).fill('桌贴/{scene} 第{row:000}张 CON?');
  const sample = page.getByRole('list', { name: 'ZIP 里的文件，前几个' });
  await expect(sample).toContainText(`桌贴/${mark}-3 第001张 CON_.jpg`);
  const first = await download(page, '下载 ZIP');
  expect(first.suggestedFilename()).toMatch(/^suncode-.*\.zip$/);
  const path = await first.path();
  const files = await readZip(path);
  expectOthersToRead(path, files);
  const rows = await expectRightPictures(page, files);
  expect(rows.map(({ file }) => file)).toEqual(
    [3, 2, 1].map((number, at) => `桌贴/${mark}-${number} 第00${at + 1}张 CON_.jpg`),
  );
  expect(rows.map(({ scene }) => scene)).toEqual([3, 2, 1].map((number) => `${mark}-${number}`));
  expect(files.get('manifest.csv')?.bytes.toString('utf8').startsWith('\uFEFF')).toBe(true);

  await page.getByRole('link', { name: '导出记录' }).click();
  const card = page.getByRole('article').filter({ hasText: mark }).first();
  await expect(card).toContainText('3 张图片');
  const downloading = page.waitForEvent('download');
  await card.getByRole('button', { name: /再次下载/ }).click();
  const again = await readFile(await (await downloading).path());
  expect(sha256(again)).toBe(sha256(await readFile(path)));
});

test('ticked codes come in a print size, whose DPI is in the files', async ({ page, t }) => {
  const mark = `p${randomUUID().slice(0, 8)}`;
  await makeCodes(page, t, { mark, count: 2 });
  await visit(page, `/codes?q=${mark}`);
  await page.getByRole('checkbox', { name: /选择已加载/ }).click();
  await page.getByRole('region', { name: '对选中的码' }).getByRole('button', { name: '导出' }).click();
  await expect(page.getByText('选中的 2 个码')).toBeVisible();
  await page.getByRole('radio', { name: '按印刷尺寸' }).click();
  await page.getByRole('button', { name: /^12 厘米/ }).click();
  await expect(page.getByText('每张宽 1,417 像素')).toBeVisible();
  await expect(page.getByText(/会被放大，最多放大到/)).toBeVisible();
  const path = await (await download(page, '下载 ZIP')).path();
  const files = await readZip(path);
  expectOthersToRead(path, files);
  const pictures = [...files].filter(([name]) => !MANIFESTS.includes(name));
  expect(pictures).toHaveLength(2);
  for (const [name, { bytes }] of pictures)
    expect(await sharp(bytes).metadata(), name).toMatchObject({ format: 'png', width: 1417, density: 300 });
});

test('a list comes as CSV that Excel reads, and an address without codes says so', async ({ page, t }) => {
  const mark = `l${randomUUID().slice(0, 8)}`;
  await makeCodes(page, t, { mark, count: 1 });
  await visit(page, `/exports/new?app=all&q=${mark}`);
  await page.getByRole('radio', { name: 'CSV 表格' }).click();
  const table = await download(page, '下载 CSV');
  const text = await readFile(await table.path(), 'utf8');
  expect(text.startsWith('\uFEFF序号,')).toBe(true);
  expect(text.split('\r\n')[1]).toContain(`${mark}-1`);
  await visit(page, '/exports/new');
  await expect(page.getByText('先选择要导出的码')).toBeVisible();
  await visit(page, '/exports/new?app=all&q=nothing-matches-this');
  await expect(page.getByText('没有可以导出的码')).toBeVisible();
});
