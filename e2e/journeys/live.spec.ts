import { randomUUID } from 'node:crypto';
import { expect, test, visit } from '../fixtures';
import { makeCodes, makeLiveCodes } from '../ground';
import { Gallery } from '../pages/gallery';
import { GenerateForm } from '../pages/generate-form';
import { LiveCode, Retargeting } from '../pages/live';
import { NewBatch } from '../pages/new-batch';

const SHOP = '杭州西湖店（湖滨银泰 in77 二层，靠近扶梯）';

test('a live code carries more than a scene holds, is resolved for the Mini Program, changed, taken back and paused', async ({
  page,
  t,
  baseURL,
}) => {
  const resolved = async (key: string) => (await fetch(`${baseURL}/r/${key}`)).json();
  const form = new GenerateForm(page, t);
  // What the short form cannot put into a scene goes along to the form of all parameters.
  await form.openShort();
  await form.choosePurpose(t('purposes.builtIn.table.name'));
  await form.asked(t('purposes.builtInFields.store.label')).fill('A01');
  await form.asked(t('purposes.builtInFields.table.label')).fill('靠窗 7');
  await page
    .getByRole('button', { name: t('codes.generate.fix.makeLive', { text: '' }), exact: true })
    .click();
  await expect(page.getByRole('switch', { name: t('codes.generate.live.label'), exact: true })).toBeChecked();
  await expect(page.getByLabel(t('codes.generate.live.parameters'))).toHaveValue('store=A01\ntable=靠窗 7');
  await form.name.fill(`活码 ${randomUUID().slice(0, 8)}`);
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
    const undone = t('bulk.undone', { action: t('bulk.names.retarget'), count: 2 });
    await gallery.expectNotice(undone);
    await expect.poll(resolved, { timeout: 40_000 }).toEqual(leads(''));

    await gallery.press('ControlOrMeta+a');
    await gallery.act('retarget');
    const { dialog } = retargeting;
    await dialog.getByText(t('live.many.ruleChoices.set'), { exact: true }).click();
    await dialog.getByLabel(t('live.rules.share'), { exact: true }).fill('20');
    const rule = dialog.getByRole('group', { name: t('live.rules.rule', { number: 1 }), exact: true });
    await rule.getByLabel(t('live.dialog.page'), { exact: true }).fill('pages/trial');
    const tried = dialog.getByRole('region', { name: t('live.rules.preview'), exact: true });
    await expect(tried.getByRole('listitem')).toHaveText([/20.*pages\/trialtable=2/, /80.*table=2/]);
    const inAMonth = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 16);
    await dialog.getByLabel(t('live.startsAt.label')).fill(inAMonth);
    await retargeting.confirm(2, 'confirmPlan');
    await gallery.expectNotice(t('bulk.planned', { count: 2 }));
    expect(await resolved()).toEqual(leads(''));
    await gallery.press('ControlOrMeta+z');
    await expect(page.getByText(undone)).toBeVisible();
  },
);

test(
  'a live code gives a part of the people another page and says at night that it is closed, seen before it is saved',
  { tag: '@both-languages' },
  async ({ page, t, baseURL }) => {
    const [key = ''] = await makeLiveCodes(`r${randomUUID().slice(0, 8)}`, 1);
    const gallery = new Gallery(page, t);
    await gallery.open(`q=${key}`);
    await visit(page, (await gallery.name(0).getAttribute('href')) ?? '');
    const live = new LiveCode(page, t);
    const { dialog, rule, preview, at, save } = await live.openRules();
    await save.click();
    await expect(dialog.getByText(t('errors.issues.ruleAlways'))).toBeVisible();
    await rule(1).getByLabel(t('live.rules.share'), { exact: true }).fill('20');
    await rule(1).getByLabel(t('live.dialog.page'), { exact: true }).fill('pages/trial');
    await dialog.getByRole('button', { name: t('live.rules.add'), exact: true }).click();
    await rule(2).getByLabel(t('live.rules.startTime'), { exact: true }).fill('22:00');
    await rule(2).getByLabel(t('live.rules.endTime'), { exact: true }).fill('08:00');
    await rule(2).getByText(t('live.rules.thens.message'), { exact: true }).click();
    await rule(2).getByLabel(t('live.pauseDialog.message'), { exact: true }).fill('打烊了');

    await at.fill('2027-01-15T12:00');
    await expect(preview.getByRole('listitem')).toHaveText([/20.*pages\/trial/, /80/]);
    await at.fill('2027-01-15T23:00');
    await expect(preview.getByRole('listitem')).toHaveText([/20.*pages\/trial/, /80.*打烊了/]);
    await save.click();
    await expect(dialog).toBeHidden();
    await expect(
      live.card.getByText(t('live.rules.when.timesOver', { start: '22:00', end: '08:00' })),
    ).toBeVisible();
    const told = async () => (await fetch(`${baseURL}/r/${key}?lot=19`)).json();
    await expect.poll(told, { timeout: 40_000 }).toMatchObject({ state: 'open', page: 'pages/trial' });
  },
);

test('a list that fits no scene becomes live codes in one press, is told as made when it comes again, and one of them is changed', async ({
  page,
  t,
  baseURL,
}) => {
  const resolved = async (key: string) => (await fetch(`${baseURL}/r/${key}`)).json();
  const mark = randomUUID().slice(0, 8);
  const shop = `${SHOP} ${mark}`;
  const csv = ['门店,桌号,名称', ...[1, 2, 3, 4].map((table) => `${shop},${table},${mark} ${table} 号桌`)];
  const upload = async () => new NewBatch(page, t).upload(`${mark}.csv`, Buffer.from(csv.join('\n'), 'utf8'));

  const draft = await upload();
  await draft.takeText('scene', 'shop={门店}&t={桌号}');
  await draft.takeColumn('name', '名称', [`${mark} 1 号桌`, `${mark} 2 号桌`]);
  await draft.expectSettled();
  await draft.expectVerdict('invalid', 4);
  await draft.offerLive();
  await draft.expectVerdict('new', 4);
  await draft.offerLive('undo');
  await draft.expectVerdict('invalid', 4);
  await draft.makeLive();
  await expect(draft.text('liveParameters')).toHaveValue('shop={门店}&t={桌号}');
  await draft.expectSettled();
  const run = await draft.start(4);
  await run.expectDone();
  const row = run.rows.getByRole('row', { name: new RegExp(`${mark} 3 号桌`) });
  await row.getByRole('link').first().click();

  const live = new LiveCode(page, t);
  await expect(live.parameters(`shop=${shop}`)).toBeVisible();
  const key = await live.key();
  expect(await resolved(key)).toEqual({ state: 'open', page: '', parameters: { shop, t: '3' } });

  const again = await upload();
  await again.makeLive();
  await again.takeText('liveParameters', 'shop={门店}&t={桌号}');
  await again.expectSettled();
  await again.expectVerdict('reused', 4);

  await visit(page, `/codes?q=${key}`);
  await page
    .getByRole('link', { name: new RegExp(`${mark} 3 号桌`) })
    .first()
    .click();
  await live.change(`shop=${shop}\nt=33`);
  await expect
    .poll(() => resolved(key), { timeout: 40_000 })
    .toEqual({ state: 'open', page: '', parameters: { shop, t: '33' } });
});
