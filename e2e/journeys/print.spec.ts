import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { NewBatch } from '../pages/new-batch';
import { Print } from '../pages/print';

/** WeChat's own pictures of all codes that match. */
async function picturesOf(page: Page, mark: string): Promise<Buffer[]> {
  const found = await page.request.get(`/api/codes?app=all&q=${mark}`);
  const { items }: { items: { id: string }[] } = await found.json();
  const read = async ({ id }: { id: string }) => (await page.request.get(`/api/codes/${id}/image`)).body();
  return Promise.all(items.map(read));
}

test(
  'from a finished batch to its PDF it takes two presses, and its design is remembered',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const mark = `d${randomUUID().slice(0, 8)}`;
    const print = new Print(page, t);
    const draft = await new NewBatch(page, t).paste(['scene', `${mark}-1`, `${mark}-2`]);
    await expect(draft.startButton(2)).toBeEnabled();
    const run = await draft.start(2);
    await run.expectDone();

    await run.openPrint();
    const download = await print.make();
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    const pdf = (await readFile(await download.path())).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
    const pictures = await picturesOf(page, mark);
    expect(pictures).toHaveLength(2);
    for (const bytes of pictures) expect(pdf.includes(bytes.toString('latin1'))).toBe(true);

    await print.choose('shelf');
    await expect(print.preview).toBeVisible();
    await expect(page.getByText(t('exports.print.facts', { pieces: 2, sheets: 1 }))).toBeVisible();
    // The file that is there is of the sticker: nobody takes it for the labels on the screen.
    await expect(page.getByText(t('exports.job.former'))).toBeVisible();
    const second = await print.make();
    await expect(page.getByText(t('exports.job.former'))).toHaveCount(0);
    expect(second.suggestedFilename()).toContain('-L7160-');
    expect(download.suggestedFilename()).not.toContain('-L7160-');
    const labels = (await readFile(await second.path())).toString('latin1');
    // Labels L7160: one sheet of A4.
    expect(labels.match(/\/MediaBox \[0 0 595\.\d+ 841\.\d+\]/g)).toHaveLength(1);
    await page.goBack();
    await run.openPrint();
    await expect(print.design('shelf')).toBeChecked();

    await page.getByRole('link', { name: t('exports.build.toExport') }).click();
    await expect(page).toHaveURL(/\/exports\/new\?batch=/);
    await page.getByRole('link', { name: t('exports.build.toPrint') }).click();
    await expect(print.design('shelf')).toBeChecked();
  },
);
