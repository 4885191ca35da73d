import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { startBulk } from '@/lib/bulk/start';
import { planOf } from '@/lib/batches/batch.fixture';
import { dryRun } from '@/lib/batches/check/dry-run';
import { createDraft } from '@/lib/batches/draft/create-draft';
import type { BatchPlan, FieldSource } from '@/lib/batches/plan/plan';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { pairsSchema } from '@/lib/live/target';
import { getLive } from '@/lib/live/queries';
import { Resolver } from '@/lib/live/resolve';
import { setLiveTarget } from '@/lib/live/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { claimRows } from './claim';
import { picture, useBatchWorker, whenOver } from './run.fixture';
import { startBatch } from './start';

const weChat = useWeChat();
const database = useDatabase();
const worker = useBatchWorker(database);

let actor: UserActor;
let app: MiniProgram;

beforeEach(async () => {
  vi.restoreAllMocks();
  await db().code.deleteMany();
  weChat.onCode(picture);
  actor = await insertActor('OPERATOR');
  app = await insertApp();
});

const TABLE = '门店,桌号\n西湖店,1\n西湖店,2\n龙井店 & 虎跑店,1\n';
const text = (template: string): FieldSource => ({ from: 'template', template });
const PARAMETERS = text('shop={门店}&t={桌号}');

const livePlan = (fields: BatchPlan['fields'] = {}, more: Partial<BatchPlan> = {}) =>
  planOf({ scene: undefined, liveParameters: PARAMETERS, ...fields }, { isLive: true, ...more });

const create = (table = TABLE) =>
  createDraft(actor, { miniProgramId: app.id, source: { kind: 'paste', text: table } });

async function check(table = TABLE, plan = livePlan()) {
  const id = await create(table);
  return { id, result: await dryRun(actor, id, plan) };
}

async function start(table = TABLE, plan = livePlan()): Promise<string> {
  const { id } = await check(table, plan);
  await startBatch(actor, id);
  return id;
}

async function run(table = TABLE, plan = livePlan()): Promise<string> {
  const batchId = await start(table, plan);
  const one = await worker.start();
  await whenOver(actor, batchId);
  await worker.stop(one);
  return batchId;
}

const claim = (batchId: string, max = 100) => claimRows({ batchId, miniProgramId: app.id, max, from: 0 });

/** Row by row: what a scan of its code gets. */
async function ledTo(batchId: string) {
  const rows = await db().batchRow.findMany({
    where: { batchId },
    orderBy: { rowNumber: 'asc' },
    include: { code: true },
  });
  const resolver = new Resolver();
  return Promise.all(
    rows.map(async ({ code }) => (code?.scene ? (await resolver.resolve(code.scene)).answer : null)),
  );
}

const open = (parameters: Record<string, string>, page = '') => ({ state: 'open', page, parameters });
const ALL = [
  open({ shop: '西湖店', t: '1' }),
  open({ shop: '西湖店', t: '2' }),
  open({ shop: '龙井店 & 虎跑店', t: '1' }),
];
const counts = ({ counts: of }: Awaited<ReturnType<typeof check>>['result']) => of;

describe('a dry run of live codes', () => {
  test('asks for no scene, and takes cells of any characters as values', async () => {
    const { result } = await check();
    expect(result).toMatchObject({ obstacle: null, problems: [], unfit: null });
    expect(counts(result)).toEqual({ new: 3, reused: 0, duplicate: 0, invalid: 0 });
    expect(result.sampleNames[2]).toBe('shop=龙井店 & 虎跑店&t=1');
  });

  const ALL_IN_ONE: FieldSource = { from: 'column', column: 0 };
  test.each([
    ['a name that is none', '参数,门店\n1=店,a\n', ALL_IN_ONE],
    ['an empty cell', '门店,桌号\n,1\n', PARAMETERS],
    ['nothing at all', '参数,桌号\n,西湖店\n', ALL_IN_ONE],
  ])('finds %s at the row', async (what, table, liveParameters) => {
    const { result } = await check(table, livePlan({ liveParameters }, { policy: 'all' }));
    const isName = what.startsWith('a name');
    const key = isName ? 'errors.issues.liveParameters' : 'batchIssues.emptyCell';
    expect(result).toMatchObject({
      obstacle: 'badRows',
      problems: [{ field: 'liveParameters', key, rows: 1, firstLine: 2 }],
    });
  });

  test('names the cell that makes parameters too long', async () => {
    const long = '码'.repeat(1_400);
    const { result } = await check(`门店,桌号\n西湖店,${long}\n西湖店,2\n`);
    expect(counts(result)).toMatchObject({ new: 1, invalid: 1 });
    expect(result.problems).toMatchObject([
      { field: 'liveParameters', key: 'errors.issues.liveTooLong', values: { column: '桌号' } },
    ]);
  });

  test('judges the page that a column says', async () => {
    const table = '页面,桌号\npages/a,1\n/pages/a.html?from=x,1\npages/a\\\\b,1\n';
    const fields = { liveParameters: text('t={桌号}'), livePage: { from: 'column', column: 0 } } as const;
    const { result } = await check(table, livePlan(fields, { mends: ['livePage'] }));
    expect(counts(result)).toMatchObject({ new: 2, invalid: 1 });
    expect(result.problems).toMatchObject([{ field: 'livePage', key: 'wechat.issues.pageCharacters' }]);
  });

  test.each([
    [
      'a name that is wrong in every row',
      { liveParameters: text('店={门店}') },
      'errors.issues.liveParameters',
    ],
    ['no parameters and no page', { liveParameters: undefined }, 'batchIssues.fieldMissing'],
    ['a column that is not there', { liveParameters: text('t={桌}') }, 'batchIssues.templateColumn'],
  ])('refuses a plan with %s', async (_what, fields, key) => {
    const id = await create();
    await expect(dryRun(actor, id, livePlan(fields))).rejects.toMatchObject({
      issues: [{ field: 'liveParameters', key }],
    });
  });

  test('tells rows that lead to the same apart by their lines, as other repeats', async () => {
    const { result } = await check(`${TABLE}西湖店,2\n`);
    expect(counts(result)).toMatchObject({ new: 3, duplicate: 1 });
    expect(result.problems).toMatchObject([
      { field: 'liveParameters', key: 'batchIssues.duplicate', values: { line: 3 } },
    ]);
  });

  test('of plain codes tells how many rows do not fit, but for those that a press mends', async () => {
    const table =
      '编号,店\nA1,a\n１２,b\n西湖店,c\ns=1&name=一二三四五六七八九十一二三四五六七八九十一二三四,d\n';
    const { result } = await check(table, planOf());
    expect(result.unfit).toEqual({ rows: 2, firstLine: 4 });
  });
});

describe('a batch of live codes', () => {
  test('gives each row a key of its own that leads to what the row said', async () => {
    const batchId = await run();
    expect(await ledTo(batchId)).toEqual(ALL);
    const codes = await db().code.findMany({ where: { batchId }, include: { live: true } });
    expect(new Set(codes.map(({ scene }) => scene)).size).toBe(3);
    for (const { scene, live, status } of codes) {
      expect(scene).toMatch(/^s[0-9A-Za-z]{9}$/);
      expect({ status, key: live?.key }).toEqual({ status: 'READY', key: scene });
      expect(weChat.codeCalls.filter(({ body }) => body.scene === scene)).toHaveLength(1);
    }
    const { now } = (await getLive(actor, codes[0]?.id ?? '')) ?? {};
    expect(now).toMatchObject({ byName: actor.name });
  });

  test('leads to the page of the row, with the query that a link had', async () => {
    const table = '链接,桌号\nhttps://a.example/pages/menu/index?from=qr,1\npages/b,2\n';
    const fields = { liveParameters: text('t={桌号}'), livePage: { from: 'column', column: 0 } } as const;
    const batchId = await run(table, livePlan(fields, { mends: ['livePage'] }));
    expect(await ledTo(batchId)).toEqual([
      open({ from: 'qr', t: '1' }, 'pages/menu/index'),
      open({ t: '2' }, 'pages/b'),
    ]);
  });

  test('leaves out what a row has not, and reads a column of whole parameters', async () => {
    const table = '参数,位置\nshop=西湖店&t=1,窗边\n"{""shop"":""a&b"",""t"":""2""}",\n';
    const batchId = await run(table, livePlan({ liveParameters: text('{参数}{?&at={位置}}') }));
    expect(await ledTo(batchId)).toEqual([
      open({ shop: '西湖店', t: '1', at: '窗边' }),
      open({ shop: 'a&b', t: '2' }),
    ]);
  });

  test('started again makes no second set: what leads there now is shared, and shown before', async () => {
    const first = await run();
    weChat.codeCalls.length = 0;
    const { id, result } = await check();
    expect(counts(result)).toEqual({ new: 0, reused: 3, duplicate: 0, invalid: 0 });
    await startBatch(actor, id);
    const one = await worker.start();
    await whenOver(actor, id);
    await worker.stop(one);
    const codesOf = async (batchId: string) =>
      (await db().batchRow.findMany({ where: { batchId }, orderBy: { rowNumber: 'asc' } })).map(
        ({ codeId, fingerprint }) => [codeId, fingerprint],
      );
    expect(await codesOf(id)).toEqual(await codesOf(first));
    expect(weChat.codeCalls).toEqual([]);
  });

  test('shares the live code of the form too, and none that leads elsewhere, has rules, is paused, deleted or looks otherwise', async () => {
    const parameters = { shop: '西湖店', t: '1' };
    const make = async (width = 430) => {
      const code = {
        miniProgramId: app.id,
        endpoint: 'getwxacodeunlimit',
        scene: '',
        page: '',
        width,
      } as const;
      return (await generateCode(actor, { ...code, live: { page: '', parameters } })).codeId;
    };
    const reused = async () => counts((await check()).result).reused;
    await make(1280);
    expect(await reused()).toBe(0);
    const codeId = await make();
    expect(await reused()).toBe(1);
    await setLiveTarget(actor, codeId, { page: '', parameters: { ...parameters, t: '9' } });
    expect(await reused()).toBe(0);
    await setLiveTarget(actor, codeId, { page: '', parameters });
    expect(await reused()).toBe(1);
    await setLiveTarget(actor, codeId, { page: '', parameters, isPaused: true });
    expect(await reused()).toBe(0);
    const rules = [{ share: 20, page: 'pages/new', parameters: {} }];
    await setLiveTarget(actor, codeId, { page: '', parameters, rules });
    expect(await reused()).toBe(0);
    await setLiveTarget(actor, codeId, { page: '', parameters });
    expect(await reused()).toBe(1);
    await startBulk(actor, { kind: 'delete', scope: { codeIds: [codeId] } });
    expect(await reused()).toBe(0);
  });

  test('of another Mini Program shares nothing', async () => {
    await run();
    app = await insertApp();
    expect(counts((await check()).result).new).toBe(3);
  });

  test('that two people start at once makes each code once', async () => {
    const [one, other] = [await start(), await start()];
    await claim(one, 2);
    await claim(other);
    await claim(one);
    expect(await ledTo(other)).toEqual(ALL);
    expect(await ledTo(one)).toEqual(ALL);
    expect(await db().liveCode.count()).toBe(3);
    expect(await db().batch.findUnique({ where: { id: one } })).toMatchObject({
      newCount: 2,
      reusedCount: 1,
    });
  });

  test('tries a code that failed again under its key', async () => {
    weChat.onCode(() => refusal(41030, 'invalid page'));
    const batchId = await run('门店,桌号\n西湖店,1\n');
    const [code] = await db().code.findMany({ where: { batchId } });
    expect(code).toMatchObject({ status: 'FAILED' });
    expect(await db().liveCode.count({ where: { key: code?.scene ?? '' } })).toBe(1);
  });
});

test('two thousand rows are written with their targets, and found again', async () => {
  const lines = Array.from({ length: 2_000 }, (_, row) => `西湖店,${row + 1}`);
  const table = ['门店,桌号', ...lines].join('\n');
  const batchId = await start(table);
  for (let left = 2_000; left > 0;) left -= (await claim(batchId, 500)).codes.length;
  const targets = await db().liveTarget.findMany();
  const values = new Set(
    targets.map(({ parameters }) => Number(Object.fromEntries(pairsSchema.parse(parameters)).t)),
  );
  expect([targets.length, values.size, Math.max(...values)]).toEqual([2_000, 2_000, 2_000]);
  expect(counts((await check(table)).result)).toEqual({ new: 0, reused: 2_000, duplicate: 0, invalid: 0 });
});
