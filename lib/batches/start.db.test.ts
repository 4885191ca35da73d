import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { getObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { useWeChat } from '@/lib/testing/wechat-stand-in';
import { fileDraft, planOf } from './batch.fixture';
import { createDraft } from './create-draft';
import { dryRun } from './dry-run';
import { savePlan } from './drafts';
import type { BatchPlan } from './plan';
import { startBatch } from './start';

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
    expect(rows[3]?.issues).toEqual([{ field: 'scene', key: 'batchIssues.duplicate', values: { line: 2 } }]);
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

  test('happens once when two ask at the same moment', async () => {
    const id = await draft('scene\nA01\nA02\n', planOf());
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => startBatch(actor, id)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'BATCH_STARTED' });
    expect(await rowsOf(id)).toHaveLength(2);
    expect(await db().auditEvent.count({ where: { targetId: id, action: 'batch.start' } })).toBe(1);
  });
});

describe('a dry run', () => {
  test('says what each row would be', async () => {
    const id = await createDraft(actor, fileDraft(app.id, 'scene\nA01\nA02\n'));
    expect(await dryRun(actor, id, planOf())).toMatchObject({ rowCount: 2, counts: { new: 2 } });
    expect(await getObject('nothing')).toBeNull();
  });
});
