import { randomUUID } from 'node:crypto';
import { expect, reload, test, visit } from '../fixtures';
import { NewBatch } from '../pages/new-batch';
import { Notices } from '../pages/notices';

test(
  'the bell rings when a batch of mine is done, and leads to it',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const mark = randomUUID().slice(0, 8);
    const notices = new Notices(page, t);
    const draft = await new NewBatch(page, t).paste(['scene', `${mark}-1`, `${mark}-2`]);
    await draft.rename(`桌 ${mark}`);
    const run = await draft.start(2);
    await run.expectDone();
    const batch = page.url();
    await expect(notices.ringing).toBeVisible();
    await visit(page, '/codes');
    await notices.open();
    const told = notices.of(mark);
    await expect(told).toContainText(t('notices.told.batch.finished.title', { name: `桌 ${mark}` }));
    await expect(told).toContainText(t('notices.bell.isUnread'));
    await page.keyboard.press('Escape');
    await expect(notices.sheet).toBeHidden();
    // Who has seen it has read it, without a press.
    await notices.bell.click();
    await expect(told).not.toContainText(t('notices.bell.isUnread'));
    await told.press('Enter');
    await expect(page).toHaveURL(new RegExp(new URL(batch).pathname));
    await expect(notices.sheet).toBeHidden();
    await visit(page, '/codes');
    await notices.bell.click();
    await expect(told).not.toContainText(t('notices.bell.isUnread'));
    await page.keyboard.press('Escape');
    await expect(notices.sheet).toBeHidden();
  },
);

test('what I want to be told of is kept', { tag: '@both-languages' }, async ({ page, t }) => {
  await visit(page, '/settings/notices');
  await expect(page.getByText(t('notices.mailOff'))).toBeVisible();
  const kind = t('notices.kinds.batch.others');
  const choice = page.getByRole('switch', {
    name: t('notices.table.switch', { kind, way: t('notices.table.bell') }),
  });
  const kept = page.waitForResponse((response) => response.request().method() === 'POST');
  const before = await choice.isChecked();
  await choice.setChecked(!before);
  await kept;
  await reload(page);
  await expect(choice).toBeChecked({ checked: !before });
});
