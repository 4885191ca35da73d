import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures';
import { makeCodes } from '../ground';
import { Gallery } from '../pages/gallery';

const MANY = 3;

let mark: string;
let gallery: Gallery;

test.beforeEach(async ({ page, t }) => {
  mark = `b${randomUUID().slice(0, 8)}`;
  await makeCodes(mark, MANY);
  gallery = new Gallery(page, t);
  await gallery.open(`q=${mark}`);
  await gallery.expectCount(MANY);
});

test(
  'all that match are tagged and moved, and leave no selection behind',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    await gallery.selectAllThatMatch(MANY);
    await gallery.act('addTags');
    await page.getByRole('textbox', { name: t('organize.tags.searchOrCreate') }).fill(`T${mark}`);
    await page.keyboard.press('Enter');
    const confirm = t('bulk.tags.confirmAdd', { tags: 1 });
    await page.getByRole('dialog').getByRole('button', { name: confirm }).click();
    await gallery.expectNotice(t('bulk.done.addTags', { count: MANY }));
    await expect(gallery.bar).toBeHidden();
    await gallery.selectAllThatMatch(MANY);
    await gallery.act('move');
    await page.getByRole('textbox', { name: t('organize.folders.searchOrCreate') }).fill(`F${mark}`);
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('bulk.move.confirm') })
      .click();
    await gallery.expectNotice(t('bulk.done.move', { count: MANY }));
    await page.getByRole('button', { name: `F${mark}` }).click();
    await gallery.expectCount(MANY);
  },
);

test('codes are archived and deleted; the notice and Ctrl+Z bring them back', async ({ page, t }) => {
  await gallery.press('ControlOrMeta+a');
  await gallery.act('archive');
  await gallery.expectNotice(t('bulk.done.archive', { count: MANY }));
  await expect(gallery.noMatch).toBeVisible();
  const inArchive = page.getByRole('button', { name: t('codes.gallery.noMatch.archived', { count: MANY }) });
  await expect(inArchive).toBeVisible();
  await gallery.undo();
  await gallery.expectCount(MANY);
  await gallery.press('ControlOrMeta+a');
  await gallery.act('delete');
  await expect(gallery.noMatch).toBeVisible();
  await gallery.press('ControlOrMeta+z');
  await gallery.expectCount(MANY);
  await gallery.press('ControlOrMeta+a', 'Escape');
  await expect(gallery.bar).toBeHidden();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('from the search box to a tag, a new name and the trash by keys alone', async ({ page, t }) => {
  const dialog = page.getByRole('dialog');
  await gallery.press('/', 'ArrowDown');
  await expect(gallery.name(0)).toBeFocused();
  await gallery.press('Shift+ArrowRight', 't');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type(`T${mark}`);
  await gallery.press('Enter');
  await expect(dialog.getByLabel(`T${mark}`)).toBeChecked();
  await page.keyboard.type(`t${mark}`);
  await gallery.press('Enter');
  await expect(dialog.getByLabel(`T${mark}`)).not.toBeChecked();
  await page.keyboard.type(mark);
  await gallery.press('Enter', 'ControlOrMeta+Enter');
  await gallery.expectNotice(t('bulk.done.addTags', { count: 2 }));
  await gallery.expectSelected(0);

  await gallery.name(0).focus();
  const name = (await gallery.name(0).textContent()) ?? '';
  await gallery.press('r');
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type(`N${mark}`);
  await gallery.press('Enter');
  await expect(gallery.name(0)).toHaveText(`N${mark}`);
  // While the dialog fades its field has the keys, and takes back what was typed into it.
  await expect(gallery.name(0)).toBeFocused();
  await gallery.press('ControlOrMeta+z');
  await expect(gallery.name(0)).toHaveText(name);
  await gallery.press('r', 'Escape');
  await expect(gallery.name(0)).toBeFocused();
  await gallery.press('Delete');
  await gallery.expectCount(MANY - 1);
  await gallery.press('ControlOrMeta+z');
  await gallery.expectCount(MANY);
});

test('without a network an action says so, and the selection is still there to try again', async ({
  context,
  t,
}) => {
  await gallery.press('ControlOrMeta+a');
  await gallery.expectSelected(MANY);
  await context.setOffline(true);
  await gallery.act('archive');
  await gallery.expectNotice(t('common.failure.offline'));
  await gallery.expectSelected(MANY);
  await context.setOffline(false);
  await gallery.act('archive');
  await expect(gallery.noMatch).toBeVisible();
});

test(
  'the trash gives codes back, and is emptied once its number is typed',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    await gallery.selectAllThatMatch(MANY);
    await gallery.act('delete');
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: t('bulk.delete.confirm', { count: MANY }) }).click();
    await expect(gallery.noMatch).toBeVisible();
    await gallery.openPlace('trash');
    await gallery.tickFirst();
    await gallery.act('restore');
    await gallery.expectNotice(t('bulk.done.restore', { count: 1 }));
    await gallery.expectCount(MANY - 1);
    await page.getByRole('button', { name: t('bulk.trash.emptyMatching') }).click();
    await expect(dialog.getByRole('button', { name: t('bulk.purge.confirm') })).toBeDisabled();
    await dialog.getByRole('textbox').fill(String(MANY - 1));
    await dialog.getByRole('button', { name: t('bulk.purge.confirm') }).click();
    await expect(gallery.noMatch).toBeVisible();
    await gallery.openPlace('all');
    await gallery.expectCount(1);
  },
);

test('names follow a pattern, and undo gives the old ones back', async ({ page, t }) => {
  await gallery.press('ControlOrMeta+a');
  await gallery.act('rename');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: t('bulk.rename.pattern') }).fill('桌 {seq:00} {scene}');
  await expect(dialog.getByText(`桌 03 ${mark}-1`)).toBeVisible();
  await dialog.getByRole('button', { name: t('bulk.rename.confirm', { count: MANY }) }).click();
  await expect(page.getByRole('link', { name: `桌 01 ${mark}-3` })).toBeVisible();
  await gallery.undo();
  await expect(page.getByRole('link', { name: `${mark}-1`, exact: true })).toBeVisible();
});
