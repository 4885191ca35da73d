import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { expect, test, visit } from '../fixtures';
import { makeCodes } from '../ground';
import { DesignEditor } from '../pages/design';

test(
  'a design is drawn by mouse, keys and figures, undone, refused where its code is covered, and printed with',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const [codeId = ''] = await makeCodes(`g${randomUUID().slice(0, 8)}`, 1);
    const editor = new DesignEditor(page, t);
    await editor.start('sticker');
    const code = editor.element(t('designs.elements.code'));
    await code.focus();
    await expect(editor.field('x')).toHaveValue('6');

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(editor.field('x')).toHaveValue('7');
    await page.keyboard.press('Control+z');
    await expect(editor.field('x')).toHaveValue('6');

    const box = await code.boundingBox();
    if (!box) throw new Error('no code on the canvas');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    // A third of its side: 16 of 48 millimeters, onto the texts below it.
    await page.mouse.move(middle.x, middle.y + box.height / 3, { steps: 4 });
    await page.mouse.up();
    await expect(editor.field('y')).toHaveValue('20');
    await editor.saveButton.click();
    await expect(page.getByText(t('designs.notes.refused'))).toBeVisible();
    await expect(page.getByText(t('exports.issues.codeCovered')).first()).toBeVisible();
    await page.getByRole('button', { name: t('designs.tools.undo') }).click();
    await expect(editor.field('y')).toHaveValue('4');

    await editor.field('size').fill('40');
    await editor.save();
    // What was done before it was saved can still be undone.
    await page.getByRole('button', { name: t('designs.tools.undo') }).click();
    await expect(editor.field('size')).toHaveValue('48');
    await page.getByRole('button', { name: t('designs.tools.redo') }).click();

    const designId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await visit(page, `/print/new?id=${codeId}`);
    await page.locator(`input[type=radio][value="${designId}"]`).check();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: t('exports.print.make'), exact: true }).click();
    expect((await downloading).suggestedFilename()).toMatch(/\.pdf$/);
  },
);

test('a picture takes the place of WeChat’s logo, is seen on the canvas and in the preview, and goes again', async ({
  page,
  t,
}) => {
  const [codeId = ''] = await makeCodes(`g${randomUUID().slice(0, 8)}`, 1);
  const editor = new DesignEditor(page, t);
  await editor.start('sticker');
  const designId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await visit(page, `/print/designs/${designId}?id=${codeId}`);
  const create = { width: 60, height: 60, channels: 3 as const, background: '#e000a0' };
  const logo = editor.canvas.locator('image[href^="/api/print/pictures"]');
  await editor.element(t('designs.elements.code')).focus();
  await editor.chooseLogo(await sharp({ create }).png().toBuffer());
  await expect(logo).toHaveCount(1);

  const code = await editor.element(t('designs.elements.code')).boundingBox();
  const circle = await logo.boundingBox();
  if (!code || !circle) throw new Error('nothing on the canvas');
  // The sandbox draws its circle 32 % as wide as the code.
  expect(circle.width / code.width).toBeCloseTo(0.32, 1);
  expect(circle.x + circle.width / 2).toBeCloseTo(code.x + code.width / 2, 0);

  await page.getByRole('button', { name: t('designs.fields.logoRemove'), exact: true }).click();
  await expect(logo).toHaveCount(0);
  await page.getByRole('button', { name: t('designs.tools.undo') }).click();
  await expect(logo).toHaveCount(1);
  await editor.save();

  await visit(page, `/print/new?id=${codeId}`);
  await page.locator(`input[type=radio][value="${designId}"]`).check();
  const preview = page.getByRole('img', { name: t('exports.print.preview'), exact: true });
  await expect(preview.locator('image[href^="/api/print/pictures"]')).toHaveCount(1);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: t('exports.print.make'), exact: true }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.pdf$/);
});

test('figures are taken as they are typed, said what they can be, and never become others', async ({
  page,
  t,
}) => {
  const [codeId = ''] = await makeCodes(`g${randomUUID().slice(0, 8)}`, 1);
  const editor = new DesignEditor(page, t);
  await editor.start('sticker');
  const label = t('designs.piece.width');
  const name = t('designs.withUnit', { label, unit: t('designs.units.mm') });
  const width = page.getByRole('spinbutton', { name, exact: true });
  const type = async (figure: string) => {
    await width.clear();
    await width.pressSequentially(figure);
  };
  await type('80');
  await expect(width).toHaveValue('80');
  await type('0');
  await expect(page.getByText(t('exports.issues.ownRange', { min: 15, max: 900 }))).toBeVisible();
  await width.blur();
  await expect(width).toHaveValue('15');
  await page.getByRole('button', { name: t('designs.tools.undo') }).click();
  await expect(width).toHaveValue('60');

  await visit(page, `/print/new?id=${codeId}`);
  const copies = page.getByRole('spinbutton', { name: t('exports.print.copies') });
  await copies.clear();
  await copies.pressSequentially('5');
  await expect(copies).toHaveValue('5');
  await expect(page.getByText(t('exports.print.facts', { pieces: 5, sheets: 1 }))).toBeVisible();
});

test('a design that is larger than the paper says so where the sheet would be', async ({ page, t }) => {
  const [codeId = ''] = await makeCodes(`g${randomUUID().slice(0, 8)}`, 1);
  await visit(page, `/print/new?id=${codeId}`);
  await page.locator('input[type=radio][value=poster]').check();
  const roll = t('exports.print.roll', { width: 40, height: 30 });
  await page.getByRole('combobox', { name: t('exports.print.stock') }).selectOption(roll);
  const said = page.getByText(t('exports.print.tooLarge', { width: 148, height: 210 }));
  await expect(said).toHaveCount(2);
  await expect(page.getByRole('button', { name: t('exports.print.make'), exact: true })).toBeDisabled();
});
