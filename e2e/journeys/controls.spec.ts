import { randomUUID } from 'node:crypto';
import { expect, test, visit } from '../fixtures';

test('a number box shows what is sent, and its keys and buttons step without rounding', async ({ page }) => {
  await visit(page, '/codes/new');
  const width = page.getByRole('spinbutton', { name: '宽度' });
  await expect(width).toHaveAccessibleDescription('280 至 1280 像素。');
  await width.fill('1280');
  await expect(width).toHaveValue('1280');
  await width.fill('344');
  await width.press('ArrowUp');
  await expect(width).toHaveValue('354');
  await page.getByRole('button', { name: '减少' }).click();
  await expect(width).toHaveValue('344');
  await width.fill('');
  await width.blur();
  await expect(width).toHaveAttribute('aria-invalid', 'true');
});

test('a switch is named by its label and described by its text', async ({ page }) => {
  await visit(page, '/codes/new');
  const check = page.getByRole('switch', { name: '检查页面是否存在', exact: true });
  await expect(check).toHaveAccessibleDescription(/正式版/);
  await expect(check).toBeChecked();
  await check.press('Space');
  await expect(check).not.toBeChecked();
  await page.getByText('开启时，页面必须在已发布的正式版里').click();
  await expect(check).toBeChecked();
});

test('the arrow keys choose a card', async ({ page }) => {
  await visit(page, '/codes/new');
  const cards = page.getByRole('radiogroup', { name: '码的类型' });
  await cards.getByRole('radio', { name: '不限数量的小程序码' }).press('ArrowRight');
  const chosen = cards.getByRole('radio', { name: '带完整路径的小程序码' });
  await expect(chosen).toBeChecked();
  await expect(chosen).toBeFocused();
  await expect(page.getByRole('textbox', { name: '页面路径' })).toBeVisible();
});

test('a dialog gives the focus back to the button whose menu opened it', async ({ page }) => {
  const mark = `f${randomUUID().slice(0, 8)}`;
  for (const number of [1, 2]) {
    await visit(page, '/codes/new');
    await page.getByRole('textbox', { name: '场景值' }).fill(`${mark}-${number}`);
    await page.getByRole('button', { name: /^生成( |$)/ }).click();
    await expect(page).toHaveURL(/\/codes\/[0-9a-f-]{36}$/);
  }
  await visit(page, `/codes?q=${mark}`);
  for (const number of [1, 2]) {
    const opener = page.getByRole('button', { name: `“${mark}-${number}”的操作` });
    await opener.click();
    await page.getByRole('menuitem', { name: '重命名' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '取消' }).press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  }
});

test.describe('an administrator', () => {
  test.use({ role: 'ADMIN' });

  test('leaves a dialog that was fetched late and is back on its button', async ({ page }) => {
    await visit(page, '/settings/apps');
    const card = page.getByRole('listitem').filter({ hasText: '沙盒小程序' }).first();
    for (const [name, role] of [
      ['移除', 'alertdialog'],
      ['设置', 'dialog'],
    ] as const) {
      const opener = card.getByRole('button', { name, exact: true });
      await opener.press('Enter');
      await expect(page.getByRole(role)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole(role)).toBeHidden();
      await expect(opener).toBeFocused();
    }
  });
});
