import { beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { exported, fetchedAgain, insertPicture, madeExport, selection } from '@/lib/exports/export.fixture';
import { createExport } from '@/lib/exports/service';
import { drawSun } from '@/lib/sandbox/draw/draw';
import { deleteObject, putObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { checkPrint } from './check';
import { blankDesign } from './design-pieces';
import { createDesign, deleteDesign, saveDesign } from './designs/service';
import { addPicture } from './pictures/service';
import { preparePrint } from './queries';

useDatabase();

let actor: UserActor;
let miniProgramId: string;
let jpeg: Buffer;

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp({ name: '咖啡' })).id;
  const blank = { width: 430, height: 430, channels: 3 as const, background: '#888888' };
  jpeg = await sharp({ create: blank }).jpeg().toBuffer();
});

const insert = (name: string) => insertPicture(miniProgramId, { name, bytes: jpeg });
const sheet = (design: string, stock: string, more: Record<string, string> = {}): [string, string][] =>
  Object.entries({ format: 'pdf', design, stock, locale: 'zh-CN', ...more });
const sizes = (pdf: string) =>
  [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [w, h]);
const asText = (bytes: Buffer) => bytes.toString('latin1');

describe('a print', () => {
  test('is a PDF that holds WeChat’s own bytes once and the fonts, and comes again as the same bytes', async () => {
    const codes = [await insert('一号桌'), await insert('二号桌')];
    const fields = [...selection(codes), ...sheet('shelf', 'L7160', { copies: '2', startAt: '20' })];
    const { bytes, exportId, fileName, mediaType } = await exported(actor, fields);
    const pdf = asText(bytes);
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
    expect([fileName.endsWith('.pdf'), mediaType]).toEqual([true, 'application/pdf']);
    // Two labels are left on the first sheet, two stand on the next one.
    expect(sizes(pdf)).toHaveLength(2);
    expect(Number(sizes(pdf)[0]?.[0])).toBeCloseTo((210 / 25.4) * 72, 1);
    expect(Number(sizes(pdf)[0]?.[1])).toBeCloseTo((297 / 25.4) * 72, 1);
    expect(pdf.split(jpeg.toString('latin1'))).toHaveLength(3);
    expect(pdf.match(/\/FontFile2/g)).toHaveLength(2);
    expect(await fetchedAgain(actor, exportId)).toEqual(bytes);
  });

  test('leaves out a code whose picture is lost, and says so', async () => {
    const [kept, lost] = [await insert('在'), await insert('丢')];
    await db().code.update({ where: { id: lost.id }, data: { imageSha256: 'other' } });
    const { exportId } = await exported(actor, [...selection([lost, kept]), ...sheet('sticker', 'a4')]);
    const row = await db().export.findUnique({ where: { id: exportId } });
    expect(row).toMatchObject({ state: 'FINISHED', count: 1, missingCount: 1 });
  });

  test('is refused before it is made when a piece has no room, or the first label is none', async () => {
    const codes = selection([await insert('三号桌')]);
    const start = (fields: [string, string][]) =>
      createExport(actor, new URLSearchParams([...codes, ...fields]));
    const before = await db().export.count();
    await expect(start(sheet('poster', 'L7160'))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'stock', key: 'exports.issues.pieceTooLarge' }],
    });
    await expect(start(sheet('shelf', 'L7160', { startAt: '22' }))).rejects.toMatchObject({
      issues: [{ field: 'startAt', key: 'exports.issues.startTooHigh', values: { max: 21 } }],
    });
    await expect(start(sheet('nothing', 'a4'))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await db().export.count()).toBe(before);
  });

  test('on measures of one’s own keeps them in its record, and is refused with the field and the limit', async () => {
    const codes = selection([await insert('六号桌')]);
    const grid = { kind: 'labels', width: '100', height: '62', left: '5', top: '1', columns: '2', rows: '1' };
    const label = { labelWidth: '40', labelHeight: '30', gapX: '4', gapY: '0' };
    const fields = (more: Record<string, string> = {}, design = 'filling') =>
      sheet(
        design,
        'own',
        Object.fromEntries(
          Object.entries({ ...grid, ...label, ...more }).map(([key, mm]) => [`own.${key}`, mm]),
        ),
      );
    const { bytes, exportId } = await exported(actor, [...codes, ...fields()]);
    expect(
      sizes(asText(bytes)).map((side) => side.map((pt) => Math.round((Number(pt) / 72) * 254) / 10)),
    ).toEqual([[100, 62]]);
    const row = await db().export.findUniqueOrThrow({ where: { id: exportId } });
    expect(row.options).toMatchObject({
      design: { key: 'filling', width: 40, height: 30 },
      sheet: { stock: 'own', own: { kind: 'labels', columns: 2, labelWidth: 40, gapX: 4 } },
    });
    const start = (form: [string, string][]) => createExport(actor, new URLSearchParams([...codes, ...form]));
    const refusals: [Record<string, string>, object][] = [
      [
        { columns: '3' },
        { field: 'own.columns', key: 'exports.issues.ownTooWide', values: { used: 133, max: 100 } },
      ],
      [{ rows: '3' }, { field: 'own.rows', key: 'exports.issues.ownTooHigh', values: { used: 91, max: 62 } }],
      [{ gapX: '-1' }, { field: 'own.gapX', key: 'exports.issues.ownRange', values: { min: 0, max: 100 } }],
      [{ labelWidth: 'x' }, { field: 'labelWidth' }],
    ];
    const before = await db().export.count();
    for (const [changed, issue] of refusals)
      await expect(start(fields(changed))).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [issue] });
    expect(await db().export.count()).toBe(before);
  });

  test('whose code is too small for a phone is refused before it is made, on sheets and as single files', async () => {
    const codes = selection([await insert('七号桌')]);
    const own = { kind: 'labels', width: '60', height: '60', left: '0', top: '0', columns: '1', rows: '1' };
    const label = (mm: string) => ({ ...own, labelWidth: mm, labelHeight: mm, gapX: '0', gapY: '0' });
    const form = (mm: string) =>
      sheet(
        'filling',
        'own',
        Object.fromEntries(Object.entries(label(mm)).map(([key, text]) => [`own.${key}`, text])),
      );
    const tooSmall = {
      code: 'INVALID_INPUT',
      issues: [{ field: 'design', key: 'exports.issues.codeTooSmall' }],
    };
    const fields = (form: [string, string][]) => new URLSearchParams([...codes, ...form]);
    await expect(createExport(actor, fields(form('20')))).rejects.toMatchObject(tooSmall);
    await expect(checkPrint(actor, fields(form('20')))).rejects.toMatchObject(tooSmall);
    await expect(checkPrint(actor, fields(form('25')))).resolves.toMatchObject({ pieces: 1, problems: [] });
    for (const type of ['png', 'jpeg', 'pdf']) {
      const single = { format: 'zip', picture: 'print', widthCm: '1.4', dpi: '300', type };
      await expect(createExport(actor, fields(Object.entries(single)))).rejects.toMatchObject({
        issues: [{ field: 'widthCm', key: 'errors.issues.tooSmall', values: { min: 1.5 } }],
      });
    }
    await expect(createExport(actor, fields(sheet('filling', 'piece')))).rejects.toMatchObject({
      issues: [{ field: 'design', key: 'exports.issues.fillNeedsSheet' }],
    });
  });

  test('is looked through first: texts without room, characters without a glyph, codes without a picture', async () => {
    const long = await insert('一'.repeat(200));
    const rare = await insert('𠮷野家😀');
    const failed = await insertCode({ miniProgramId, name: '坏', status: 'FAILED' });
    const fields = new URLSearchParams([
      ...selection([await insert('好'), long, rare, failed]),
      ...sheet('shelf', 'L7160'),
    ]);
    const check = await checkPrint(actor, fields);
    expect(check).toMatchObject({ pieces: 3, without: 1 });
    expect(check.problems).toEqual([
      { kind: 'textTooLong', count: 1, rows: [{ row: 2, text: long.name }] },
      { kind: 'noGlyph', count: 1, rows: [{ row: 3, text: '𠮷 😀' }] },
    ]);
    expect((await preparePrint(actor, fields)).samples.map(({ values }) => values.name)).toEqual([
      '好',
      long.name,
      rare.name,
    ]);
  });

  test('says beforehand how many codes no customer can open', async () => {
    const { id: practiceId } = await insertApp({ mode: 'SANDBOX' });
    const practice = await insertPicture(practiceId, { bytes: jpeg, name: '练习' });
    const trial = await insertPicture(miniProgramId, { bytes: jpeg, name: '体验', envVersion: 'trial' });
    const fields = new URLSearchParams([
      ...selection([practice, trial, await insert('正式')]),
      ...sheet('sticker', 'a4'),
    ]);
    expect((await checkPrint(actor, fields)).problems).toEqual([
      { kind: 'practice', count: 1, rows: [] },
      { kind: 'unreleased', count: 1, rows: [] },
    ]);
  });

  test('names the codes whose picture the store has lost before it is made, and shows the others', async () => {
    const [kept, gone, cut] = [await insert('在'), await insert('没了'), await insert('断了')];
    await deleteObject(gone.imageKey ?? '');
    await putObject(cut.imageKey ?? '', jpeg.subarray(0, 100));
    const fields = new URLSearchParams([...selection([gone, kept, cut]), ...sheet('sticker', 'a4')]);
    const check = await checkPrint(actor, fields);
    expect(check).toMatchObject({ pieces: 1, without: 0 });
    expect(check.problems).toEqual([
      {
        kind: 'lostPicture',
        count: 2,
        rows: [
          { row: 1, text: '没了' },
          { row: 3, text: '断了' },
        ],
      },
    ]);
    expect(check.samples?.map(({ values }) => values.name)).toEqual(['在']);
  });

  test.each([{ format: 'pdf' }, { format: 'pieces' }])(
    'of which no picture is left fails, and leaves neither a file nor a record of what was printed: %o',
    async (format) => {
      const lost = await insert('丢');
      await deleteObject(lost.imageKey ?? '');
      const exportId = await madeExport(actor, [...selection([lost]), ...sheet('sticker', 'a4', format)]);
      const row = await db().export.findUniqueOrThrow({ where: { id: exportId } });
      expect(row).toMatchObject({ state: 'FAILED', failure: 'empty', snapshotKey: null, printState: null });
      expect(await db().printedCode.count({ where: { exportId } })).toBe(0);
    },
  );

  test('counts a piece once, whichever of its texts have the same problem', async () => {
    const twice = await insert('𠮷'.repeat(3));
    const designId = await createDesign(actor, { from: 'blank', name: '两处', locale: 'zh-CN' });
    const { key: _key, elements, ...piece } = blankDesign();
    const texts = elements.filter(({ kind }) => kind === 'text');
    const design = { ...piece, elements: [...elements, ...texts] };
    await saveDesign(actor, designId, { revision: 1, stock: 'a4', design });
    const check = await checkPrint(
      actor,
      new URLSearchParams([...selection([twice]), ...sheet(designId, 'a4')]),
    );
    expect(check.problems).toEqual([{ kind: 'noGlyph', count: 1, rows: [{ row: 1, text: '𠮷 · 𠮷' }] }]);
  });

  test('of a sample has as many codes as were asked for, the same ones by the same number, and says so', async () => {
    // Ids of their own would make each run draw others.
    const codes = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        insertPicture(miniProgramId, {
          id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
          name: `${at + 1} 号店`,
          bytes: jpeg,
        }),
      ),
    );
    const drawn = async (order: typeof codes, seed: string) => {
      const form = sheet('acceptance', 'a4', { sample: '9', seed });
      const { bytes, exportId } = await exported(actor, [...selection(order), ...form]);
      // Eight rows stand on a sheet.
      expect(sizes(asText(bytes))).toHaveLength(2);
      expect(asText(bytes).split(jpeg.toString('latin1'))).toHaveLength(10);
      const row = await db().export.findUniqueOrThrow({ where: { id: exportId } });
      expect(row).toMatchObject({ totalCount: 9, count: 9, missingCount: 0 });
      expect(row.options).toMatchObject({ sample: { count: 9, seed: Number(seed), of: 30 } });
      return row.coverIds;
    };
    const first = await drawn(codes, '7');
    expect(await drawn(codes, '7')).toEqual(first);
    expect(await drawn(codes, '8')).not.toEqual(first);
    const places = first.map((id) => codes.findIndex((code) => code.id === id));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const start = (sample: string) =>
      createExport(
        actor,
        new URLSearchParams([...selection(codes), ...sheet('acceptance', 'a4', { sample })]),
      );
    await expect(start('501')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'sample' }],
    });
    await expect(start('0')).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ field: 'sample' }] });
  });

  test('that tried a sample out is not what the next one begins with', async () => {
    const someone = await insertActor('OPERATOR');
    const fields = selection([await insert('五号桌')]);
    await exported(someone, [...fields, ...sheet('sticker', 'a4')]);
    const tried = await exported(someone, [...fields, ...sheet('acceptance', 'a4', { sample: '1' })]);
    const { last } = await preparePrint(someone, new URLSearchParams(fields));
    expect(last).toMatchObject({ design: { key: 'sticker' }, sample: null });
    const again = await preparePrint(someone, new URLSearchParams({ export: tried.exportId }));
    expect(again.last).toMatchObject({ design: { key: 'acceptance' }, sample: { count: 1, seed: 1 } });
  });

  test('remembers design and sheet of the batch before those of the person', async () => {
    const someone = await insertActor('OPERATOR');
    const code = await insert('四号桌');
    const table = { columns: [], tableKey: 'none', rowCount: 1, source: 'file', state: 'FINISHED' } as const;
    const batch = await db().batch.create({ data: { ...table, miniProgramId, name: '桌贴' } });
    const row = { batchId: batch.id, rowNumber: 1, line: 2, verdict: 'new', name: '', cells: [] } as const;
    await db().batchRow.create({ data: { ...row, codeId: code.id } });
    const ofBatch = new URLSearchParams({ batch: batch.id });
    const ofCode = new URLSearchParams({ id: code.id });
    const lastPrint = async (fields: URLSearchParams) => (await preparePrint(someone, fields)).last;
    expect(await lastPrint(ofBatch)).toBeNull();
    const first = await exported(someone, [['batch', batch.id], ...sheet('sticker', 'a4')]);
    await exported(someone, [['id', code.id], ...sheet('shelf', 'L7160', { ink: 'black' })]);
    expect(await lastPrint(ofBatch)).toMatchObject({ design: { key: 'sticker' } });
    expect(await lastPrint(ofCode)).toMatchObject({ design: { key: 'shelf' }, ink: 'black' });
    const again = new URLSearchParams({ export: first.exportId });
    expect(await lastPrint(again)).toMatchObject({ design: { key: 'sticker' } });
  });

  test('proposes the last design that can stand on these codes', async () => {
    const someone = await insertActor('OPERATOR');
    const black = { r: 0, g: 0, b: 0 };
    const sun = await drawSun({ appId: 'wx0', seed: 'a', widthPx: 280, lineColor: black, isHyaline: false });
    const code = await insertPicture(miniProgramId, { bytes: Buffer.from(sun.bytes) });
    const square = await insertPicture(miniProgramId, { bytes: jpeg, endpoint: 'createwxaqrcode' });
    const last = async (fields: [string, string][]) => {
      const start = await preparePrint(someone, new URLSearchParams(fields));
      return start.last?.design.key ?? null;
    };
    const newDesign = (name: string) => createDesign(someone, { from: 'blank', name, locale: 'zh-CN' });
    const { key: _key, elements, ...piece } = blankDesign();
    const save = (designId: string, revision: number, changed: typeof elements) =>
      saveDesign(someone, designId, { revision, stock: 'a4', design: { ...piece, elements: changed } });
    const of = selection([code]);
    await exported(someone, [...of, ...sheet('sticker', 'a4')]);

    const portrait = await newDesign('人像');
    const file = new File([Uint8Array.from(jpeg)], 'logo.jpg');
    const logo = await addPicture(someone, { designId: portrait, file });
    const withLogo = elements.map((one) => (one.kind === 'code' ? { ...one, logo: logo.id } : one));
    await save(portrait, 1, withLogo);
    await exported(someone, [...of, ...sheet(portrait, 'a4')]);
    expect(await last(of)).toBe(portrait);
    expect(await last(selection([square]))).toBe('sticker');

    const named = await newDesign('城市');
    await exported(someone, [...of, ...sheet(named, 'a4')]);
    expect(await last(of)).toBe(named);
    // It has changed since.
    const text = elements.map((one) => (one.kind === 'text' ? { ...one, text: '{col:城市}' } : one));
    await save(named, 1, text);
    expect(await last(of)).toBe(portrait);
    await deleteDesign(someone, portrait);
    expect(await last(of)).toBe('sticker');
  });
});
