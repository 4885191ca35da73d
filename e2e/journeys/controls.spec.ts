import { randomUUID } from 'node:crypto';
import { expect, SANDBOX, test, visit } from '../fixtures';
import { makeCodes } from '../ground';
import { Account } from '../pages/account';
import { Apps } from '../pages/apps';
import { Gallery } from '../pages/gallery';
import { GenerateForm } from '../pages/generate-form';
import { startingWith } from '../texts';

test('a number box shows what is sent, and its keys and buttons step without rounding', async ({
  page,
  t,
}) => {
  const form = new GenerateForm(page, t);
  await form.open();
  const limits = t('codes.generate.width.hint', { min: 280, max: 1280 });
  await expect(form.width).toHaveAccessibleDescription(startingWith(limits));
  await form.width.fill('1280');
  await expect(form.width).toHaveValue('1280');
  await form.width.fill('344');
  await form.width.press('ArrowUp');
  await expect(form.width).toHaveValue('354');
  await page.getByRole('button', { name: t('common.decrease') }).click();
  await expect(form.width).toHaveValue('344');
  await form.width.fill('');
  await form.width.blur();
  await expect(form.width).toHaveAttribute('aria-invalid', 'true');
});

test('a switch is named by its label and described by its text', async ({ page, t }) => {
  const form = new GenerateForm(page, t);
  await form.open();
  const hint = t('codes.generate.checkPath.hint');
  await expect(form.checkPath).toHaveAccessibleDescription(hint);
  await expect(form.checkPath).toBeChecked();
  await form.checkPath.press('Space');
  await expect(form.checkPath).not.toBeChecked();
  await page.getByText(hint).click();
  await expect(form.checkPath).toBeChecked();
});

test('the arrow keys choose a card', async ({ page, t }) => {
  const form = new GenerateForm(page, t);
  await form.open();
  await form.endpoint('getwxacodeunlimit').press('ArrowRight');
  await expect(form.endpoint('getwxacode')).toBeChecked();
  await expect(form.endpoint('getwxacode')).toBeFocused();
  await expect(form.path).toBeVisible();
});

test('a dialog gives the focus back to the button whose menu opened it', async ({ page, t }) => {
  const mark = `f${randomUUID().slice(0, 8)}`;
  await makeCodes(mark, 2);
  const gallery = new Gallery(page, t);
  await gallery.open(`q=${mark}`);
  for (const number of [1, 2]) {
    const opener = gallery.menu(`${mark}-${number}`);
    await opener.click();
    await page.getByRole('menuitem', { name: t('bulk.menu.rename') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('common.cancel') }).press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  }
});

test('a menu of the bar beside the page stays under the pointer while the page scrolls', async ({
  page,
  t,
}) => {
  await visit(page, '/settings/account');
  await new Account(page, t).openMenu();
  const item = page.getByRole('menuitemradio', { name: t('layout.theme.dark'), exact: true });
  await expect(item).toBeVisible();
  // Both in one task: who scrolls is told of it later, and a press may come before.
  const moved = await item.evaluate((element) => {
    const before = element.getBoundingClientRect().top;
    window.scrollBy({ top: 300, behavior: 'instant' });
    return { page: window.scrollY, item: element.getBoundingClientRect().top - before };
  });
  expect(moved).toEqual({ page: 300, item: 0 });
});

test.describe('an administrator', () => {
  test.use({ role: 'ADMIN' });

  test('leaves a dialog that was fetched late and is back on its button', async ({ page, t }) => {
    const apps = new Apps(page, t);
    await apps.open();
    const card = apps.card(SANDBOX);
    const edit = apps.edit(card);
    await edit.press('Enter');
    await expect(apps.dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(apps.dialog).toBeHidden();
    await expect(edit).toBeFocused();
    // One that the entry of a menu asked for: back on the button of the menu.
    await (await apps.entry(card, t('apps.disable.action'))).press('Enter');
    await expect(apps.removal).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(apps.removal).toBeHidden();
    await expect(apps.menu(card)).toBeFocused();
  });
});
