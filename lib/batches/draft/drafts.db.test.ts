import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { writeXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { fileDraft, planOf } from '@/lib/batches/batch.fixture';
import { DEFAULT_LOOK } from '@/lib/batches/plan/plan';
import { createDraft } from './create-draft';
import type { CreateDraftInput } from './draft-types';
import { deleteDraft, purgeDrafts, renameBatch, rereadDraft, savePlan } from './drafts';
import { dryRun } from '@/lib/batches/check/dry-run';
import { getDraft } from './get-draft';
import { startBatch } from '@/lib/batches/run/start';

useDatabase();

let actor: UserActor;
let app: MiniProgram;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
});

const create = (csv: string) => createDraft(actor, fileDraft(app.id, csv));
const stored = () => readdirSync(join(env().DATA_DIR, 'storage', 'batches')).length;
const auditsOf = async (targetId: string) =>
  (await db().auditEvent.findMany({ where: { targetId }, orderBy: { at: 'asc' } })).map(
    ({ action }) => action,
  );

describe('a draft', () => {
  test('of a file has its name, its columns with samples, and a first guess at the mapping', async () => {
    const csv = iconv.encode('桌号,备注,空\nA1,靠窗,\nA2,,\nA3,靠窗,\n', 'gb18030');
    // As the short form of 门店桌码 writes it.
    const scene = { from: 'template' as const, template: 'table={桌号}' };
    const name = { from: 'template' as const, template: '{桌号} 号桌' };
    const id = await createDraft(actor, fileDraft(app.id, Uint8Array.from(csv)));
    expect(await getDraft(actor, id)).toEqual({
      id,
      name: '桌码',
      miniProgram: { id: app.id, name: app.name, mode: 'LIVE', pathMaxBytes: 128 },
      source: 'file',
      origin: {
        ...{ kind: 'file', fileName: '桌码.csv', format: 'csv', encoding: 'gb18030', delimiter: 'comma' },
        ...{ headerRow: 1, above: [], aboveCount: 0, asked: {}, isErrorList: false },
      },
      findings: [],
      version: '0',
      edits: { cells: 0, removed: 0, undo: 0, redo: 0 },
      rowCount: 3,
      columns: [
        { name: '桌号', samples: ['A1', 'A2', 'A3'], empty: 0 },
        { name: '备注', samples: ['靠窗'], empty: 1 },
        { name: '空', samples: [], empty: 3 },
      ],
      sampleRows: [
        { line: 2, cells: ['A1', '靠窗', ''] },
        { line: 3, cells: ['A2', '', ''] },
        { line: 4, cells: ['A3', '靠窗', ''] },
      ],
      plan: {
        ...planOf({ scene, name, note: { from: 'column', column: 1 } }),
        policy: 'all',
        look: { ...DEFAULT_LOOK, width: 945 },
      },
      recentPages: [],
      guess: {
        fields: { scene, name, note: { from: 'column', column: 1 } },
        leaving: { scene, name },
        reasons: {
          scene: { by: 'purpose', columns: ['桌号'], isUnique: true },
          name: { by: 'purpose', columns: ['桌号'], isUnique: true },
          note: { by: 'name', columns: ['备注'], isUnique: false },
        },
      },
      isGuess: true,
      lastCheck: null,
      createdAt: expect.any(String),
    });
    expect(await db().batch.findUnique({ where: { id } })).toMatchObject({
      state: 'DRAFT',
      rowCount: 3,
      columns: ['桌号', '备注', '空'],
      createdById: actor.id,
    });
    expect(await auditsOf(id)).toEqual(['batch.draft']);
    // As the form of the purpose names them in the language of whoever reads.
    expect((await getDraft(actor, id, 'en')).plan.fields).toMatchObject({
      scene,
      name: { template: 'Table {桌号}' },
    });
  });

  test('of pasted rows and of a sequence is called after the minute unless it is named', async () => {
    const paste: CreateDraftInput = {
      miniProgramId: app.id,
      source: { kind: 'paste', text: 'scene\tname\nA1\t一' },
    };
    const one = { name: '桌号', prefix: 'T', start: 1, count: 2, step: 1, pad: 2, suffix: '' };
    const sequence: CreateDraftInput = {
      ...{ miniProgramId: app.id, name: ' 春节 ' },
      source: { kind: 'sequence', series: [one] },
    };
    const pasted = await getDraft(actor, await createDraft(actor, paste));
    const minute = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;
    expect(pasted).toMatchObject({ source: 'paste', name: expect.stringMatching(minute) });
    expect(pasted.origin).toMatchObject({
      kind: 'paste',
      delimiter: 'tab',
      headerRow: 1,
      isErrorList: false,
    });
    const sequenceId = await createDraft(actor, sequence);
    const numbered = await getDraft(actor, sequenceId);
    expect(numbered).toMatchObject({ source: 'sequence', name: '春节', origin: { series: [one] } });
    expect(numbered.sampleRows.map(({ cells }) => cells)).toEqual([['T01'], ['T02']]);
    await expect(rereadDraft(actor, sequenceId, { options: {} })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('keeps its plan, finished or not, and knows its last check', async () => {
    const id = await create('scene,name\nA1,一\n');
    const plan = planOf({ scene: undefined, name: { from: 'column', column: 1 } });
    await savePlan(actor, id, plan);
    const unfinished = await getDraft(actor, id);
    expect(unfinished.plan).toEqual(plan);
    expect(unfinished).toMatchObject({ isGuess: false, lastCheck: null });
    const checked = await dryRun(actor, id, planOf());
    expect((await getDraft(actor, id)).lastCheck).toEqual(checked);
    await savePlan(actor, id, plan);
    expect((await getDraft(actor, id)).lastCheck).toBeNull();
  });

  test('can be read again: with a header or without, and from another sheet', async () => {
    const sheets = [
      { name: '一', rows: [['scene'], ['A1']] },
      { name: '二', rows: [['桌号'], ['B1'], ['B2']] },
    ];
    const id = await createDraft(actor, fileDraft(app.id, Uint8Array.from(await writeXlsx({ sheets }))));
    await savePlan(actor, id, planOf());
    await rereadDraft(actor, id, { options: { headerRow: null } });
    expect(await getDraft(actor, id)).toMatchObject({ rowCount: 2, columns: [{ name: 'A' }], isGuess: true });
    await rereadDraft(actor, id, { options: { sheet: '二' } });
    const second = await getDraft(actor, id);
    expect(second).toMatchObject({ rowCount: 2, columns: [{ name: '桌号', samples: ['B1', 'B2'] }] });
    expect(await db().batch.findUnique({ where: { id } })).toMatchObject({ rowCount: 2, columns: ['桌号'] });
  });

  test('of pasted rows takes any row for its header, and what was left out in again', async () => {
    const notes = Array.from({ length: 24 }, (_, at) => `说明 ${at + 1}\tx`);
    const text = [...notes, 'key\tlabel', '必填\t选填', 'A1\t一', '合计\t1'].join('\n');
    const source = { kind: 'paste', text } as const;
    const id = await createDraft(actor, { miniProgramId: app.id, source });
    await rereadDraft(actor, id, { options: { headerRow: 25 } });
    const read = await getDraft(actor, id);
    expect(read).toMatchObject({
      rowCount: 1,
      origin: { headerRow: 25, aboveCount: 24, hints: [{ line: 26 }] },
    });
    // Every row that may be the header is there to be pressed.
    expect(read.origin).toMatchObject({ above: notes.map((_, at) => ({ line: at + 1 })) });
    await rereadDraft(actor, id, { options: { headerRow: 25, kept: ['hints', 'totals'] } });
    const kept = await getDraft(actor, id);
    expect(kept.sampleRows.map(({ line }) => line)).toEqual([26, 27, 28]);
    expect(kept.findings.map(({ kind }) => kind)).toEqual(['hints', 'totals']);
  });

  test('keeps its mapping when another reading has the same columns, and forgets the check', async () => {
    const id = await create('scene,name\nA1,一\n');
    await dryRun(actor, id, planOf());
    await rereadDraft(actor, id, { options: { delimiter: 'comma' } });
    expect(await getDraft(actor, id)).toMatchObject({ isGuess: false, lastCheck: null });
  });

  test('can be renamed, and removed with everything that was stored of it', async () => {
    const before = stored();
    const id = await create('scene\nA1\n');
    await dryRun(actor, id, planOf());
    expect(stored()).toBe(before + 3);
    await renameBatch(actor, id, ' 新名 ');
    expect(await getDraft(actor, id)).toMatchObject({ name: '新名' });
    await deleteDraft(actor, id);
    expect(stored()).toBe(before);
    await expect(getDraft(actor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await auditsOf(id)).toEqual(['batch.draft', 'batch.update', 'batch.delete']);
  });

  test('that was started is no draft any more', async () => {
    const id = await create('scene\nA1\n');
    await savePlan(actor, id, planOf());
    await startBatch(actor, id);
    const started = { code: 'BATCH_STARTED' };
    await expect(getDraft(actor, id)).rejects.toMatchObject(started);
    await expect(savePlan(actor, id, planOf())).rejects.toMatchObject(started);
    await expect(rereadDraft(actor, id, { options: {} })).rejects.toMatchObject(started);
    await expect(deleteDraft(actor, id)).rejects.toMatchObject(started);
    await expect(dryRun(actor, id, planOf())).rejects.toMatchObject(started);
    await expect(renameBatch(actor, id, '还能改名')).resolves.toBeUndefined();
  });
});

describe('what cannot become a draft', () => {
  test('is refused and leaves nothing behind', async () => {
    const before = [await db().batch.count(), stored()];
    await expect(create('')).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ field: 'file' }] });
    await expect(createDraft(actor, fileDraft('nowhere', 'scene\nA1\n'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const empty: CreateDraftInput = { miniProgramId: app.id, source: { kind: 'paste', text: ' \n ' } };
    await expect(createDraft(actor, empty)).rejects.toMatchObject({
      issues: [{ field: 'text', key: 'batchIssues.noRows' }],
    });
    expect([await db().batch.count(), stored()]).toEqual(before);
  });

  test('is anything of a viewer', async () => {
    const viewer = await insertActor('VIEWER');
    const id = await create('scene\nA1\n');
    const forbidden = { code: 'FORBIDDEN' };
    await expect(createDraft(viewer, fileDraft(app.id, 'scene\nA1\n'))).rejects.toMatchObject(forbidden);
    await expect(savePlan(viewer, id, planOf())).rejects.toMatchObject(forbidden);
    await expect(dryRun(viewer, id, planOf())).rejects.toMatchObject(forbidden);
    await expect(rereadDraft(viewer, id, { options: {} })).rejects.toMatchObject(forbidden);
    await expect(renameBatch(viewer, id, 'x')).rejects.toMatchObject(forbidden);
    await expect(deleteDraft(viewer, id)).rejects.toMatchObject(forbidden);
    await expect(startBatch(viewer, id)).rejects.toMatchObject(forbidden);
    await expect(getDraft(viewer, id)).resolves.toMatchObject({ id });
  });
});

test('drafts that nobody touched for a week are removed, and nothing else', async () => {
  const [old, fresh, started] = [
    await create('scene\nA1\n'),
    await create('scene\nA2\n'),
    await create('scene\nA3\n'),
  ];
  await savePlan(actor, started, planOf());
  await startBatch(actor, started);
  const before = stored();
  const week = new Date(clock.now().getTime() - 7 * 24 * 60 * 60 * 1000 - 1);
  await db().batch.updateMany({ where: { id: { in: [old, started] } }, data: { updatedAt: week } });
  expect(await purgeDrafts()).toBe(1);
  expect(stored()).toBe(before - 2);
  const left = await db().batch.findMany({
    where: { id: { in: [old, fresh, started] } },
    select: { id: true },
  });
  expect(left.map(({ id }) => id).sort()).toEqual([fresh, started].sort());
});
