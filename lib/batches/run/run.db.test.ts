import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { getPicture } from '@/lib/codes/find/queries';
import { textStream } from '@/lib/http/text-stream';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { insertBatch, picture, useBatchWorker, whenOver } from './run.fixture';
import { errorList } from '@/lib/batches/report/errors-csv';
import { listBatchRows } from '@/lib/batches/report/row-queries';
import { retryFailed, retryRow } from './control';

const weChat = useWeChat();
const database = useDatabase();
const workers = useBatchWorker(database);

let actor: UserActor;
let app: MiniProgram;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
});

const calledFor = () => weChat.codeCalls.map(({ body }) => String(body.scene ?? body.path));

/** How the stand-in answers certain rows; the others are made. */
function answer(byTarget: Record<string, () => Response>): void {
  weChat.onCode(() => byTarget[calledFor().at(-1) ?? '']?.() ?? picture());
}

const rowsOf = (batchId: string) =>
  db().batchRow.findMany({ where: { batchId }, orderBy: { rowNumber: 'asc' }, include: { code: true } });

describe('a batch that runs', () => {
  test('makes each row once, under its name and in the order of the table', async () => {
    const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 130 });
    weChat.onCode(picture);
    await workers.start();
    expect(await whenOver(actor, batchId)).toMatchObject({
      state: 'FINISHED',
      made: 130,
      waiting: 0,
      failed: 0,
    });
    expect(calledFor().toSorted()).toEqual(
      Array.from({ length: 130 }, (_, index) => `r${index + 1}`).toSorted(),
    );
    const rows = await rowsOf(batchId);
    for (const { rowNumber, code } of rows)
      expect(code).toMatchObject({
        ...{ scene: `r${rowNumber}`, name: `桌 r${rowNumber}`, status: 'READY', attempts: 1 },
        ...{ batchId, createdById: actor.id, leaseExpiresAt: null },
      });
    const inOrder = await db().code.findMany({
      where: { batchId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    expect(inOrder.map(({ id }) => id)).toEqual(rows.map(({ codeId }) => codeId));
    expect((await getPicture(actor, rows[129]?.codeId ?? '')).name).toBe('桌 r130');
  });

  test('asks for one token, and for one more when the token is replaced in the middle', async () => {
    const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 25 });
    weChat.onCode(() => {
      if (weChat.codeCalls.length === 10) weChat.endTokens(app.appId, 'replace');
      return 'as usual';
    });
    await workers.start();
    expect(await whenOver(actor, batchId)).toMatchObject({ made: 25, failed: 0 });
    expect(weChat.tokenCalls).toBe(2);
  });

  test('shares codes that somebody made since it was started, without a call', async () => {
    const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 5 });
    const { codeId } = await generateCode(actor, {
      ...{ miniProgramId: app.id, endpoint: 'getwxacodeunlimit' as const },
      scene: 'r3',
    });
    await workers.start();
    expect(await whenOver(actor, batchId)).toMatchObject({ made: 4, reused: 1, failed: 0 });
    expect(calledFor().filter((target) => target === 'r3')).toHaveLength(1);
    expect((await rowsOf(batchId))[2]).toMatchObject({ verdict: 'reused', codeId });
  });

  test('counts rows of limited endpoints once, and fails those without a call that no longer fit', async () => {
    const endpoint = 'getwxacode';
    const batchId = await insertBatch(actor, {
      miniProgramId: app.id,
      rows: 12,
      prefix: 'pages/a?n=',
      endpoint,
    });
    await db().miniProgram.update({ where: { id: app.id }, data: { quotaBaseline: 99_993 } });
    await workers.start();
    const progress = await whenOver(actor, batchId);
    expect(progress).toMatchObject({ state: 'FINISHED', made: 7, failed: 5, waiting: 0 });
    expect(progress.errors).toMatchObject([
      { key: 'quota', cause: 'quota', count: 5, example: { rowNumber: 8 } },
    ]);
    expect(calledFor()).toHaveLength(7);
    expect(await quotaState(app.id)).toEqual({ used: 7, entries: 7 });
  });
});

describe('rows that fail', () => {
  const FAILS = { r3: () => refusal(41030, 'invalid page'), r7: () => refusal(41030, 'invalid page') };

  test('are grouped by cause and asked for once; the others are made', async () => {
    answer({ ...FAILS, r9: () => refusal(40097, 'invalid args') });
    const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 20 });
    await workers.start();
    const progress = await whenOver(actor, batchId);
    expect(progress).toMatchObject({ state: 'FINISHED', made: 17, failed: 3 });
    expect(progress.errors).toMatchObject([
      { key: 'pageNotReleased', errcode: 41030, count: 2, example: { rowNumber: 3, line: 4, name: '桌 r3' } },
      { key: 'argumentsInvalid', errcode: 40097, count: 1, example: { rowNumber: 9 } },
    ]);
    expect(calledFor()).toHaveLength(20);
    const { items } = await listBatchRows(actor, batchId, { status: 'failed', cause: 'pageNotReleased' });
    expect(items.map(({ rowNumber }) => rowNumber)).toEqual([3, 7]);
  });

  test('name the page that they asked for, which is what has to be mended', async () => {
    const page = 'pages/new/index';
    answer(FAILS);
    const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 8, page });
    await workers.start();
    const { errors } = await whenOver(actor, batchId);
    expect(errors).toMatchObject([{ errcode: 41030, example: { rowNumber: 3, page } }]);
    const { items } = await listBatchRows(actor, batchId, {});
    expect(items.map((row) => row.page)).toEqual(items.map(() => page));
    const { csv } = await errorList(actor, batchId, (key) => key);
    const [columns, first] = (await new Response(textStream(csv)).text()).split('\r\n');
    expect(columns).toMatch(/,suncode_page$/);
    expect(first).toMatch(/^r3,.*,pages\/new\/index$/);
  });

  test('name no page where they asked for none', async () => {
    answer(FAILS);
    const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 3 });
    await workers.start();
    expect((await whenOver(actor, batchId)).errors).toMatchObject([{ example: { page: null } }]);
    const { items } = await listBatchRows(actor, batchId, { status: 'failed' });
    expect(items).toMatchObject([{ page: null }]);
    const made = await listBatchRows(actor, batchId, { status: 'made' });
    expect(made.items.map(({ status, rowNumber }) => [rowNumber, status])).toEqual([
      [1, 'made'],
      [2, 'made'],
    ]);
  });

  test('are tried again one by one, by cause or all together, and keep their code', async () => {
    answer({ ...FAILS, r9: () => refusal(40097, 'invalid args') });
    const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 10 });
    await workers.start();
    await whenOver(actor, batchId);
    const before = (await rowsOf(batchId)).map(({ codeId }) => codeId);
    weChat.onCode(picture);
    await retryRow(actor, batchId, 7);
    expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 8, failed: 2 });
    expect(await retryFailed(actor, batchId, 'argumentsInvalid')).toBe(1);
    expect(await whenOver(actor, batchId)).toMatchObject({ made: 9, failed: 1 });
    expect(await retryFailed(actor, batchId)).toBe(1);
    expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 10, failed: 0 });
    expect((await rowsOf(batchId)).map(({ codeId }) => codeId)).toEqual(before);
    expect(calledFor()).toHaveLength(13);
    await expect(retryFailed(actor, batchId)).rejects.toMatchObject({ code: 'BATCH_NO_FAILURE' });
  });

  test('pass by themselves when WeChat is only busy for a moment', async () => {
    let busy = 0;
    weChat.onCode(() => (busy++ % 4 === 0 ? refusal(-1, 'system error') : picture()));
    const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 60 });
    await workers.start();
    const { made, failed } = await whenOver(actor, batchId);
    expect(made + failed).toBe(60);
    expect(failed).toBeLessThan(5);
  });
});
