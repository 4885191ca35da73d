import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { fileDraft, planOf } from '@/lib/batches/batch.fixture';
import { dryRun } from '@/lib/batches/check/dry-run';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { getDraft } from '@/lib/batches/draft/get-draft';
import { TABLE_MAX_ROWS } from '@/lib/batches/limits';
import { getBatch } from '@/lib/batches/report/queries';
import { listBatchRows } from '@/lib/batches/report/row-queries';
import { startBatch } from '@/lib/batches/run/start';
import type { MiniProgram } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { editDraft, undoEdit } from './edit-draft';
import type { TableEdit } from './edit-types';
import { getGridRows } from './grid-rows';

useDatabase();

let actor: UserActor;
let app: MiniProgram;
let batchId: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
  const table = 'scene,name\nA1,一\nA2,二\n';
  batchId = await createDraft(actor, fileDraft(app.id, table));
});

const versionNow = async () => (await getDraft(actor, batchId)).version;
const edit = async (edits: TableEdit[], isContinued?: boolean) =>
  editDraft(actor, { batchId, version: await versionNow(), edits, isContinued });
const undo = async (way: 'undo' | 'redo') => undoEdit(actor, { batchId, version: await versionNow(), way });
const rows = async () => (await getGridRows(actor, batchId, { version: await versionNow(), from: 0 })).rows;
const texts = async () => (await rows()).map(({ cells }) => cells.join(' '));

test('rows come after the last one, are filled, taken back at once, and done again', async () => {
  const added = await edit([{ kind: 'add', rows: 2 }], false);
  expect(added).toMatchObject({ rowCount: 4, changed: 2, firstRow: 2 });
  const cells = [
    ['A3', '三'],
    ['A4', '四'],
  ];
  const filled = await edit([{ kind: 'put', top: 2, left: 0, cells }], true);
  expect(filled.edits).toEqual({ cells: 4, removed: 0, undo: 1, redo: 0 });
  const wanted = ['A1 一', 'A2 二', 'A3 三', 'A4 四'];
  expect(await texts()).toEqual(wanted);
  const marks = (await rows()).map(({ line, added: isAdded }) => [line, isAdded]);
  expect(marks).toEqual([
    [2, undefined],
    [3, undefined],
    [4, true],
    [5, true],
  ]);

  expect((await undo('undo')).edits).toEqual({ cells: 0, removed: 0, undo: 0, redo: 1 });
  expect(await texts()).toEqual(['A1 一', 'A2 二']);
  expect((await undo('redo')).edits).toEqual({ cells: 4, removed: 0, undo: 1, redo: 0 });
  expect(await texts()).toEqual(wanted);
});

test('one that is deleted again was never in the file, and so is not counted as removed from it', async () => {
  await edit([{ kind: 'add', rows: 1 }]);
  const remove = (at: number): TableEdit => ({ kind: 'remove', top: at, bottom: at });
  expect((await edit([remove(2)])).edits).toMatchObject({ removed: 0 });
  expect((await edit([remove(1)])).edits).toMatchObject({ removed: 1 });
});

test('is judged as empty until something stands in it, and becomes a code then', async () => {
  const plan = planOf({ name: { from: 'column', column: 1 } });
  await edit([{ kind: 'add', rows: 1 }]);
  expect((await dryRun(actor, batchId, plan)).counts).toMatchObject({ new: 2, invalid: 1 });
  await edit([{ kind: 'put', top: 2, left: 0, cells: [['A3', '三']] }]);
  expect((await dryRun(actor, batchId, plan)).counts).toMatchObject({ new: 3, invalid: 0 });
  await startBatch(actor, batchId);
  const { items: started } = await listBatchRows(actor, batchId, {});
  expect(started.map(({ line, target, name }) => [line, target, name])).toContainEqual([4, 'A3', '三']);
  expect(await getBatch(actor, batchId)).toMatchObject({ editedCells: 2, removedRows: 0 });
});

test('no more than a table may have', async () => {
  const refused = (count: number) =>
    expect(edit([{ kind: 'add', rows: count }])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await refused(TABLE_MAX_ROWS - 1);
  await refused(0);
  await refused(1.5);
  expect((await edit([{ kind: 'add', rows: TABLE_MAX_ROWS - 2 }])).rowCount).toBe(TABLE_MAX_ROWS);
});
