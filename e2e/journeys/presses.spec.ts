import { randomUUID } from 'node:crypto';
import { devices, type Page } from '@playwright/test';
import { expect, test, visit } from '../fixtures';
import { makeCodes } from '../ground';
import { BatchDraft } from '../pages/batch-draft';
import { Gallery } from '../pages/gallery';
import { Print } from '../pages/print';
import type { Texts } from '../texts';

// What an operator does every day, counted in presses of a pointer; typing is not counted. The figures are promises.

/** Counts from now on, over all pages. */
async function countPresses(page: Page): Promise<() => number> {
  let presses = 0;
  await page.exposeFunction('suncodePressed', () => void presses++);
  const listen = () =>
    addEventListener(
      'pointerdown',
      ({ isTrusted }) => {
        if (isTrusted) void Reflect.get(globalThis, 'suncodePressed')();
      },
      true,
    );
  await page.addInitScript(listen);
  return () => presses;
}

/** 30 tables of a shop as somebody typed them, five of them wrongly in five ways; 300 take no more presses, only longer. */
function tableWithMistakes(mark: string): string {
  const scenes = Array.from({ length: 30 }, (_, index) => `${mark}-${index + 1}`);
  const rows = scenes.map((scene) => [scene, 'pages/index/index']);
  const set = (row: number, scene: string, page = 'pages/index/index') => (rows[row] = [scene, page]);
  set(4, `${mark}－５`);
  set(9, `${mark}-1 0`);
  set(14, `${mark}-15`, '/pages/index/index?from=qr');
  set(19, `${mark}-19`);
  set(24, `${mark}-${'9'.repeat(33)}`);
  return [['桌码', '页面'], ...rows].map((cells) => cells.join(',')).join('\r\n');
}

async function batchAndPrint(page: Page, t: Texts) {
  const mark = `k${randomUUID().slice(0, 8)}`;
  const presses = await countPresses(page);
  await visit(page, '/batches');
  await page
    .getByRole('main')
    .getByRole('link', { name: t('batches.new') })
    .first()
    .click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByText(t('batches.file.choose')).click();
  const buffer = Buffer.from(tableWithMistakes(mark));
  await (await choosing).setFiles({ name: `${mark}.csv`, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: t('batches.create.next') }).click();
  const draft = new BatchDraft(page, t);
  await draft.expectOpen();
  await draft.expectVerdict('invalid', 4);
  await draft.mend(1);
  await draft.mend(2);
  await draft.skipBad(2);
  const run = await draft.start(28);
  await run.expectDone();
  expect(presses(), 'from the list of batches to 28 codes').toBeLessThanOrEqual(7);

  const before = presses();
  await run.openPrint();
  const download = await new Print(page, t).make();
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  expect(presses() - before, 'from the finished batch to the PDF').toBeLessThanOrEqual(3);
  return run;
}

async function findOne(page: Page, t: Texts) {
  const mark = `k${randomUUID().slice(0, 8)}`;
  await makeCodes(mark, 3);
  const presses = await countPresses(page);
  const gallery = new Gallery(page, t);
  await gallery.open();
  await page.getByRole('searchbox').fill(`${mark}-2`);
  await gallery.expectCount(1);
  await gallery.name(0).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(mark);
  expect(presses(), 'from the gallery to one code').toBeLessThanOrEqual(1);
}

test('a table with five mistakes becomes codes in seven presses, and a PDF in three more', async ({
  page,
  t,
}) => {
  await batchAndPrint(page, t);
});

test('one of many is found by typing and one press', async ({ page, t }) => {
  await findOne(page, t);
});

test.describe('on a phone', () => {
  const { viewport, hasTouch, isMobile } = devices['iPhone 13'];
  test.use({ viewport, hasTouch, isMobile });

  test('it takes no more', async ({ page, t }) => {
    await batchAndPrint(page, t);
  });
});
