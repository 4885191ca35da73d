import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test, visit } from '../fixtures';
import { makeCodes } from '../ground';
import { Exports } from '../pages/exports';
import { Gallery } from '../pages/gallery';
import { expectOthersToRead, readZip, sha256, type ZippedFile } from '../read-zip';

const MANIFESTS = ['manifest.csv', 'manifest.json'];

type ManifestFile = { file: string; id: string; name: string; scene: string; sha256: string };

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

test(
  'all that match a filter come as a ZIP under chosen names, and again with the same bytes',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const mark = `e${randomUUID().slice(0, 8)}`;
    const exports = new Exports(page, t);
    const gallery = new Gallery(page, t);
    await makeCodes(mark, 3);
    await gallery.open(`q=${mark}`);
    await gallery.exportAll(3);
    const matching = t('exports.build.of.filter', { count: 3, words: '' });
    await expect(page.getByText(matching)).toContainText(mark);
    await exports.names.fill('桌贴/{scene} 第{row:000}张 CON?');
    await expect(exports.sample).toContainText(`桌贴/${mark}-3 第001张 CON_.jpg`);
    const first = await exports.download('zip');
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

    await exports.openHistory();
    const row = exports.row(mark);
    await expect(row).toContainText(t('exports.item.pictures', { count: 3 }));
    const again = await readFile(await (await exports.downloadAgain(row)).path());
    expect(sha256(again)).toBe(sha256(await readFile(path)));
    await exports.removeAndRestore(row);
  },
);

test('ticked codes come in a print size, whose DPI is in the files', async ({ page, t }) => {
  const mark = `p${randomUUID().slice(0, 8)}`;
  const exports = new Exports(page, t);
  const gallery = new Gallery(page, t);
  await makeCodes(mark, 2);
  await gallery.open(`q=${mark}`);
  await gallery.tickLoaded(2);
  await gallery.exportSelected();
  await expect(page.getByText(t('exports.build.of.selection', { count: 2 }))).toBeVisible();
  await exports.choosePrint(12);
  // From the 430 pixels that a code has when no width is set.
  const enlarged = t('exports.build.print.enlarged', { count: 2, factor: 3.3 });
  await expect(page.getByText(enlarged)).toBeVisible();
  const printed = t('common.printed.far', { px: 430, cm: 12, dpi: 91, distance: 0.8 });
  await expect(page.getByText(printed)).toBeVisible();
  const path = await (await exports.download('zip')).path();
  const files = await readZip(path);
  expectOthersToRead(path, files);
  const pictures = [...files].filter(([name]) => !MANIFESTS.includes(name));
  expect(pictures).toHaveLength(2);
  for (const [name, { bytes }] of pictures)
    expect(await sharp(bytes).metadata(), name).toMatchObject({ format: 'png', width: 1417, density: 300 });
});

test('a list comes as CSV that Excel reads, and an address without codes says so', async ({ page, t }) => {
  const mark = `l${randomUUID().slice(0, 8)}`;
  const exports = new Exports(page, t);
  await makeCodes(mark, 1);
  await visit(page, `/exports/new?app=all&q=${mark}`);
  await exports.choose('csv');
  const table = await exports.download('csv');
  const text = await readFile(await table.path(), 'utf8');
  expect(text.startsWith(`\uFEFF${t('exports.table.heads.row')},`)).toBe(true);
  expect(text.split('\r\n')[1]).toContain(`${mark}-1`);
  await visit(page, '/exports/new');
  await expect(page.getByText(t('exports.build.unnamed.title'))).toBeVisible();
  await visit(page, '/exports/new?app=all&q=nothing-matches-this');
  await expect(page.getByText(t('exports.build.nothing.title'))).toBeVisible();
});
