import { createHash, randomUUID } from 'node:crypto';
import { awake, expect, markDrawn, test, visit, visitInSteps } from '../fixtures';
import { CodePage } from '../pages/code-page';
import { Exports } from '../pages/exports';
import { Gallery } from '../pages/gallery';
import { GenerateForm } from '../pages/generate-form';
import { readZip } from '../read-zip';
import { ANY_NUMBER, withAnyNumber } from '../texts';

/** Parameters of its own for each run, so that no test meets another one's code. */
const unique = () => randomUUID().slice(0, 8);

test('an operator generates a code with a scene by keyboard alone and downloads what the sandbox sent', async ({
  page,
  t,
}) => {
  const scene = `t=08&k=${unique()}`;
  const form = new GenerateForm(page, t);
  await form.open();
  await form.scene.focus();
  await page.keyboard.type(scene);
  await page.keyboard.press('Tab');
  await page.keyboard.type('pages/table/index');
  await page.keyboard.press('Control+Enter');
  const code = new CodePage(page, t);
  await code.expectOpen();
  await expect(code.heading).toContainText(scene);
  await page.getByText(t('codes.detail.sections.technical'), { exact: true }).click();
  await expect(page.getByText('decodeURIComponent').first()).toBeVisible();
  await expect(page.getByText(`scene=${encodeURIComponent(scene)}`).first()).toBeVisible();
  await expect(code.picture).toHaveJSProperty('naturalWidth', 430);

  const response = await code.download();
  expect(response.headers()['content-type']).toBe('image/jpeg');
  expect(response.headers()['x-content-type-options']).toBe('nosniff');
  expect(response.headers()['cache-control']).toContain('immutable');
  expect(response.headers()['content-disposition']).toContain('.jpg');
  const bytes = await response.body();
  const etag = response.headers().etag ?? '';
  expect(etag).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`);
  const again = await page.request.get(code.imagePath, { headers: { 'if-none-match': etag } });
  expect(again.status()).toBe(304);
});

test(
  'a table gets its code from the short form, the next table the next number, and one another page in its place',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const store = unique();
    const nameOf = (table: string) =>
      t('purposes.builtIn.table.nameTemplate').replace('{shop|store}', store).replace('{table}', table);
    const form = new GenerateForm(page, t);
    const number = form.asked(t('purposes.builtInFields.table.label'));
    await form.openShort();
    await form.choosePurpose(t('purposes.builtIn.table.name'));
    await form.asked(t('purposes.builtInFields.store.label')).fill(store);
    await number.fill('08号');
    await expect(number).toHaveAttribute('aria-invalid', 'true');
    await number.fill('08');
    await expect(form.name).toHaveValue(nameOf('08'));
    await form.name.press('End');
    await form.name.pressSequentially(' VIP');
    await expect(form.name).toHaveValue(`${nameOf('08')} VIP`);
    await form.suggestedName(nameOf('08')).click();
    await expect(form.name).toHaveValue(nameOf('08'));
    await expect(form.name).toBeFocused();
    await form.asked(t('purposes.form.page')).fill('pages/table/index');

    await form.showAll();
    await expect(form.scene).toHaveValue(`store=${store}&table=08`);
    await expect(form.target).toHaveValue('pages/table/index');
    await form.scene.fill(`store=${store}&table=09`);
    await form.showShort();
    await expect(number).toHaveValue('09');
    await expect(form.name).toHaveValue(nameOf('09'));

    const code = await form.generate();
    await expect(code.heading).toContainText(nameOf('09'));
    // 8 cm at 300 dots per inch.
    await expect(code.picture).toHaveJSProperty('naturalWidth', 945);
    await code.duplicate();
    await expect(number).toHaveValue('10');
    await expect(page.getByText(t('purposes.form.next', { name: nameOf('09') }))).toBeVisible();
    await form.generate();
    await expect(code.heading).toContainText(nameOf('10'));

    const old = page.url();
    await code.replace();
    await expect(number).toHaveValue('10');
    await form.asked(t('purposes.form.page')).fill('pages/order/index');
    await form.generate();
    await expect(code.heading).toContainText(nameOf('10'));
    await visit(page, old);
    await expect(page.getByText(t('codes.detail.replacedBy.title', { name: nameOf('10') }))).toBeVisible();
  },
);

test('a code of the trial version is marked, gets its release code by one press, and stays out of an export of both', async ({
  page,
  t,
}) => {
  const scene = `v-${unique()}`;
  const form = new GenerateForm(page, t);
  await form.open();
  await form.scene.fill(scene);
  await form.target.fill('pages/table/index');
  await form.chooseVersion('trial');
  const code = await form.generate();
  await expect(code.badge('trial')).toBeVisible();
  const tried = page.url();

  await code.promote();
  await expect(code.heading).toContainText(scene);
  await expect(code.testedLink('trial')).toBeVisible();
  await expect(code.badge('trial')).toHaveCount(0);
  const released = page.url();
  await code.testedLink('trial').click();
  await expect(page).toHaveURL(tried);
  await code.releaseLink.click();
  await expect(page).toHaveURL(released);

  const gallery = new Gallery(page, t);
  await gallery.open(`q=${scene}`);
  await expect(code.badge('trial')).toHaveCount(1);
  await gallery.exportAll(2);
  const exports = new Exports(page, t);
  const files = await readZip(await (await exports.download('zip')).path());
  const manifest = files.get('manifest.json')?.bytes.toString('utf8') ?? '';
  const { files: rows }: { files: { id: string }[] } = JSON.parse(manifest);
  expect(rows.map(({ id }) => id)).toEqual([released.split('/').at(-1)]);
});

test('the same parameters offer the stored code and cost nothing', async ({ page, t }) => {
  const path = `pages/promo/spring?k=${unique()}`;
  const form = new GenerateForm(page, t);
  await form.open('getwxacode');
  await form.path.fill(path);
  await form.generate();
  const stored = page.url();
  const cost = t('codes.detail.fields.quotaOne', { count: ANY_NUMBER, limit: 100_000 });
  await expect(page.getByText(withAnyNumber(cost))).toBeVisible();
  await form.open('getwxacode');
  await form.path.fill(path);
  await form.submit();
  const picture = form.existing.getByRole('img', {
    name: t('codes.generate.existing.picture', { name: path }),
  });
  await expect(picture).toHaveJSProperty('complete', true);
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await form.existing.getByRole('link', { name: t('codes.generate.existing.open') }).click();
  await expect(page).toHaveURL(stored);
});

test('the same table of another shop is told what would tell the two apart', async ({ page, t }) => {
  const table = unique();
  const form = new GenerateForm(page, t);
  const fill = async (shop: string) => {
    await form.openShort();
    await form.choosePurpose(t('purposes.builtIn.table.name'));
    await form.asked(t('purposes.builtInFields.shop.label')).fill(shop);
    await form.asked(t('purposes.builtInFields.table.label')).fill(table);
    return form.name.inputValue();
  };
  const known = await fill('徐家汇店');
  await form.generate();
  const name = await fill('静安寺店');
  await form.submit();
  const fields = t('purposes.builtInFields.store.label');
  const told = t('codes.generate.existing.otherEmpty', { name, known, fields });
  await expect(form.existing.getByText(told)).toBeVisible();
  await form.existing.getByRole('button', { name: t('codes.generate.existing.stay') }).click();
  await form.asked(fields).fill('JA');
  const code = await form.generate();
  await expect(code.heading).toContainText(name);
});

test('a transparent code is a PNG and a square code keeps its shape', async ({ page, t }) => {
  const form = new GenerateForm(page, t);
  await form.open('getwxacode');
  await form.path.fill(`pages/sticker/index?k=${unique()}`);
  await form.isHyaline.click();
  const transparent = await form.generate();
  const png = await transparent.download();
  expect(png.headers()['content-type']).toBe('image/png');
  expect(png.headers()['content-disposition']).toContain('.png');
  expect((await png.body()).subarray(1, 4).toString('latin1')).toBe('PNG');

  await form.open('createwxaqrcode');
  await expect(page.getByText(t('codes.generate.color.square'))).toBeVisible();
  await form.path.fill(`pages/store/detail?k=${unique()}`);
  const square = await form.generate();
  const box = await square.picture.boundingBox();
  expect((box?.height ?? 0) / (box?.width ?? 1)).toBeGreaterThan(1.05);
});

test(
  'bad input is named at its field, with its limit, and nothing that was typed is lost',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const form = new GenerateForm(page, t);
    await form.open();
    await form.scene.fill('x'.repeat(33));
    await form.target.fill('/pages/index/index?a=1');
    await form.submit();
    const tooLong = t('wechat.issues.sceneTooLong', { max: 32, actual: 33 });
    await expect(page.getByText(tooLong).first()).toBeVisible();
    await expect(form.scene).toHaveAccessibleDescription(withAnyNumber(tooLong));
    await expect(form.scene).toHaveAttribute('aria-invalid', 'true');
    await expect(form.scene).toHaveValue('x'.repeat(33));
    await expect(page).toHaveURL(/\/codes\/new/);
  },
);

test(
  'a code is renamed, duplicated into the form, deleted and brought back',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const scene = `u=${unique()}`;
    const form = new GenerateForm(page, t);
    await form.open();
    await form.scene.fill(scene);
    const code = await form.generate();
    const stored = page.url();
    await code.rename('前台立牌');
    await code.duplicate();
    await expect(form.scene).toHaveValue(scene);

    await visit(page, stored);
    await code.delete();
    await page.getByRole('button', { name: t('common.undo') }).click();
    const undone = t('bulk.undone', { action: t('bulk.names.delete'), count: 1 });
    await expect(page.getByText(undone)).toBeVisible();
    await visit(page, stored);
    await expect(code.heading).toContainText('前台立牌');
  },
);

for (const [name, path] of Object.entries({ short: '/codes/new', long: '/codes/new?endpoint=getwxacode' }))
  test(`what the server has drawn of the ${name} form stays while its other scripts are late`, async ({
    page,
  }) => {
    const { named, late } = await visitInSteps(page, path);
    const form = page.locator('main form');
    const drawn = await markDrawn(form);
    const count = await drawn.count();
    const places = () =>
      form.evaluate((root) =>
        [...root.querySelectorAll('label, button[type=submit]')].map(
          (part) => part.getBoundingClientRect().y,
        ),
      );
    const at = await places();

    named();
    // The form takes the focus when it has woken.
    await expect(form.locator('input:focus')).toHaveCount(1);
    await expect(drawn).toHaveCount(count);
    expect(await places()).toEqual(at);
    await late();
    await expect(drawn).toHaveCount(count);
    expect(await places()).toEqual(at);
  });

test(
  'what is typed while the page wakes, before its scripts and between them, is in the code',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const scene = `e=${unique()}`;
    const form = new GenerateForm(page, t);
    const { named, late } = await visitInSteps(page, '/codes/new?endpoint=getwxacodeunlimit');
    await form.scene.fill(scene);
    await form.isHyaline.check();
    named();
    // The parameters sleep on, since their script is late.
    await awake(page.getByRole('button', { name: t('codes.generate.submit'), exact: true }));
    await form.target.fill('pages/table/index');
    await form.name.pressSequentially('门口');
    await late();
    await form.name.pressSequentially('的码');
    await form.width.fill('520');
    await expect(form.scene).toHaveValue(scene);
    await expect(form.name).toHaveValue('门口的码');
    await form.submit();
    const code = new CodePage(page, t);
    await code.expectOpen();
    await expect(code.heading).toContainText('门口的码');
    const main = page.getByRole('main');
    await expect(main).toContainText(scene);
    await expect(main).toContainText('pages/table/index');
    // Only a transparent one is.
    await expect(main).toContainText('PNG · 520 × 520 ');
  },
);
