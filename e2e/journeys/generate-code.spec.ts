import { createHash, randomUUID } from 'node:crypto';
import { expect, test, visit } from '../fixtures';

/** Parameters of its own for each run, so that no test meets another one's code. */
const unique = () => randomUUID().slice(0, 8);

test('an operator generates a code with a scene by keyboard alone and downloads what the sandbox sent', async ({
  page,
}) => {
  const scene = `t=08&k=${unique()}`;
  await visit(page, '/codes/new');
  await page.getByRole('textbox', { name: '场景值' }).focus();
  await page.keyboard.type(scene);
  await page.keyboard.press('Tab');
  await page.keyboard.type('pages/table/index');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/codes\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(scene);
  await expect(page.getByText('decodeURIComponent').first()).toBeVisible();
  await expect(page.getByText(`scene=${encodeURIComponent(scene)}`).first()).toBeVisible();

  const picture = page.locator('main img').first();
  await expect(picture).toHaveJSProperty('naturalWidth', 430);
  const id = page.url().split('/').at(-1);
  const response = await page.request.get(`/api/codes/${id}/image?download=1`);
  expect(response.headers()['content-type']).toBe('image/jpeg');
  expect(response.headers()['x-content-type-options']).toBe('nosniff');
  expect(response.headers()['cache-control']).toContain('immutable');
  expect(response.headers()['content-disposition']).toContain('.jpg');
  const bytes = await response.body();
  const etag = response.headers().etag ?? '';
  expect(etag).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`);
  const again = await page.request.get(`/api/codes/${id}/image`, { headers: { 'if-none-match': etag } });
  expect(again.status()).toBe(304);
});

test('the same parameters offer the stored code and cost nothing', async ({ page }) => {
  const path = `pages/promo/spring?k=${unique()}`;
  const generate = async () => {
    await visit(page, '/codes/new?endpoint=getwxacode');
    await page.getByRole('textbox', { name: '页面路径' }).fill(path);
    await page.getByRole('button', { name: /^生成( |$)/ }).click();
  };
  await generate();
  await expect(page).toHaveURL(/\/codes\/[0-9a-f-]{36}$/);
  const stored = page.url();
  await expect(page.getByText(/占用 1 个，之后累计/)).toBeVisible();
  await generate();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('这组参数已经生成过');
  await dialog.getByRole('link', { name: '查看那个码' }).click();
  await expect(page).toHaveURL(stored);
});

test('a transparent code is a PNG and a square code keeps its shape', async ({ page }) => {
  await visit(page, '/codes/new?endpoint=getwxacode');
  await page.getByRole('textbox', { name: '页面路径' }).fill(`pages/sticker/index?k=${unique()}`);
  await page.getByRole('switch', { name: '透明背景' }).click();
  await page.getByRole('button', { name: /^生成( |$)/ }).click();
  await expect(page).toHaveURL(/\/codes\/[0-9a-f-]{36}$/);
  const png = await page.request.get(`/api/codes/${page.url().split('/').at(-1)}/image?download=1`);
  expect(png.headers()['content-type']).toBe('image/png');
  expect(png.headers()['content-disposition']).toContain('.png');
  expect((await png.body()).subarray(1, 4).toString('latin1')).toBe('PNG');

  await visit(page, '/codes/new?endpoint=createwxaqrcode');
  await expect(page.getByText('颜色和透明背景对它不起作用')).toBeVisible();
  await page.getByRole('textbox', { name: '页面路径' }).fill(`pages/store/detail?k=${unique()}`);
  await page.getByRole('button', { name: /^生成( |$)/ }).click();
  await expect(page).toHaveURL(/\/codes\/[0-9a-f-]{36}$/);
  const box = await page.locator('main img').first().boundingBox();
  expect((box?.height ?? 0) / (box?.width ?? 1)).toBeGreaterThan(1.05);
});

test('bad input is named at its field, with its limit, and nothing that was typed is lost', async ({
  page,
}) => {
  await visit(page, '/codes/new');
  const scene = page.getByRole('textbox', { name: '场景值' });
  await scene.fill('x'.repeat(33));
  await page.getByRole('textbox', { name: /^页面/ }).fill('/pages/index/index?a=1');
  await page.getByRole('button', { name: /^生成( |$)/ }).click();
  await expect(page.getByText(/32/).first()).toBeVisible();
  await expect(scene).toHaveAttribute('aria-invalid', 'true');
  await expect(scene).toHaveValue('x'.repeat(33));
  await expect(page).toHaveURL(/\/codes\/new/);
});

test('a code is renamed, duplicated into the form, deleted and brought back', async ({ page }) => {
  const scene = `u=${unique()}`;
  await visit(page, '/codes/new');
  await page.getByRole('textbox', { name: '场景值' }).fill(scene);
  await page.getByRole('button', { name: /^生成( |$)/ }).click();
  await expect(page).toHaveURL(/\/codes\/[0-9a-f-]{36}$/);
  const stored = page.url();

  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '修改名称和备注' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: '名称' }).fill('前台立牌');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('前台立牌');

  await page.getByRole('link', { name: '复制为新码' }).click();
  await expect(page.getByRole('textbox', { name: '场景值' })).toHaveValue(scene);

  await visit(page, stored);
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(page).toHaveURL(/\/codes(\?|$)/);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('已撤销：删除（1 个码）')).toBeVisible();
  await visit(page, stored);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('前台立牌');
});
