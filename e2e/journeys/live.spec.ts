import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures';
import { makeCodes, makeLiveCodes } from '../ground';
import { Gallery } from '../pages/gallery';
import { GenerateForm } from '../pages/generate-form';
import { LiveCode, Retargeting } from '../pages/live';

const SHOP = '杭州西湖店（湖滨银泰 in77 二层，靠近扶梯）';

test('a live code carries more than a scene holds, is resolved for the Mini Program, changed, taken back and paused', async ({
  page,
  t,
  baseURL,
}) => {
  const resolved = async (key: string) => (await fetch(`${baseURL}/r/${key}`)).json();
  const form = new GenerateForm(page, t);
  await form.open();
  await form.name.fill(`活码 ${randomUUID().slice(0, 8)}`);
  await page.getByRole('switch', { name: t('codes.generate.live.label'), exact: true }).click();
  await page.getByLabel(t('codes.generate.live.parameters')).fill(`shop=${SHOP}\ntable=7`);
  await form.generate();

  const live = new LiveCode(page, t);
  const key = await live.key();
  expect(await resolved(key)).toEqual({ state: 'open', page: '', parameters: { shop: SHOP, table: '7' } });
  const scan = { id: randomUUID(), key, scene: 1047 };
  // A report that was sent twice is one scan.
  for (const body of [scan, scan])
    await fetch(`${baseURL}/r/scans`, { method: 'POST', body: JSON.stringify(body) });
  await live.expectScans(1);

  await live.change('shop=灵隐店\ntable=7');
  await expect(live.parameters('shop=灵隐店')).toBeVisible();
  await live.restore();
  await expect(live.parameters(`shop=${SHOP}`)).toBeVisible();
  await live.pause('活动还没有开始');
  // What is between may tell an older answer for some seconds.
  await expect
    .poll(() => resolved(key), { timeout: 40_000 })
    .toEqual({ state: 'paused', message: '活动还没有开始' });
  expect(await resolved('sAAAAAAAAA')).toEqual({ state: 'unknown' });
});

test(
  'live codes get another page in one action, beside a code that is none, and undo gives the old one back',
  { tag: '@both-languages' },
  async ({ page, t, baseURL }) => {
    const mark = `v${randomUUID().slice(0, 8)}`;
    const keys = await makeLiveCodes(mark, 2);
    await makeCodes(`${mark}-x`, 1);
    const resolved = () => Promise.all(keys.map(async (key) => (await fetch(`${baseURL}/r/${key}`)).json()));
    const leads = (to: string) =>
      [1, 2].map((n) => ({ state: 'open', page: to, parameters: { table: `${n}` } }));
    const gallery = new Gallery(page, t);
    await gallery.open(`q=${mark}`);
    await gallery.expectCount(3);
    await gallery.tickFirst();
    await expect(gallery.action('addTags')).toBeVisible();
    await expect(gallery.action('retarget')).toBeHidden();
    await gallery.press('ControlOrMeta+a');
    await gallery.act('retarget');

    const retargeting = new Retargeting(page, t);
    await expect(retargeting.sample.getByText(t('live.many.passed', { count: 1 }))).toBeVisible();
    await retargeting.confirm(2);
    await expect(retargeting.dialog.getByText(t('errors.issues.liveNothing'))).toBeVisible();
    await retargeting.pageField.fill('pages/summer');
    await expect(retargeting.sample.getByText('pages/summer')).toHaveCount(2);
    await retargeting.confirm(2);
    await gallery.expectNotice(t('bulk.done.retarget', { count: 2 }));
    await expect.poll(resolved, { timeout: 40_000 }).toEqual(leads('pages/summer'));
    await gallery.press('ControlOrMeta+z');
    await gallery.expectNotice(t('bulk.undone', { action: t('bulk.names.retarget'), count: 2 }));
    await expect.poll(resolved, { timeout: 40_000 }).toEqual(leads(''));
  },
);
