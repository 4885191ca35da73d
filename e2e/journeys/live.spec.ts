import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures';
import { GenerateForm } from '../pages/generate-form';
import { LiveCode } from '../pages/live';

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
