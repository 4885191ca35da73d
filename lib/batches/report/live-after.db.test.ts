import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { planOf } from '@/lib/batches/batch.fixture';
import { dryRun } from '@/lib/batches/check/dry-run';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { getDraft } from '@/lib/batches/draft/get-draft';
import { mendFaulty } from '@/lib/batches/draft/mend-faulty';
import { adoptPlan } from '@/lib/batches/plan/adopt-plan';
import { picture, useBatchWorker, whenOver } from '@/lib/batches/run/run.fixture';
import { startBatch } from '@/lib/batches/run/start';
import { promoteCode } from '@/lib/codes/generate/promote';
import { db } from '@/lib/db/client';
import { fetchedAgain, madeExport } from '@/lib/exports/export.fixture';
import { exportRecords } from '@/lib/exports/scope/records';
import { Resolver } from '@/lib/live/resolve';
import { setLiveTarget } from '@/lib/live/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';

const weChat = useWeChat();
const workers = useBatchWorker(useDatabase());

let actor: UserActor;
let miniProgramId: string;

beforeEach(async () => {
  weChat.onCode(picture);
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
});

const TABLE = '门店,桌号\n西湖店 & 龙井店,1\n西湖店,2\n';
const PLAN = planOf(
  {
    liveParameters: { from: 'template', template: 'shop={门店}&t={桌号}' },
    livePage: { from: 'fixed', value: 'pages/menu' },
    name: { from: 'column', column: 1 },
  },
  { isLive: true },
);

const create = (text = TABLE) => createDraft(actor, { miniProgramId, source: { kind: 'paste', text } });

async function run(plan = PLAN, text = TABLE): Promise<string> {
  const id = await create(text);
  await dryRun(actor, id, plan);
  await startBatch(actor, id);
  const worker = await workers.start();
  await whenOver(actor, id);
  await workers.stop(worker);
  return id;
}

const codesOf = (batchId: string) =>
  db().code.findMany({ where: { batchId }, orderBy: { createdAt: 'asc' } });
const answer = async (key: string | null) => (await new Resolver().resolve(key ?? '')).answer;

test('the list of a batch has key, page and parameters of each row, and prints its columns', async () => {
  const batchId = await run();
  const [one, two] = await codesOf(batchId);
  const csv = String(await fetchedAgain(actor, await madeExport(actor, { batch: batchId, format: 'csv' })));
  for (const text of [one?.scene, two?.scene, 'pages/menu', '"{""shop"":""西湖店 & 龙井店"",""t"":""1""}"'])
    expect(csv).toContain(text);
  const options = { ready: true, until: new Date(Date.now() + 1_000), sees: 'all' } as const;
  const columns: unknown[] = [];
  for await (const record of exportRecords({ kind: 'batch', batchId, name: '' }, options))
    columns.push(record.columns);
  expect(columns).toEqual([
    { 门店: '西湖店 & 龙井店', 桌号: '1' },
    { 门店: '西湖店', 桌号: '2' },
  ]);
});

test('lists say what live codes lead to when they are exported, of a batch and of any codes', async () => {
  const batchId = await run();
  const [one, two] = await codesOf(batchId);
  const ids = [one?.id ?? '', two?.id ?? ''];
  const rules = [{ share: 50, page: 'pages/trial', parameters: {} }];
  await setLiveTarget(actor, ids[0] ?? '', { page: 'pages/new', parameters: { t: '9' }, rules });
  await setLiveTarget(actor, ids[1] ?? '', { page: '', parameters: {}, isPaused: true, message: '稍后' });
  const plain = await insertCode({ miniProgramId });
  const list = async (fields: Record<string, string>) =>
    String(await fetchedAgain(actor, await madeExport(actor, { ...fields, format: 'csv' })));
  for (const csv of [await list({ batch: batchId }), await list({ app: miniProgramId })]) {
    const [heads = '', ...lines] = csv.split('\r\n');
    const from = heads.split(',').indexOf('活码现在的页面');
    expect(heads.split(',').slice(from, from + 4)).toEqual([
      ...['活码现在的页面', '活码现在的参数', '活码状态', '活码现在的规则'],
    ]);
    const lineOf = (id = '') => lines.find((line) => line.includes(id)) ?? '';
    expect(lineOf(ids[0])).toContain(',pages/new,"{""t"":""9""}",open,50% → pages/trial,');
    expect(lineOf(ids[1])).toContain(',,{},paused,,');
    expect(csv).not.toContain('pages/menu');
  }
  expect(await list({ app: miniProgramId })).toContain(plain.id);
});

test('rows that failed are mended in a new batch as live codes, and what was made is not made again', async () => {
  weChat.onCode(() => refusal(41030, 'invalid page'));
  const batchId = await run();
  weChat.onCode(picture);
  const draftId = await mendFaulty(actor, batchId, () => 'why');
  const { plan, rowCount } = await getDraft(actor, draftId);
  expect({ ...plan, rowCount }).toMatchObject({ isLive: true, rowCount: 2, fields: PLAN.fields });
  expect((await dryRun(actor, draftId, plan)).counts).toMatchObject({ new: 2 });
  await startBatch(actor, draftId);
  const worker = await workers.start();
  await whenOver(actor, draftId);
  await workers.stop(worker);
  const [code] = await codesOf(draftId);
  expect(await answer(code?.scene ?? null)).toMatchObject({ page: 'pages/menu', parameters: { t: '1' } });
});

test('another batch takes its settings, wherever the columns stand', async () => {
  const draftId = await create('桌号,备注,门店\n9,靠窗,西湖店\n');
  await adoptPlan(actor, draftId, await run());
  const { plan } = await getDraft(actor, draftId);
  expect(plan).toMatchObject({ isLive: true, fields: { liveParameters: PLAN.fields.liveParameters } });
  expect((await dryRun(actor, draftId, plan)).counts).toMatchObject({ new: 1 });
});

test('a code that was tried gets its release code, which has its key then', async () => {
  const batchId = await run({ ...PLAN, look: { ...PLAN.look, envVersion: 'trial' } });
  const [tried] = await codesOf(batchId);
  const { codeId } = await promoteCode(actor, tried?.id ?? '');
  expect(await db().liveCode.findUnique({ where: { codeId } })).toMatchObject({ key: tried?.scene });
  expect(await answer(tried?.scene ?? null)).toMatchObject({ state: 'open', parameters: { t: '1' } });
  // The list for release codes shares it.
  const again = await create();
  expect((await dryRun(actor, again, PLAN)).counts).toMatchObject({ new: 1, reused: 1 });
});
