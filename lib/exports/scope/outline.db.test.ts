import { beforeAll, describe, expect, test } from 'vitest';
import { ALL_APPS } from '@/lib/apps/all-apps';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { exported, insertPicture, openArchive, selection } from '@/lib/exports/export.fixture';
import { outlineExport } from './outline';
import { listExports, startingOptions } from '@/lib/exports/queries';
import { keepSelection } from './selections';
import { createExport } from '@/lib/exports/service';

useDatabase();

let actor: UserActor;
let miniProgramId: string;

beforeAll(async () => {
  actor = await insertActor('VIEWER');
  miniProgramId = (await insertApp({ name: '咖啡' })).id;
});

const insert = (
  name: string,
  overrides: { imageWidthPx?: number; folderId?: string; tagIds?: string[] } = {},
) => insertPicture(miniProgramId, { name, bytes: Buffer.from(name), ...overrides });
const outlineOf = (fields: Record<string, string>) => outlineExport(actor, new URLSearchParams(fields));

describe('what is about to be exported', () => {
  test('counts what matches the filter, tells how wide it is, and names the first files', async () => {
    const small = await insert('一号桌', { imageWidthPx: 280 });
    await insert('二号桌', { imageWidthPx: 1280 });
    await insertCode({ miniProgramId, name: '三号桌', status: 'FAILED' });
    const outline = await outlineOf({ app: miniProgramId, q: '号桌' });
    expect(outline).toMatchObject({
      scope: { kind: 'filter', names: { app: '咖啡', creator: null, batch: null } },
      codes: 3,
      pictures: 2,
      bytes: (small.imageBytes ?? 0) * 2,
      widths: [
        { px: 280, count: 1 },
        { px: 1280, count: 1 },
      ],
    });
    expect(outline.samples.map(({ name }) => name)).toEqual(['二号桌', '一号桌']);
  });

  test('is a selection that was kept, without what was deleted since', async () => {
    const [first, second] = [await insert('a'), await insert('b')];
    const kept = await keepSelection(actor, [second.id, first.id, second.id]);
    await db().code.update({ where: { id: first.id }, data: { deletedAt: new Date() } });
    const outline = await outlineOf({ selection: kept });
    expect(outline).toMatchObject({ scope: { kind: 'selection', count: 2 }, codes: 1, pictures: 1 });
  });

  test('counts each row of a batch, also where two share a code', async () => {
    const code = await insert('shared');
    const table = { columns: ['店铺'], tableKey: 'none', rowCount: 2 };
    const batch = await db().batch.create({
      data: { ...table, miniProgramId, name: '桌贴', source: 'file', state: 'FINISHED' },
    });
    const row = { batchId: batch.id, line: 2, verdict: 'new' as const, codeId: code.id };
    await db().batchRow.createMany({
      data: [1, 2].map((rowNumber) => ({ ...row, rowNumber, name: `行 ${rowNumber}`, cells: ['一店'] })),
    });
    const outline = await outlineOf({ batch: batch.id });
    expect(outline).toMatchObject({ codes: 2, pictures: 2, columns: ['店铺'], scope: { name: '桌贴' } });
    expect(outline.samples.map(({ name }) => name)).toEqual(['行 1', '行 2']);
  });

  test('must be said: an address that names no codes is refused', async () => {
    await expect(outlineOf({ format: 'csv' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(outlineOf({ selection: 'gone' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is what this person used last, and nobody else', async () => {
    const code = await insert('used');
    await insert('not used');
    await db().recentCode.create({ data: { userId: actor.id, codeId: code.id } });
    const outline = await outlineOf({ app: 'all', place: 'recent' });
    expect(outline).toMatchObject({ scope: { kind: 'selection', count: 1 }, pictures: 1 });
  });
});

test('files lie in the folders and under the tags that their codes have', async () => {
  const named = (name: string) => ({ name, nameKey: name });
  const folder = await db().folder.create({ data: named('秋季') });
  const [noon, table] = await Promise.all(
    ['午市', '桌贴'].map((name) => db().tag.create({ data: { ...named(name), color: 'gray' } })),
  );
  const tagIds = [table?.id ?? '', noon?.id ?? '', 'gone'];
  const codes = [await insert('有', { folderId: folder.id, tagIds }), await insert('无')];
  const { bytes } = await exported(actor, [...selection(codes), ['names', '{folder}/{tags}/{name}']]);
  const { pictures, rows } = await openArchive(bytes);
  expect(pictures.map(({ path }) => path)).toEqual(['秋季/午市+桌贴/有.jpg', '_/_/无.jpg']);
  expect(rows[0]).toMatchObject({ folder: '秋季', tags: '午市, 桌贴' });
});

describe('the history of one Mini Program', () => {
  test('leaves out what is of others alone, and counts it', async () => {
    const other = (await insertApp()).id;
    const elsewhere = await insertPicture(other, { name: '别处', bytes: Buffer.from('别处') });
    const here = await insert('这里');
    const start = (fields: Record<string, string>) => createExport(actor, new URLSearchParams(fields));
    const own = await start({ id: here.id });
    const others = [await start({ id: elsewhere.id }), await start({ app: other, q: '别处' })];
    const both = new URLSearchParams([
      ['id', here.id],
      ['id', elsewhere.id],
    ]);
    const shared = [await createExport(actor, both), await start({ app: 'all', q: '这里' })];
    const listOf = (app: string, q = '') => listExports(actor, { app, tab: 'all', q });
    const idsOf = async (app: string) => (await listOf(app)).items.map(({ id }) => id);
    const listed = await idsOf(miniProgramId);
    expect(listed).toEqual(expect.arrayContaining([own, ...shared]));
    expect(listed).not.toEqual(expect.arrayContaining([others[0]]));
    expect(listed).not.toEqual(expect.arrayContaining([others[1]]));
    expect(await idsOf(other)).toEqual(expect.arrayContaining([...others, ...shared]));
    expect((await listOf(miniProgramId)).elsewhere).toBe(2);
    expect((await listOf(miniProgramId, '别处')).elsewhere).toBe(1);
    expect((await listOf(ALL_APPS)).elsewhere).toBe(0);
  });
});

describe('the history', () => {
  test('is read newest first, in pages, with what somebody wants to know of each', async () => {
    const someone = await insertActor('OPERATOR');
    const code = await insert('x');
    for (let at = 0; at < 31; at += 1) await createExport(someone, new URLSearchParams({ id: code.id }));
    const { bytes } = await exported(someone, { app: miniProgramId, q: 'x', format: 'csv', locale: 'en' });
    const all = { app: ALL_APPS, tab: 'all', q: '' } as const;
    const first = await listExports(actor, all);
    expect(first.items).toHaveLength(30);
    expect(first.items[0]).toMatchObject({
      format: 'csv',
      state: 'finished',
      scope: { kind: 'filter', names: { app: '咖啡' } },
      createdBy: someone.name,
      sizeBytes: bytes.byteLength,
    });
    expect(first.items[1]).toMatchObject({
      state: 'running',
      count: null,
      total: 1,
      done: 0,
      scope: { count: 1 },
    });
    const second = await listExports(actor, { ...all, cursor: first.nextCursor ?? '' });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    await expect(listExports(actor, { ...all, cursor: 'broken' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('gives the builder the names of the last export, and all choices of the one that is made anew', async () => {
    const someone = await insertActor('OPERATOR');
    const code = await insert('y');
    const usual = await startingOptions(someone, null);
    expect(usual).toMatchObject({ format: 'zip', zip: { names: '{name}', picture: { kind: 'original' } } });
    const zip = { id: code.id, names: '{date}/{row:00}', picture: 'png' };
    const pictures = await createExport(someone, new URLSearchParams(zip));
    const table = await createExport(someone, new URLSearchParams({ id: code.id, format: 'xlsx' }));
    const names = '{date}/{row:00}';
    const [last, anew] = [
      { names, picture: { kind: 'original' } },
      { names, picture: { kind: 'png' } },
    ];
    expect(await startingOptions(someone, null)).toMatchObject({ format: 'zip', zip: last });
    expect(await startingOptions(someone, table)).toMatchObject({ format: 'xlsx', zip: last });
    expect(await startingOptions(someone, pictures)).toMatchObject({ format: 'zip', zip: anew });
  });
});
