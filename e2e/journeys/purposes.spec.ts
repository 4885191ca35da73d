import { randomUUID } from 'node:crypto';
import { expect, test, visit } from '../fixtures';
import { GenerateForm } from '../pages/generate-form';
import { Purposes } from '../pages/purposes';

test.use({ role: 'ADMIN' });

test('an administrator adds a purpose and moves it up, and an operator makes a code for it', async ({
  page,
  browser,
  baseURL,
  enter,
  t,
}) => {
  const mark = randomUUID().slice(0, 6);
  const name = `客房 ${mark}`;
  const purposes = new Purposes(page, t);
  await purposes.add(name, { label: '房号', parameter: 'room', example: '0801' });

  const last = await purposes.placeOf(name);
  await purposes.moveUp(name).click();
  await purposes.expectMoved(name, last - 1);
  // The row has moved in the page, and the button in it still has the focus.
  await expect(purposes.moveUp(name)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await purposes.expectMoved(name, last - 2);
  await page.keyboard.press('ArrowDown');
  await purposes.expectMoved(name, last - 1);
  await page.reload();
  expect(await purposes.placeOf(name)).toBe(last - 1);

  const context = await browser.newContext({ baseURL, locale: 'zh-CN' });
  await enter(context, 'OPERATOR');
  const operator = await context.newPage();
  const form = new GenerateForm(operator, t);
  await form.openShort();
  const chips = operator.getByRole('group', { name: t('purposes.form.purpose') }).getByRole('radio');
  await expect(chips.nth(last - 2)).toHaveAccessibleName(name);
  await form.choosePurpose(name);
  await form.asked('房号').fill(`${mark}08`);
  await expect(form.name).toHaveValue(`${mark}08`);
  const code = await form.generate();
  await expect(code.heading).toContainText(`${mark}08`);
  await expect(operator.getByText(`room=${mark}08`).first()).toBeVisible();
  await visit(operator, '/settings/purposes');
  await expect(new Purposes(operator, t).moveUp(name)).toHaveCount(0);
  await context.close();

  await purposes.open();
  await purposes.delete(name);
});
