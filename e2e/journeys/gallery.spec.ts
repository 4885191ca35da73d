import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { expect, test, visit } from '../fixtures';

async function makeCodes(page: Page, mark: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await visit(page, '/codes/new');
    await page.getByRole('textbox', { name: '场景值' }).fill(`${mark}-${number}`);
    await page.getByRole('button', { name: /^生成( |$)/ }).click();
    await expect(page).toHaveURL(/\/codes\/[0-9a-f-]{36}$/);
  }
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip))),
  );
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Every entry by name, with its compression method (0 = stored). */
async function unzip(bytes: Buffer): Promise<Map<string, { bytes: Buffer; method: number }>> {
  const zip = await openZip(bytes);
  const files = new Map<string, { bytes: Buffer; method: number }>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      readEntry(zip, entry).then((content) => {
        files.set(entry.fileName, { bytes: content, method: entry.compressionMethod });
        zip.readEntry();
      }, reject);
    });
    zip.once('end', () => resolve(files));
    zip.readEntry();
  });
}

test('search and filters live in the address, and back leads back', async ({ page }) => {
  const mark = `g${randomUUID().slice(0, 8)}`;
  await makeCodes(page, mark, 2);
  await visit(page, '/codes');
  await page.keyboard.press('/');
  await page.keyboard.type(mark);
  await expect(page.getByText('共 2 个').first()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`q=${mark}`));
  await visit(page, `/codes?q=${mark}-2`);
  await expect(page.getByText('共 1 个').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByText('共 2 个').first()).toBeVisible();
  await visit(page, `/codes?q=${mark}&status=FAILED`);
  await expect(page.getByText('没有符合条件的码')).toBeVisible();
});

test('a selection comes as a stored ZIP whose names, bytes and manifest agree', async ({ page }) => {
  const mark = `z${randomUUID().slice(0, 8)}`;
  await makeCodes(page, mark, 3);
  await visit(page, `/codes?q=${mark}`);
  await expect(page.getByText('共 3 个').first()).toBeVisible();
  await page.getByRole('checkbox', { name: /选择已加载/ }).click();
  await expect(page.getByText('已选 3 个').first()).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载 ZIP' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^suncode-.*\.zip$/);
  const files = await unzip(await readFile(await download.path()));
  const manifests = ['manifest.csv', 'manifest.json'];
  expect([...files.keys()].slice(-2)).toEqual(manifests);
  expect([...files.keys()].toSorted()).toEqual(
    [`${mark}-1.jpg`, `${mark}-2.jpg`, `${mark}-3.jpg`, ...manifests].toSorted(),
  );
  const manifest = files.get('manifest.csv')?.bytes.toString('utf8') ?? '';
  expect(manifest.startsWith('\uFEFF')).toBe(true);
  const rows = manifest.trim().split('\r\n');
  for (const [name, file] of files) {
    expect(file.method, `${name} is stored`).toBe(0);
    if (manifests.includes(name)) continue;
    const row = rows.find((line) => line.startsWith(`${name},`)) ?? '';
    expect(row).toContain(createHash('sha256').update(file.bytes).digest('hex'));
    expect(row).toContain(name.replace('.jpg', ''));
  }
});

test('codes are deleted together and brought back', async ({ page }) => {
  const mark = `d${randomUUID().slice(0, 8)}`;
  await makeCodes(page, mark, 2);
  await visit(page, `/codes?q=${mark}`);
  await page.getByRole('checkbox', { name: /选择已加载/ }).click();
  await page.getByRole('region', { name: '对选中的码' }).getByRole('button', { name: '删除' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '删除 2 个' }).click();
  await expect(page.getByText('没有符合条件的码')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('共 2 个').first()).toBeVisible();
});
