import { test } from '../fixtures';
import { NewBatch } from '../pages/new-batch';
import { GenerateForm } from '../pages/generate-form';

const look = process.env.LOOK ?? 'zh';
test('look', { tag: '@both-languages' }, async ({ page, t }) => {
  const phone = look === 'en';
  await page.setViewportSize(phone ? { width: 390, height: 844 } : { width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: phone ? 'dark' : 'light', reducedMotion: 'reduce' });
  const shot = async (name: string) => {
    await page.waitForTimeout(700);
    await page.screenshot({ path: `/tmp/b/shots/lb-${name}-${look}.png`, fullPage: true });
  };
  const csv = ['门店,桌号', ...[1, 2, 3, 4].map((n) => `杭州西湖店（湖滨银泰 in77 二层）${look},${n}`)];
  const draft = await new NewBatch(page, t).upload('桌码.csv', Buffer.from(csv.join('\n')));
  await draft.takeText('scene', 'shop={门店}&t={桌号}');
  await draft.expectSettled();
  await draft.go('check');
  await shot('offer');
  await draft.offerLive();
  await draft.expectVerdict('new', 4);
  await shot('live-check');
  await draft.go('columns');
  await shot('live-columns');
  const run = await draft.start(4);
  await run.expectDone();
  await shot('run');
  const form = new GenerateForm(page, t);
  await form.open();
  await page.getByLabel(t('codes.generate.scene.label')).fill('shop=杭州西湖店&t=7');
  await shot('form-all');
  await page.getByRole('button', { name: t('codes.generate.fix.makeLive', { text: '' }) }).click();
  await shot('form-live');
});
