import { beforeEach, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { exported, insertPicture, selection } from '@/lib/exports/export.fixture';
import { createExport } from '@/lib/exports/service';
import type { Design } from '@/lib/print/design';
import { checkPrint } from '@/lib/print/check';
import { blankDesign } from '@/lib/print/design-pieces';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { listDesigns } from './queries';
import { createDesign, deleteDesign, renameDesign, saveDesign } from './service';

useDatabase();

let actor: UserActor;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  await db().printDesign.deleteMany();
});

const create = (from: string, name: string) => createDesign(actor, { from, name, locale: 'zh-CN' });

function drawn(changed: Partial<Design> = {}) {
  const { key: _key, ...design } = { ...blankDesign(), ...changed };
  return design;
}

const save = (id: string, design: ReturnType<typeof drawn>, revision = 1) =>
  saveDesign(actor, id, { revision, stock: 'a4', design });

test('a design begins as a copy, is changed, renamed, copied and deleted, and leaves its trace', async () => {
  const id = await create('tableTent', '桌卡');
  const [first] = await listDesigns(await insertActor('VIEWER'));
  expect(first).toMatchObject({ id, name: '桌卡', stock: 'a4', design: { key: id, width: 90, height: 130 } });
  expect(first?.design.elements.some((one) => one.kind === 'text' && one.text === '扫码点单')).toBe(true);
  expect(await save(id, drawn({ ground: '#102030' }))).toBe(2);
  await renameDesign(actor, id, '窗贴');
  const copy = await create(id, '窗贴');
  expect(await listDesigns(actor)).toMatchObject([
    { id, name: '窗贴', design: { ground: '#102030' } },
    { id: copy, name: '窗贴 2', design: { ground: '#102030', key: copy } },
  ]);
  await deleteDesign(actor, id);
  expect((await listDesigns(actor)).map(({ id: left }) => left)).toEqual([copy]);
  const events = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { at: 'asc' } });
  expect(events.map(({ action, targetName }) => [action, targetName])).toEqual([
    ['design.create', '桌卡'],
    ['design.update', '桌卡'],
    ['design.update', '窗贴'],
    ['design.delete', '窗贴'],
  ]);
});

test('nobody saves over what somebody else saved meanwhile, and a name is there once', async () => {
  const id = await create('blank', '空白');
  await save(id, drawn({ ground: '#000000' }));
  await expect(save(id, drawn({ ground: '#ffffff' }))).rejects.toMatchObject({ code: 'DESIGN_CHANGED' });
  const other = await create('blank', '另一个');
  await expect(renameDesign(actor, other, '空白')).rejects.toMatchObject({ code: 'DESIGN_NAME_TAKEN' });
  expect((await listDesigns(actor)).find((kept) => kept.id === id)?.design.ground).toBe('#000000');
});

describe('what cannot be printed is not kept', () => {
  const [code, text] = blankDesign().elements;
  if (code?.kind !== 'code' || text?.kind !== 'text') throw new Error('the blank design has changed');
  const box = { kind: 'box' as const, x: 60, y: 60, width: 20, height: 20, radius: 0, fill: '#000000' };
  test.each<[string, Partial<Design>, string]>([
    ['a code that is too small', { elements: [{ ...code, size: 14 }] }, 'codeTooSmall'],
    ['a covered code', { elements: [code, box] }, 'codeCovered'],
    ['a covered quiet zone', { elements: [code, { ...box, x: 71, y: 20, width: 5 }] }, 'codeCovered'],
    ['a code beyond the edge', { elements: [{ ...code, x: 0.5 }] }, 'codeOutside'],
    ['a code cut by a round edge', { radius: 40, elements: [{ ...code, x: 10, y: 4 }] }, 'codeOutside'],
    ['no code', { elements: [text] }, 'designNoCode'],
    ['a variable that there is not', { elements: [code, { ...text, text: '{nmae}' }] }, 'tokenUnknown'],
  ])('%s', async (_what, changed, key) => {
    const id = await create('blank', '空白');
    await expect(save(id, drawn(changed))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: expect.arrayContaining([expect.objectContaining({ key: `exports.issues.${key}` })]),
    });
    expect((await db().printDesign.findUniqueOrThrow({ where: { id } })).revision).toBe(1);
  });

  test('but what lies below a code is covered by its backdrop', async () => {
    const id = await create('blank', '空白');
    expect(await save(id, drawn({ elements: [box, code] }))).toBe(2);
  });
});

test('a print is made with it, and keeps it as it was; a column that the codes have not is said before', async () => {
  const { id: miniProgramId } = await insertApp({ name: '咖啡' });
  const blank = { width: 430, height: 430, channels: 3 as const, background: '#888888' };
  const bytes = await sharp({ create: blank }).jpeg().toBuffer();
  const codes = selection([await insertPicture(miniProgramId, { name: '一号桌', bytes })]);
  const id = await create('blank', '门口');
  const fields: [string, string][] = [...codes, ['format', 'pdf'], ['design', id], ['stock', 'a4']];
  const { exportId } = await exported(actor, fields);
  await save(id, drawn({ elements: [...blankDesign().elements.slice(0, 1)] }));
  const row = await db().export.findUniqueOrThrow({ where: { id: exportId } });
  expect(row.options).toMatchObject({
    design: { key: id, name: '门口', elements: [{}, { text: '{name}' }] },
  });
  const [code, text] = blankDesign().elements;
  if (code?.kind !== 'code' || text?.kind !== 'text') throw new Error('the blank design has changed');
  await save(id, drawn({ elements: [code, { ...text, text: '{col:城市}' }] }), 2);
  const refusal = { issues: [{ field: 'design', key: 'exports.issues.columnUnknown' }] };
  await expect(createExport(actor, new URLSearchParams(fields))).rejects.toMatchObject(refusal);
  await expect(checkPrint(actor, new URLSearchParams(fields))).rejects.toMatchObject(refusal);
  await deleteDesign(actor, id);
  await expect(createExport(actor, new URLSearchParams(fields))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
