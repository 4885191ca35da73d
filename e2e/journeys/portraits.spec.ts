import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { findings } from '../axe';
import { expect, test, visit } from '../fixtures';
import { DesignEditor } from '../pages/design';
import { NewBatch } from '../pages/new-batch';
import { Print } from '../pages/print';

async function portrait(name: string, background: string) {
  const create = { width: 120, height: 160, channels: 3 as const, background };
  return { name, mimeType: 'image/png', buffer: await sharp({ create }).png().toBuffer() };
}

// The design that somebody printed last is proposed to them again, and other journeys print as the operator.
test.use({ role: 'ADMIN' });

test('each row has its own picture in the center: added many at once, named where it is missing, and in the PDF', async ({
  page,
  t,
}) => {
  const mark = `p${randomUUID().slice(0, 8)}`;
  const rows = ['anna', '李雷.PNG', 'bo', ''].map((photo, at) => `${mark}-${at + 1}\t${photo}`);
  const draft = await new NewBatch(page, t).paste(['scene\tphoto', ...rows]);
  const run = await draft.start(4);
  await run.expectDone();
  await run.openPrint();
  await page.waitForURL(/\/print\/new/);
  const toPrint = new URL(page.url());

  const editor = new DesignEditor(page, t);
  await editor.start('sticker');
  const design = new URL(page.url()).pathname;
  await visit(page, `${design}${toPrint.search}`);
  await editor.element(t('designs.elements.code')).focus();
  await editor.chooseRowLogos([
    await portrait('Anna.png', '#e000a0'),
    await portrait('李雷.png', '#20b060'),
    { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') },
  ]);
  // The good ones are kept, the other one is named with its reason.
  await expect(editor.rowLogos).toHaveCount(2);
  await expect(page.getByText(`notes.png`)).toContainText(t('exports.issues.pictureNone'));
  await editor.saveButton.click();
  await expect(page.getByText(t('exports.issues.logoColumnNone'))).toBeVisible();
  await page.getByRole('combobox', { name: t('designs.fields.logoColumn') }).selectOption('photo');
  await expect(page.getByText(t('exports.issues.logoColumnNone'))).toHaveCount(0);
  const shown = editor.canvas.locator('image[href^="/api/print/pictures"]');
  await expect(shown).toHaveCount(1);
  expect(await findings(page)).toEqual([]);

  // Whoever looks at the other choice loses nothing, and one step back takes all pictures that came together.
  await editor.logoBy('all').check();
  await expect(shown).toHaveCount(0);
  await editor.logoBy('rows').check();
  await expect(editor.rowLogos).toHaveCount(2);
  const undo = page.getByRole('button', { name: t('designs.tools.undo') });
  for (const _step of ['by row', 'for all', 'the column', 'both pictures']) await undo.click();
  await expect(editor.rowLogos).toHaveCount(0);
  const redo = page.getByRole('button', { name: t('designs.tools.redo') });
  for (const _step of ['both pictures', 'the column']) await redo.click();
  await expect(editor.rowLogos).toHaveCount(2);
  await editor.save();

  const print = new Print(page, t);
  const makeButton = page.getByRole('button', { name: t('exports.print.make'), exact: true });
  const openPrint = async () => {
    await visit(page, toPrint.pathname + toPrint.search);
    await page.locator(`input[type=radio][value="${design.split('/').at(-1)}"]`).check();
  };
  await openPrint();
  await expect(page.getByText(t('exports.print.problems.logoMissing', { count: 1 }))).toBeVisible();
  await expect(page.getByText(t('exports.print.problems.row', { row: 3, text: 'bo' }))).toBeVisible();
  await expect(page.getByText(t('exports.print.problems.logoNone', { count: 1 }))).toBeVisible();
  await expect(makeButton).toBeDisabled();

  await visit(page, `${design}${toPrint.search}`);
  await editor.element(t('designs.elements.code')).focus();
  await editor.addRowLogos([await portrait('Bo.png', '#2060e0')]);
  await expect(editor.rowLogos).toHaveCount(3);
  await editor.save();
  await openPrint();
  await expect(page.getByText(t('exports.print.problems.logoMissing', { count: 1 }))).toHaveCount(0);
  const pictures = print.preview.locator('image[href^="/api/print/pictures"]');
  await expect(pictures).toHaveCount(3);
  const addresses = await pictures.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(new Set(addresses).size).toBe(3);
  // What is said of the rows pushes the button down: a press that it comes into is none.
  await expect(page.getByText(t('exports.print.problems.logoNone', { count: 1 }))).toBeVisible();
  const pdf = (await readFile(await (await print.make()).path())).toString('latin1');
  for (const address of addresses) {
    const bytes = await (await page.request.get(address)).body();
    expect(pdf.split(bytes.toString('latin1'))).toHaveLength(2);
  }
});
