import { randomInt, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { awake, expect, markDrawn, reload, test, visit, visitInSteps } from '../fixtures';
import { Apps } from '../pages/apps';
import { BATCH_URL } from '../pages/batch-draft';
import { Gallery } from '../pages/gallery';
import { NewBatch } from '../pages/new-batch';
import { Presets } from '../pages/presets';
import { startingWith } from '../texts';

// One after the other: their batches share the pace of one Mini Program.
test.describe.configure({ mode: 'default' });

/** Scenes of its own for each run, so that no test meets another one's codes. */
const unique = () => randomUUID().slice(0, 8);

test(
  'a GB18030 file is mapped, judged, started without its bad rows, and watched to its end',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const mark = unique();
    const good = [1, 2, 3, 4, 5].map((table) => `${mark}-A0${table},"人民广场店，一层 ${table} 号桌",靠窗`);
    const bad = [`${mark}-A01,又是一号桌,`, `${'x'.repeat(33)},太长,`, `桌${mark},不是英文,`];
    const csv = ['桌码,叫法,附注', ...good, ...bad].join('\r\n');
    const draft = await new NewBatch(page, t).upload(`门店 ${mark}.csv`, iconv.encode(csv, 'gb18030'));
    await expect(draft.heading).toContainText(`门店 ${mark}`);
    await draft.go('data');
    await expect(page.getByText(`· ${t('batches.reading.encodings.gb18030')}`)).toBeVisible();
    await draft.rename(`开业 ${mark}`);

    await draft.takeColumn('scene', '桌码', [`${mark}-A01`, `${mark}-A02`]);
    await draft.takeText('name', '店内 ');
    await draft.insertColumn('叫法');
    await expect(page.getByText('店内 人民广场店，一层 1 号桌')).toBeVisible();
    await draft.expectSettled();
    await draft.expectVerdict('new', 5);
    await draft.expectVerdict('duplicate', 1);
    await draft.expectVerdict('invalid', 2);
    const tooLong = t('wechat.issues.sceneTooLong', { max: 32, actual: 33 });
    await expect(draft.rows.getByRole('row', { name: startingWith('8 ', tooLong) })).toBeVisible();
    const first = '店内 人民广场店，一层 1 号桌';
    const duplicate = t('batchIssues.duplicateNamed', { line: 2, name: first });
    await expect(draft.rows.getByRole('row', { name: startingWith('7 ', duplicate) })).toBeVisible();

    await expect(draft.startButton(5)).toBeDisabled();
    await draft.skipBad(3);
    const run = await draft.start(5);
    const progress = t('batches.run.progressText', { done: 5, total: 5 });
    await expect(run.progress).toHaveAttribute('aria-valuetext', progress);
    await run.expectDone();
    const made = startingWith('2 ', first, t('batches.table.statuses.made'));
    await expect(run.rows.getByRole('row', { name: made })).toBeVisible();
    await run.showRows('skipped');
    await expect(page).toHaveURL(/status=skipped/);
    const invalid = t('batches.table.statuses.invalid');
    await expect(run.rows.getByRole('row', { name: t('batches.table.statuses.duplicate') })).toBeVisible();
    await expect(run.rows.getByRole('row', { name: invalid })).toHaveCount(2);

    await run.showRows('all');
    await run.rows.getByRole('link', { name: first }).click();
    await expect(page.getByText(`${mark}-A01`).first()).toBeVisible();
    await page.getByRole('link', { name: `开业 ${mark}` }).click();
    await expect(page).toHaveURL(BATCH_URL);
    await run.openCodes();
    await new Gallery(page, t).expectCount(5);
    await expect(page.getByText(t('codes.gallery.filters.ofBatch', { name: `开业 ${mark}` }))).toBeVisible();
  },
);

test('what was set is still there after a reload, and a preset takes it to the next table', async ({
  page,
  t,
}) => {
  const mark = unique();
  const batch = new NewBatch(page, t);
  const scene = 't={桌号}&s={门店}';
  const draft = await batch.paste(['桌号\t门店', `${mark}1\t21`, `${mark}2\t22`]);
  await draft.takeText('scene', scene);
  await expect(page.getByRole('main').getByText(`t=${mark}1&s=21`).first()).toBeVisible();
  await draft.go('look');
  await draft.size(8).click();
  await draft.expectSettled();
  await reload(page);
  // The step, too.
  await expect(draft.size(8)).toHaveAttribute('aria-pressed', 'true');
  await draft.go('columns');
  await expect(draft.text('scene')).toHaveValue(scene);
  await draft.expectVerdict('new', 2);

  const presets = new Presets(page, t);
  await presets.open();
  await presets.keep(`方案 ${mark}`);
  await batch.paste(['门店\t层\t桌号', `31\t1\t${mark}3`]);
  await presets.open();
  await presets.use(`方案 ${mark}`);
  const field = t('batches.mapping.fields.scene');
  await expect(page.getByText(t('batches.draft.steps.source', { field, from: scene }))).toBeVisible();
  await presets.rename(`方案 ${mark}`, `桌贴 ${mark}`);
  await presets.replace(`桌贴 ${mark}`);
  await presets.delete(`桌贴 ${mark}`);
});

test('a table with five mistakes is mended by presses, one of them is taken back, and its codes are made', async ({
  page,
  t,
}) => {
  const mark = unique();
  const csv = [
    '夏季桌码登记,,',
    '桌号,名称,页面',
    '必填，最多32个字符,必填,选填',
    `${mark}－Ａ１,一号桌,/pages/index/index`,
    `${mark}-A 2,二号桌,pages/index/index?from=qr`,
    `${mark}-A3,三号桌,https://example.com/pages/index/index`,
    ` ${mark}-A4 ,四号桌, pages/index/index `,
  ].join('\r\n');
  const draft = await new NewBatch(page, t).upload(`登记 ${mark}.csv`, Buffer.from(csv));
  await draft.go('data');
  await expect(page.getByText(t('batches.reading.headerAt', { line: 2 }))).toBeVisible();
  await draft.expectVerdict('invalid', 3);
  await draft.takeHints('press');
  await draft.expectVerdict('invalid', 4);
  await draft.takeHints('otherPress');
  await draft.expectVerdict('invalid', 3);
  await draft.mend(3);
  await draft.expectVerdict('invalid', 2);
  await draft.mend(2);
  await draft.expectVerdict('new', 4);
  await draft.mend(3, 'undo');
  await draft.expectVerdict('invalid', 3);
  await draft.mend(3);
  await draft.expectVerdict('new', 4);
  await draft.expectSettled();
  const run = await draft.start(4);
  await run.expectDone();
  for (const [line, target] of [`${mark}-A1`, `${mark}-A2`, `${mark}-A3`, `${mark}-A4`].entries()) {
    const made = startingWith(`${line + 4} `, target, t('batches.table.statuses.made'));
    await expect(run.rows.getByRole('row', { name: made })).toBeVisible();
  }
});

test('a list of "1号桌" counts its tables, and one press lets a row go without its empty store number', async ({
  page,
  t,
}) => {
  const first = randomInt(100_000, 900_000);
  const lines = Array.from({ length: 12 }, (_, at) => {
    const [shop, store] = at < 6 ? ['人民店', 'A01'] : at === 10 ? ['虹桥店', ''] : ['静安店', 'B01'];
    return `${shop}\t${store}\t${first + (at % 6)}号桌`;
  });
  const draft = await new NewBatch(page, t).paste(['门店\t门店编号\t桌号', ...lines]);
  await draft.expectVerdict('invalid', 1);
  await draft.leaveOutEmpty();
  await draft.expectVerdict('new', 12);
  await draft.leaveOutEmpty('leaveUndo');
  await draft.expectVerdict('invalid', 1);
  await draft.leaveOutEmpty();
  await draft.expectVerdict('new', 12);
  await draft.expectSettled();
  const run = await draft.start(12);
  await run.expectDone();
  for (const [line, name, scene] of [
    ['2 ', `人民店 · ${first}号桌`, `store=A01&table=${first}`],
    ['12 ', `虹桥店 · ${first + 4}号桌`, `table=${first + 4}`],
  ] as const) {
    const row = run.rows.getByRole('row', { name: startingWith(line, t('batches.table.statuses.made')) });
    await expect(row).toContainText(name);
    await expect(row.getByTitle(scene, { exact: true })).toBeVisible();
  }
});

test('a table is edited by keys as in a spreadsheet: its red cells are mended there, and the batch says so', async ({
  page,
  t,
}) => {
  const mark = unique();
  const rows = [
    '名称\t门店编号\t桌号',
    `一号桌\tS1\t桌${mark}`,
    `二号桌\tS1\t${mark}-A2`,
    `\tS1\t${mark}-A3`,
    `四号桌\tS1\t${mark}-A3`,
  ];
  const draft = await new NewBatch(page, t).paste(rows);
  await draft.takeColumn('name', '名称', ['一号桌', '二号桌']);
  await draft.takeText('scene', 'store={门店编号}&table={桌号}');
  await draft.expectVerdict('invalid', 1);
  await draft.expectVerdict('duplicate', 1);
  const sheet = await draft.editTable();
  const cell = (text: string) => sheet.getByRole('gridcell').filter({ hasText: text });
  const keys = page.keyboard;
  await expect(cell(`桌${mark}`)).toHaveAttribute('aria-invalid', 'true');
  // It opens where the first mistake is.
  await keys.type(`${mark}-A1`);
  await keys.press('Enter');
  await expect(cell(`${mark}-A1`)).not.toHaveAttribute('aria-invalid', 'true');
  await expect(cell(`${mark}-A1`)).toHaveAttribute('title', t('batches.grid.was', { text: `桌${mark}` }));
  // The name is filled down, taken back, done again.
  await keys.press('ArrowLeft');
  await keys.press('ArrowLeft');
  await keys.press('Shift+ArrowDown');
  await keys.press('ControlOrMeta+d');
  await expect(cell('二号桌')).toHaveCount(2);
  await keys.press('ControlOrMeta+z');
  await expect(cell('二号桌')).toHaveCount(1);
  await keys.press('ControlOrMeta+y');
  await expect(cell('二号桌')).toHaveCount(2);
  // The repeated row is looked for, and deleted.
  await keys.press('F8');
  const number = t('batches.grid.cell', { column: '桌号', line: 5, text: `${mark}-A3` });
  await expect(sheet.getByRole('textbox', { name: number })).toBeFocused();
  await keys.press('ControlOrMeta+-');
  await expect(sheet).toHaveAttribute('aria-rowcount', '4');
  // Another one comes after the last.
  await page.getByRole('button', { name: t('batches.grid.addRow') }).click();
  const added = t('batches.grid.cell', { column: '名称', line: 5, text: t('batches.grid.empty') });
  await expect(sheet.getByRole('textbox', { name: added })).toBeFocused();
  await keys.type('五号桌');
  await keys.press('Tab');
  await keys.type('S1');
  await keys.press('Tab');
  await keys.type(`${mark}-A5`);
  await keys.press('Enter');
  await expect(cell('五号桌')).toHaveCount(1);
  // Escape leaves a text as it was first, and the sheet then.
  await keys.type('x');
  await keys.press('Escape');
  await expect(page.getByText(t('batches.grid.allPass'))).toBeVisible();
  await keys.press('Escape');
  await expect(sheet).toHaveCount(0);
  const edits = t('batches.grid.edits', { cells: 5, removed: 1 });
  await expect(page.getByText(edits)).toBeVisible();
  await draft.expectVerdict('new', 4);
  await draft.expectSettled();
  const run = await draft.start(4);
  await run.expectDone();
  await expect(page.getByText(edits)).toBeVisible();
  await expect(run.rows.getByRole('row', { name: startingWith('2 ', '一号桌', `${mark}-A1`) })).toBeVisible();
});

test('number series are combined, the batch is paused, resumed and cancelled, and the draft of another deleted', async ({
  page,
  t,
}) => {
  const mark = unique();
  const name = `储物柜 ${mark}`;
  const batch = new NewBatch(page, t);
  await batch.open();
  await batch.choose('sequence');
  await batch.seriesField(1, 'prefix').fill(`${mark}-`);
  await batch.seriesField(1, 'count').fill('40');
  await batch.seriesField(1, 'pad').fill('2');
  await batch.addSeries();
  await batch.seriesField(2, 'count').fill('50');
  await expect(page.getByText(t('batches.sequence.sampleCount', { count: 2000 }))).toBeVisible();
  await expect(page.getByText(`${mark}-40 · 50`)).toBeVisible();
  await batch.name.fill(name);
  const draft = await batch.next();
  const columns = [t('batches.sequence.column'), t('batches.sequence.column2')];
  await draft.takeText('scene', columns.map((column) => `{${column}}`).join('-'));
  await draft.expectSettled();
  const run = await draft.start(2000);
  await run.pause();
  await reload(page);
  await run.expectPaused();
  await run.resume();
  // While it stands still: what is left could be made while the menu opens.
  await run.pause();
  await run.cancel(name);
  await run.expectCancelled();
  await run.startAgain();
  await expect(page.getByText(t('batches.create.settingsFrom', { name }))).toBeVisible();

  const other = await batch.paste(['桌号', `${mark}x`]);
  await other.delete();
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
});

test.describe('an administrator', () => {
  test.use({ role: 'ADMIN' });

  test('sees failures by their cause, downloads them as a table, and tries them again once the cause is gone', async ({
    page,
    t,
  }) => {
    const mark = unique();
    const app = `演练 ${mark}`;
    const apps = new Apps(page, t);
    await apps.addSandbox(app);
    await apps.releasePages(app, 'pages/index/index');
    const rows = ['scene\tpage', `${mark}1\tpages/index/index`, `${mark}2\tpages/new/${mark}`];
    const draft = await new NewBatch(page, t).paste(rows, app);
    await draft.expectSettled();
    const run = await draft.start(2);
    await expect(page.getByText(t('batches.run.failuresNotice', { count: 1 }))).toBeVisible();
    const address = page.url();
    await expect(run.causes.getByText('41030')).toBeVisible();
    await expect(run.causes.getByText(t('wechat.errors.pageNotReleased.remedy'))).toBeVisible();
    // Which page it is, where the cause is explained and in the row itself.
    const asked = startingWith(t('batches.table.page'), `pages/new/${mark}`);
    await expect(run.causes.getByText(asked)).toBeVisible();
    await expect(run.rows.getByText(asked).filter({ visible: true })).toHaveCount(1);
    const downloading = page.waitForEvent('download');
    await run.causes.getByRole('link', { name: t('batches.errors.list') }).click();
    const list = (await readFile(await (await downloading).path())).toString('utf8');
    expect(list.startsWith('\uFEFFscene,page,')).toBe(true);
    expect(list).toMatch(new RegExp(`${mark}2,pages/new/${mark},.*,pages/new/${mark}\\r\\n$`));
    expect(list).not.toContain(`${mark}1`);

    await apps.releasePages(app, '');
    await visit(page, address);
    await run.retry(1);
    await run.expectDone();
    await expect(run.causes).toHaveCount(0);
  });
});

test.describe('a viewer', () => {
  test.use({ role: 'VIEWER' });

  test('sees batches and cannot make one', async ({ page, t }) => {
    await visit(page, '/batches');
    await expect(page.getByRole('heading', { name: t('batches.title'), exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: t('batches.new') })).toHaveCount(0);
    await visit(page, '/batches/new');
    await expect(page.getByText(t('batches.forbidden.title'))).toBeVisible();
  });
});

test('what the server has drawn of a draft stays while the code of its step is late', async ({ page, t }) => {
  const draft = await new NewBatch(page, t).paste(['scene', `${unique()}-1`]);
  await expect(draft.startButton(1)).toBeEnabled();
  const { named, late } = await visitInSteps(page, new URL(page.url()).pathname);
  const step = page.getByRole('group', { name: t('batches.draft.steps.check'), exact: true });
  const drawn = await markDrawn(step);
  const count = await drawn.count();
  named();
  await awake(page.locator('main form'));
  await expect(drawn).toHaveCount(count);
  await late();
  await expect(drawn).toHaveCount(count);
});
