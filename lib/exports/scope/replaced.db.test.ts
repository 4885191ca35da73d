import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import { planOf } from '@/lib/batches/batch.fixture';
import { listBatchRows } from '@/lib/batches/report/row-queries';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { insertPicture } from '@/lib/exports/export.fixture';
import { checkPrint } from '@/lib/print/check';
import { blankDesign } from '@/lib/print/design-pieces';
import { createDesign, saveDesign } from '@/lib/print/designs/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { generateCode } from '@/lib/codes/generate/service';
import { useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { exportRecords } from './records';

useWeChat();
useDatabase();

const PICTURE = sharp({ create: { width: 280, height: 280, channels: 3, background: '#fff' } })
  .jpeg()
  .toBuffer();

let actor: UserActor;
let miniProgramId: string;
let batchId: string;
let codeId: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
  const scene = 'store=A01&table=200';
  const plan = planOf({ scene: { from: 'template', template: 'store={门店编号}&table={桌号}' } });
  const batch = await db().batch.create({
    data: {
      ...{ miniProgramId, name: randomUUID(), source: 'paste', state: 'FINISHED', plan },
      ...{ columns: ['门店编号', '桌号'], tableKey: 'none', rowCount: 1 },
    },
  });
  batchId = batch.id;
  const code = await insertPicture(miniProgramId, {
    ...{
      bytes: Buffer.from(await PICTURE),
      name: 'A01 · 200 号桌',
      scene,
      batchId,
      fingerprint: randomUUID(),
    },
  });
  codeId = code.id;
  const row = { batchId, rowNumber: 1, line: 2, verdict: 'new' as const, cells: ['A01', '200 号桌'] };
  const made = { codeId, name: code.name, parameters: { scene }, fingerprint: code.fingerprint };
  await db().batchRow.create({ data: { ...row, ...made } });
});

const replace = (scene: string) =>
  generateCode(actor, {
    ...{ miniProgramId, endpoint: 'getwxacodeunlimit', scene, name: 'A01 · 999 号桌', replaces: codeId },
  });

async function records() {
  const scope = { kind: 'batch' as const, batchId, name: '' };
  const found = [];
  for await (const { name, columns } of exportRecords(scope, {
    ready: true,
    until: clock.now(),
    sees: 'all',
  }))
    found.push({ name, columns });
  return found;
}

async function problems(text: string): Promise<string[]> {
  const designId = await createDesign(actor, { from: 'blank', name: randomUUID(), locale: 'zh-CN' });
  const { key: _key, elements, ...piece } = blankDesign();
  const design = {
    ...piece,
    elements: elements.map((one) => (one.kind === 'text' ? { ...one, text } : one)),
  };
  await saveDesign(actor, designId, { revision: 1, stock: 'a4', design });
  const sheet = { format: 'pdf', design: designId, stock: 'a4', locale: 'zh-CN' };
  const check = await checkPrint(actor, new URLSearchParams({ batch: batchId, ...sheet }));
  return check.problems.map(({ kind }) => kind).filter((kind) => kind !== 'practice');
}

test('a replaced code is exported and printed as what it is now, in its columns too', async () => {
  expect(await records()).toEqual([
    { name: 'A01 · 200 号桌', columns: { 门店编号: 'A01', 桌号: '200 号桌' } },
  ]);
  await replace('store=A01&table=999');
  expect(await records()).toEqual([
    { name: 'A01 · 999 号桌', columns: { 门店编号: 'A01', 桌号: '999 号桌' } },
  ]);
  expect(await problems('{col:桌号}')).toEqual([]);
  const { items } = await listBatchRows(actor, batchId, {});
  expect(items).toMatchObject([
    { name: 'A01 · 999 号桌', target: 'store=A01&table=999', replaced: 'store=A01&table=200' },
  ]);
});

test('where nobody can tell what its columns would be, it is said before it is printed', async () => {
  await replace('seat=9');
  expect(await records()).toMatchObject([{ columns: { 桌号: '200 号桌' } }]);
  expect(await problems('{col:桌号}')).toEqual(['oldCells']);
  expect(await problems('{name}')).toEqual([]);
});
