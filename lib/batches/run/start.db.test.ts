import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { getObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { fileDraft, planOf } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { savePlan } from '@/lib/batches/draft/drafts';
import type { BatchPlan } from '@/lib/batches/plan/plan';
import { errorList } from '@/lib/batches/report/errors-csv';
import { textStream } from '@/lib/http/text-stream';
import { useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { startBatch, type SeenCheck } from './start';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;
let app: MiniProgram;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
});

async function draft(csv: string, plan: BatchPlan): Promise<string> {
  const id = await createDraft(actor, fileDraft(app.id, csv));
  await savePlan(actor, id, plan);
  return id;
}

const rowsOf = (batchId: string) =>
  db().batchRow.findMany({ where: { batchId }, orderBy: { rowNumber: 'asc' } });

describe('starting a batch', () => {
  test('writes every row as it was judged, in the order of the table, and spends nothing', async () => {
    const id = await draft(
      'scene,名称,备注\nA01,一号桌,靠窗\n\na01,小写,\n桌,坏,\nA01,重复,\n',
      planOf({ name: { from: 'column', column: 1 }, note: { from: 'column', column: 2 } }),
    );
    await startBatch(actor, id);
    const rows = await rowsOf(id);
    expect(
      rows.map(({ rowNumber, line, verdict, name, note }) => [rowNumber, line, verdict, name, note]),
    ).toEqual([
      [1, 2, 'new', '一号桌', '靠窗'],
      [2, 4, 'new', '小写', ''],
      [3, 5, 'invalid', '坏', ''],
      [4, 6, 'duplicate', '重复', ''],
    ]);
    expect(rows[0]).toMatchObject({
      cells: ['A01', '一号桌', '靠窗'],
      parameters: { endpoint: 'getwxacodeunlimit', scene: 'A01', page: '', width: 430 },
      issues: null,
      codeId: null,
    });
    expect(rows[0]?.fingerprint).not.toBe(rows[1]?.fingerprint);
    const values = { line: 2, name: '一号桌' };
    expect(rows[3]?.issues).toEqual([{ field: 'scene', key: 'batchIssues.duplicateNamed', values }]);
    expect(rows[2]).toMatchObject({ parameters: null, fingerprint: null });
    expect(await db().batch.findUnique({ where: { id } })).toMatchObject({
      state: 'RUNNING',
      rowCount: 4,
      newCount: 2,
      reusedCount: 0,
      skippedCount: 2,
      startedAt: expect.any(Date),
    });
    expect(weChat.codeCalls).toEqual([]);
    expect(await quotaState(app.id)).toEqual({ used: 0, entries: 0 });
  });

  test('keeps all that is wrong with a row, and its list for spreadsheets says all of it', async () => {
    const plan = planOf({ scene: { from: 'template', template: 's={店}&t={桌}' } });
    const id = await draft('店,桌\nA,1\n,3 9\n', plan);
    await startBatch(actor, id);
    const keys = ['batchIssues.emptyCell', 'wechat.issues.sceneCharacters'];
    expect((await rowsOf(id))[1]?.issues).toMatchObject(keys.map((key) => ({ field: 'scene', key })));
    const { csv } = await errorList(actor, id, (key) => key);
    expect(await new Response(textStream(csv)).text()).toContain(`,scene,${keys.join('; ')},`);
  });

  test('happens once when two ask at the same moment', async () => {
    const id = await draft('scene\nA01\nA02\n', planOf());
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => startBatch(actor, id)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'BATCH_STARTED' });
    expect(await rowsOf(id)).toHaveLength(2);
    expect(await db().auditEvent.count({ where: { targetId: id, action: 'batch.start' } })).toBe(1);
  });

  test('shares codes that exist, and forgets the table in the storage', async () => {
    const { codeId } = await generateCode(actor, {
      ...{ miniProgramId: app.id, endpoint: 'getwxacodeunlimit', scene: 'A1' },
    });
    const id = await draft('scene\nA1\nA2\n', planOf());
    const { tableKey } = await db().batch.findUniqueOrThrow({ where: { id } });
    await startBatch(actor, id);
    expect((await rowsOf(id)).map((row) => [row.verdict, row.codeId])).toEqual([
      ['reused', codeId],
      ['new', null],
    ]);
    expect(await db().batch.findUnique({ where: { id } })).toMatchObject({ newCount: 1, reusedCount: 1 });
    expect(await getObject(tableKey)).toBeNull();
  });

  test('keeps every cell and name to the letter: quotes, braces, emoji, backslashes', async () => {
    const cells = [
      'CON',
      'a/b',
      '../x',
      '😀',
      '{"a":1}',
      "O'Brien \\u0000 $1 ::text",
      '名'.repeat(80),
      ' x ',
    ];
    const csv = [
      'scene,name',
      ...cells.map((cell, index) => `A${index},"${cell.replaceAll('"', '""')}"`),
    ].join('\n');
    const id = await draft(csv, planOf({ name: { from: 'column', column: 1 } }));
    await startBatch(actor, id);
    const rows = await rowsOf(id);
    expect(rows.map((row) => row.cells)).toEqual(cells.map((cell, index) => [`A${index}`, cell]));
    expect(rows.map((row) => row.name)).toEqual(cells.map((cell) => cell.trim()));
  });

  test('writes 5,000 rows, each once and in order', async () => {
    const scenes = Array.from({ length: 5_000 }, (_, index) => `t=${index}`);
    const id = await draft(`scene\n${scenes.join('\n')}`, planOf());
    await startBatch(actor, id);
    const rows = await rowsOf(id);
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual(scenes.map((_, index) => index + 1));
    expect(rows.map(({ name }) => name)).toEqual(scenes);
  });
});

describe('a batch is not started', () => {
  const A = planOf({ path: { from: 'column', column: 0 } }, { endpoint: 'getwxacode' });

  async function refusal(csv: string, plan: BatchPlan, seen?: SeenCheck) {
    const id = await draft(csv, plan);
    const error = await startBatch(actor, id, seen).then(
      () => 'started',
      (thrown: unknown) => thrown,
    );
    expect(await rowsOf(id)).toEqual([]);
    expect(await db().batch.findUnique({ where: { id } })).toMatchObject({ state: 'DRAFT', startedAt: null });
    return error;
  }

  test('while rows are bad and all must pass', async () => {
    expect(await refusal('scene\nA1\nA1\n桌\n', planOf({}, { policy: 'all' }))).toMatchObject({
      code: 'BATCH_BAD_ROWS',
      values: { count: 2 },
    });
  });

  test('when no row would be made', async () => {
    expect(await refusal('scene\n桌\n', planOf())).toMatchObject({ code: 'BATCH_NOTHING' });
  });

  test('when the permanent quota is too small, with the numbers', async () => {
    await db().miniProgram.update({ where: { id: app.id }, data: { quotaBaseline: 99_900, quotaFloor: 99 } });
    expect(await refusal('path\np?x=1\np?x=2\n', A)).toMatchObject({
      code: 'BATCH_OVER_QUOTA',
      values: { needed: 2, left: 1, used: 99_900, limit: 100_000, floor: 99 },
    });
  });

  test('when more would be made, or spent, than was shown', async () => {
    const changed = (count: number, needed: number) => ({ code: 'BATCH_CHANGED', values: { count, needed } });
    expect(await refusal('path\np?x=1\np?x=2\n', A, { newRows: 1, needed: 2 })).toMatchObject(changed(2, 2));
    expect(await refusal('path\np?x=1\np?x=2\n', A, { newRows: 2, needed: 1 })).toMatchObject(changed(2, 2));
  });

  test('without a plan, or with one that does not fit', async () => {
    const id = await createDraft(actor, fileDraft(app.id, 'scene\nA1\n'));
    await expect(startBatch(actor, id)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await refusal('scene\nA1\n', planOf({ scene: { from: 'column', column: 7 } }))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'scene', key: 'batchIssues.columnMissing', values: { column: 8 } }],
    });
  });

  test('when it is not there', async () => {
    await expect(startBatch(actor, 'nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
