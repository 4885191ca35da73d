import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { fileDraft, planOf } from '@/lib/batches/batch.fixture';
import { dryRun, getDryRunRows } from '@/lib/batches/check/dry-run';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { deleteDraft, rereadDraft, savePlan } from '@/lib/batches/draft/drafts';
import { getDraft } from '@/lib/batches/draft/get-draft';
import {
  CELL_MAX_CHARS,
  EDIT_MAX_CELLS,
  EDIT_MAX_CHARS,
  TABLE_MAX_CHARS,
  TABLE_MAX_ROWS,
} from '@/lib/batches/limits';
import { adoptPreset } from '@/lib/batches/plan/adopt-plan';
import { savePreset } from '@/lib/batches/plan/presets';
import { getBatch } from '@/lib/batches/report/queries';
import { listBatchRows } from '@/lib/batches/report/row-queries';
import { startBatch } from '@/lib/batches/run/start';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { editDraft, undoEdit } from './edit-draft';
import type { EditDraftInput, TableEdit } from './edit-types';
import { findInGrid, getGridRows } from './grid-rows';

useDatabase();

let actor: UserActor;
let app: MiniProgram;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
});

const create = (csv: string) => createDraft(actor, fileDraft(app.id, csv));
const stored = () => readdirSync(join(env().DATA_DIR, 'storage', 'batches')).length;
const versionNow = async (id: string) => (await getDraft(actor, id)).version;

async function edit(id: string, edits: TableEdit[], more: Partial<EditDraftInput> = {}) {
  return editDraft(actor, { batchId: id, version: await versionNow(id), edits, ...more });
}
async function undo(id: string, way: 'undo' | 'redo' = 'undo') {
  return undoEdit(actor, { batchId: id, version: await versionNow(id), way });
}
async function rowsOf(id: string, from = 0) {
  return (await getGridRows(actor, id, { version: await versionNow(id), from })).rows;
}
const cellsOf = async (id: string) => (await rowsOf(id)).map(({ cells }) => cells.join(' '));
const put = (top: number, left: number, cells: string[][]): TableEdit => ({ kind: 'put', top, left, cells });

const CSV = 'scene,name\nA1,一\nA2,二\nA3,三\nA4,四\n';

describe('an edited table', () => {
  test('has what was put, filled, replaced and removed, and knows what was read', async () => {
    const id = await create(CSV);
    const edited = await edit(id, [
      put(0, 0, [['B1', '甲'], ['B2']]),
      { kind: 'fill', range: { top: 1, bottom: 3, left: 1, right: 1 } },
      { kind: 'replace', search: { text: 'a', matchCase: false, wholeCell: false }, text: '$&-' },
      { kind: 'remove', top: 2, bottom: 2 },
    ]);
    expect(edited).toMatchObject({ rowCount: 3, changed: 8, firstRow: 0 });
    expect(edited.edits).toEqual({ cells: 5, removed: 1, undo: 4, redo: 0 });
    expect(await cellsOf(id)).toEqual(['B1 甲', 'B2 二', '$&-4 二']);
    const [first, second] = await rowsOf(id);
    expect(first).toMatchObject({ line: 2, edited: { 0: { text: 'A1' }, 1: { text: '一' } } });
    expect(second?.edited).toEqual({ 0: { text: 'A2' } });
    const draft = await getDraft(actor, id);
    expect(draft).toMatchObject({ rowCount: 3, columns: [{ samples: ['B1', 'B2', '$&-4'] }, {}] });
    const kept = { rowCount: 3, editedCells: 5, removedRows: 1 };
    expect(await db().batch.findUnique({ where: { id } })).toMatchObject(kept);
  });

  test('is as it was read once its cells say so again', async () => {
    const id = await create(CSV);
    await edit(id, [put(0, 0, [['B1']])]);
    await edit(id, [put(0, 0, [['A1']])]);
    expect((await rowsOf(id))[0]).toEqual({
      ...{ line: 2, cells: ['A1', '一'] },
      ...{ verdict: null, issues: [] },
    });
    expect((await getDraft(actor, id)).edits).toMatchObject({ cells: 0, undo: 2 });
  });

  test('is taken back step by step and done again; a further edit ends that', async () => {
    const id = await create(CSV);
    const original = await cellsOf(id);
    await edit(id, [put(0, 0, [['B1']]), { kind: 'remove', top: 1, bottom: 2 }]);
    const after = await cellsOf(id);
    expect(after).toEqual(['B1 一', 'A4 四']);
    expect(await undo(id)).toMatchObject({
      rowCount: 4,
      firstRow: 1,
      edits: { removed: 0, cells: 1, redo: 1 },
    });
    expect(await cellsOf(id)).toEqual(['B1 一', 'A2 二', 'A3 三', 'A4 四']);
    await undo(id);
    expect(await cellsOf(id)).toEqual(original);
    const version = await versionNow(id);
    expect(await undo(id)).toMatchObject({ version, changed: 0 });
    await undo(id, 'redo');
    await undo(id, 'redo');
    expect(await cellsOf(id)).toEqual(after);
    await undo(id);
    await edit(id, [put(3, 1, [['五']])]);
    expect((await getDraft(actor, id)).edits).toMatchObject({ undo: 2, redo: 0 });
  });

  test('takes a paste of several parts back at once', async () => {
    const id = await create(CSV);
    const original = await cellsOf(id);
    await edit(id, [put(0, 0, [['C1']])]);
    await edit(id, [put(1, 0, [['C2']])], { isContinued: true });
    expect((await edit(id, [put(0, 1, [['x']])], { isContinued: true })).edits).toMatchObject({ undo: 1 });
    await undo(id);
    expect(await cellsOf(id)).toEqual(original);
    await undo(id, 'redo');
    expect(await cellsOf(id)).toEqual(['C1 x', 'C2 二', 'A3 三', 'A4 四']);
  });

  test('is judged as it is now: no verdict of before is shown beside it', async () => {
    const id = await create('scene\nA1\n桌2\n');
    const checked = await dryRun(actor, id, planOf());
    expect(checked.counts).toMatchObject({ new: 1, invalid: 1 });
    expect((await rowsOf(id)).map(({ verdict }) => verdict)).toEqual(['new', 'invalid']);
    await edit(id, [put(1, 0, [['A2']])]);
    expect((await rowsOf(id)).map(({ verdict }) => verdict)).toEqual([null, null]);
    await expect(getDryRunRows(actor, id, {})).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await getDraft(actor, id)).lastCheck).toBeNull();
    expect((await dryRun(actor, id, planOf())).counts).toMatchObject({ new: 2, invalid: 0 });
  });

  test('clears what a spreadsheet damaged, and a paste brings its own damage', async () => {
    const id = await create('scene\n1.2E+17\nA2\n');
    expect((await getDraft(actor, id)).findings).toMatchObject([{ kind: 'exponent', count: 1 }]);
    await edit(id, [put(0, 0, [['120000000000000001']])]);
    expect((await getDraft(actor, id)).findings).toEqual([]);
    await edit(id, [{ kind: 'put', top: 1, left: 0, cells: [['#N/A']], isPasted: true }]);
    expect((await getDraft(actor, id)).findings).toMatchObject([
      { kind: 'error', firstLine: 3, sample: '#N/A' },
    ]);
    await undo(id);
    await undo(id);
    expect((await getDraft(actor, id)).findings).toMatchObject([{ kind: 'exponent', firstLine: 2 }]);
  });

  test('starts with its edits, which stay with the batch', async () => {
    const id = await create(CSV);
    await savePlan(actor, id, planOf());
    await edit(id, [put(0, 0, [['B1']]), { kind: 'remove', top: 3, bottom: 3 }]);
    await startBatch(actor, id);
    expect(await getBatch(actor, id)).toMatchObject({ editedCells: 1, removedRows: 1 });
    const { items } = await listBatchRows(actor, id, {});
    expect(items.map(({ target, edited }) => [target, edited])).toEqual([
      ['B1', [{ column: 'scene', before: 'A1', after: 'B1' }]],
      ['A2', []],
      ['A3', []],
    ]);
    const audit = await db().auditEvent.findFirst({ where: { targetId: id, action: 'batch.start' } });
    expect(audit?.details).toMatchObject({ editedCells: 1, removedRows: 1 });
    await expect(edit(id, [put(0, 0, [['C1']])])).rejects.toMatchObject({ code: 'BATCH_STARTED' });
  });

  test('is found in, from one cell to the next and from the beginning again', async () => {
    const id = await create('scene,name\nA1,a(1)\nA2,二\n');
    const version = await versionNow(id);
    const find = (text: string, [row, column]: [number, number], more = {}) =>
      findInGrid(actor, id, {
        ...{ version, search: { text, matchCase: false, wholeCell: false, ...more } },
        after: { row, column },
      });
    expect(await find('a', [0, 0])).toEqual({ row: 0, column: 1, matches: 3 });
    expect(await find('a', [1, 0])).toEqual({ row: 0, column: 0, matches: 3 });
    expect(await find('A', [0, 0], { matchCase: true })).toEqual({ row: 1, column: 0, matches: 2 });
    expect(await find('a(1)', [1, 1], { wholeCell: true })).toEqual({ row: 0, column: 1, matches: 1 });
    expect(await find('A', [0, 0], { wholeCell: true })).toBeNull();
  });
});

describe('an edit that got no answer', () => {
  test('is made once, however often it is sent', async () => {
    const id = await create(CSV);
    const version = await versionNow(id);
    const remove: EditDraftInput = {
      ...{ batchId: id, version, changeId: 'a' },
      edits: [{ kind: 'remove', top: 0, bottom: 0 }],
    };
    const first = await editDraft(actor, remove);
    expect(await editDraft(actor, remove)).toMatchObject({
      version: first.version,
      rowCount: 3,
      edits: first.edits,
    });
    expect(await cellsOf(id)).toEqual(['A2 二', 'A3 三', 'A4 四']);
    const back = { batchId: id, version: first.version, way: 'undo' as const, changeId: 'b' };
    const undone = await undoEdit(actor, back);
    expect(await undoEdit(actor, back)).toMatchObject({ version: undone.version, rowCount: 4 });
    // Of two at once, one is made and both are told of it.
    const twice = { ...remove, version: undone.version, changeId: 'c' };
    const both = await Promise.all([editDraft(actor, twice), editDraft(actor, twice)]);
    expect(both.map(({ rowCount }) => rowCount)).toEqual([3, 3]);
    expect(await cellsOf(id)).toEqual(['A2 二', 'A3 三', 'A4 四']);
  });

  test('is not taken for another one', async () => {
    const id = await create(CSV);
    const version = await versionNow(id);
    await editDraft(actor, { batchId: id, version, edits: [put(0, 0, [['x']])], changeId: 'a' });
    const other = editDraft(actor, { batchId: id, version, edits: [put(0, 0, [['y']])], changeId: 'b' });
    await expect(other).rejects.toMatchObject({ code: 'TABLE_CHANGED' });
    const unnamed = editDraft(actor, { batchId: id, version, edits: [put(0, 0, [['y']])] });
    await expect(unnamed).rejects.toMatchObject({ code: 'TABLE_CHANGED' });
  });
});

describe('an edit is refused', () => {
  test('when the table was changed in another tab, and the other one stays', async () => {
    const id = await create(CSV);
    const version = await versionNow(id);
    const one = (text: string) =>
      editDraft(actor, { batchId: id, version, edits: [put(0, 0, [[text]])] }).then(
        () => text,
        (error: { code: string }) => error.code,
      );
    const outcomes = await Promise.all([one('tab-1'), one('tab-2')]);
    expect(outcomes).toContain('TABLE_CHANGED');
    const kept = outcomes.find((outcome) => outcome !== 'TABLE_CHANGED');
    expect((await cellsOf(id))[0]).toBe(`${kept} 一`);
    const changed = { code: 'TABLE_CHANGED' };
    await expect(undoEdit(actor, { batchId: id, version, way: 'undo' })).rejects.toMatchObject(changed);
    await expect(getGridRows(actor, id, { version, from: 0 })).rejects.toMatchObject(changed);
  });

  test('outside of the table, beyond the limits, and when no row would be left', async () => {
    const id = await create(CSV);
    const refused = (edits: TableEdit[]) =>
      expect(edit(id, edits)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await refused([put(4, 0, [['x']])]);
    await refused([put(0, 1, [['x', 'y']])]);
    await refused([{ kind: 'remove', top: 0, bottom: 3 }]);
    await refused([{ kind: 'remove', top: 2, bottom: 1 }]);
    await refused([]);
    await refused([
      put(
        0,
        0,
        Array.from({ length: EDIT_MAX_CELLS + 1 }, () => ['']),
      ),
    ]);
    const long = Array.from({ length: 4 }, () => ['x'.repeat(EDIT_MAX_CHARS / 4 + 1)]);
    await refused([put(0, 0, long)]);
    await edit(id, [put(0, 0, [['x'.repeat(CELL_MAX_CHARS)]])]);
    const search = { text: 'x', matchCase: true, wholeCell: false };
    await expect(edit(id, [{ kind: 'replace', search, text: 'yy' }])).rejects.toMatchObject({
      issues: [{ key: 'batchIssues.cellTooLong', values: { line: 2, column: 1 } }],
    });
    expect((await getDraft(actor, id)).edits).toMatchObject({ cells: 1, undo: 1 });
  });

  test.each([
    ['put', { kind: 'put', top: 1, left: 0, cells: [['a', 'x'.repeat(CELL_MAX_CHARS + 1)]] }],
    [
      'filled',
      {
        kind: 'fill',
        range: { top: 1, bottom: 2, left: 1, right: 1 },
        text: 'x'.repeat(CELL_MAX_CHARS + 1),
      },
    ],
  ] satisfies [string, TableEdit][])(
    'with the place of a cell in which too much is %s',
    async (_, change) => {
      const id = await create(CSV);
      const values = { line: 3, column: 2, max: CELL_MAX_CHARS, actual: CELL_MAX_CHARS + 1 };
      await expect(edit(id, [change])).rejects.toMatchObject({
        ...{ code: 'INVALID_INPUT', issues: [{ key: 'batchIssues.cellTooLong', values }] },
      });
      expect((await getDraft(actor, id)).edits).toMatchObject({ cells: 0, undo: 0 });
    },
  );

  test('when the whole table would become too long for the server', async () => {
    const rows = Math.ceil(TABLE_MAX_CHARS / CELL_MAX_CHARS) + 1;
    const id = await create(['scene', ...Array.from({ length: rows }, (_, at) => `A${at}`)].join('\n'));
    const range = { top: 0, bottom: rows - 1, left: 0, right: 0 };
    await expect(edit(id, [{ kind: 'fill', range, text: 'x'.repeat(CELL_MAX_CHARS) }])).rejects.toMatchObject(
      { issues: [{ key: 'batchIssues.tableTooLong' }] },
    );
  });

  test('of people who may only look', async () => {
    const viewer = await insertActor('VIEWER');
    const id = await create(CSV);
    const version = await versionNow(id);
    const edits = [put(0, 0, [['x']])];
    const forbidden = { code: 'FORBIDDEN' };
    await expect(editDraft(viewer, { batchId: id, version, edits })).rejects.toMatchObject(forbidden);
    await expect(undoEdit(viewer, { batchId: id, version, way: 'undo' })).rejects.toMatchObject(forbidden);
    expect((await getGridRows(viewer, id, { version, from: 0 })).rowCount).toBe(4);
  });
});

describe('reading the file again', () => {
  test('drops edits only when the person knows of them', async () => {
    const id = await create(CSV);
    await edit(id, [put(0, 0, [['B1']]), { kind: 'remove', top: 3, bottom: 3 }]);
    await expect(rereadDraft(actor, id, { options: { headerRow: null } })).rejects.toMatchObject({
      ...{ code: 'BATCH_EDITED', values: { cells: 1, removed: 1 } },
    });
    expect((await cellsOf(id))[0]).toBe('B1 一');
    await rereadDraft(actor, id, { options: {}, dropEdits: true });
    expect(await cellsOf(id)).toEqual(['A1 一', 'A2 二', 'A3 三', 'A4 四']);
    const none = { cells: 0, removed: 0, undo: 0, redo: 0 };
    expect((await getDraft(actor, id)).edits).toEqual(none);
    expect(await db().batch.findUnique({ where: { id } })).toMatchObject({ editedCells: 0, removedRows: 0 });
    expect(await undo(id)).toMatchObject({ changed: 0 });
  });

  test('is not done by a preset over edits', async () => {
    const other = await create('scene,name\nA1,一\n');
    await savePlan(actor, other, planOf({ name: { from: 'column', column: 1 } }));
    const presetId = await savePreset(actor, { name: '桌贴', batchId: other });
    const id = await createDraft(actor, {
      miniProgramId: app.id,
      source: { kind: 'paste', text: 'x\ty\nscene\tname\nA1\t一', options: { headerRow: 1 } },
    });
    await edit(id, [put(1, 0, [['B1']])]);
    expect(await adoptPreset(actor, id, presetId)).toMatchObject({ isReread: false });
    expect(await cellsOf(id)).toEqual(['scene name', 'B1 一']);
  });
});

test('nothing of earlier versions stays in the store, nor of a removed draft', async () => {
  const before = stored();
  const id = await create(CSV);
  await dryRun(actor, id, planOf());
  await edit(id, [put(0, 0, [['B1']])]);
  await dryRun(actor, id, planOf());
  await edit(id, [put(0, 0, [['B2']])]);
  // The file, the table and how to take its edits back.
  expect(stored()).toBe(before + 3);
  await deleteDraft(actor, id);
  expect(stored()).toBe(before);
});

test('50,000 rows: a column is filled, replaced in and taken back, and read by pages', async () => {
  const lines = Array.from({ length: TABLE_MAX_ROWS }, (_, at) => `A${at},x`);
  const id = await create(['scene,name', ...lines].join('\n'));
  const whole = { top: 0, bottom: TABLE_MAX_ROWS - 1, left: 1, right: 1 };
  const filled = await edit(id, [{ kind: 'fill', range: whole, text: '桌贴' }]);
  expect(filled).toMatchObject({ changed: TABLE_MAX_ROWS, edits: { cells: TABLE_MAX_ROWS } });
  const [row] = await rowsOf(id, TABLE_MAX_ROWS - 1);
  expect(row).toMatchObject({ line: TABLE_MAX_ROWS + 1, cells: [`A${TABLE_MAX_ROWS - 1}`, '桌贴'] });
  expect(await rowsOf(id, 20_050)).toHaveLength(100);
  expect(await rowsOf(id, TABLE_MAX_ROWS)).toEqual([]);
  const search = { text: 'A', matchCase: true, wholeCell: false };
  await edit(id, [{ kind: 'replace', search, text: 'B' }]);
  expect((await rowsOf(id, 30_000))[0]?.cells).toEqual(['B30000', '桌贴']);
  await undo(id);
  await undo(id);
  expect((await rowsOf(id, 30_000))[0]).toMatchObject({ cells: ['A30000', 'x'] });
  expect((await getDraft(actor, id)).edits).toEqual({ cells: 0, removed: 0, undo: 0, redo: 2 });
});
