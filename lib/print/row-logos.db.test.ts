import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { bytesOf, exported, insertPicture, openArchive, selection } from '@/lib/exports/export.fixture';
import { makeExport } from '@/lib/exports/job/make-export';
import { createExport, fetchExport } from '@/lib/exports/service';
import { checkPrint } from '@/lib/print/check';
import { blankDesign } from '@/lib/print/design-pieces';
import { createDesign, saveDesign } from '@/lib/print/designs/service';
import { colorAt } from '@/lib/print/pdf/rendered.fixture';
import { addPicture } from '@/lib/print/pictures/service';
import { drawSquare, drawSun } from '@/lib/sandbox/draw/draw';
import { deleteObject, getObject, putObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import type { RowLogos } from './design';

useDatabase();

const [PINK, GREEN] = ['#e000a0', '#20b060'];
/** Of the blank design, in millimetres. */
const MIDDLE = { x: 40, y: 40 };
const DPI = 100;
const COLUMN = '照片';

let actor: UserActor;
let miniProgramId: string;
let round: Buffer;
let files: RowLogos['files'];
/** Designs: with WeChat's own logo, and with the pictures of rows. */
let plain: string;
let portraits: string;

const plane = (background: string, width: number) =>
  sharp({ create: { width, height: 60, channels: 3, background } })
    .png()
    .toBuffer();

async function added(name: string, background: string, width = 90) {
  const file = new File([Uint8Array.from(await plane(background, width))], name);
  return addPicture(actor, { designId: plain, file, use: 'row' });
}

const newDesign = () => createDesign(actor, { from: 'blank', name: '胸牌', locale: 'zh-CN' });

function save(designId: string, revision: number, logos: RowLogos | null) {
  const { key: _key, elements, ...piece } = { ...blankDesign(), bleed: 0 };
  const shown = elements.map((one) => (one.kind === 'code' && logos ? { ...one, logos } : one));
  return saveDesign(actor, designId, { revision, stock: 'a4', design: { ...piece, elements: shown } });
}

async function designWith(logos: RowLogos | null) {
  const id = await newDesign();
  await save(id, 1, logos);
  return id;
}

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp({ name: '咖啡' })).id;
  const lineColor = { r: 0, g: 0, b: 0 };
  const sun = await drawSun({ appId: 'wx0', seed: 'a', widthPx: 430, lineColor, isHyaline: false });
  round = Buffer.from(sun.bytes);
  plain = await designWith(null);
  files = [
    { name: 'Anna.png', picture: (await added('Anna.png', PINK)).id },
    { name: '李雷.png', picture: (await added('李雷.png', GREEN)).id },
  ];
  portraits = await designWith({ column: COLUMN, files });
});

const insert = (name: string, more: Partial<Code> & { bytes?: Buffer } = {}) =>
  insertPicture(miniProgramId, { bytes: round, name, ...more });

/** A batch with a code for each cell of the column. */
async function batchOf(cells: string[], codes: Partial<Record<number, Code>> = {}) {
  const table = { columns: ['姓名', COLUMN], tableKey: 'none', rowCount: cells.length };
  const { id: batchId } = await db().batch.create({
    data: { ...table, miniProgramId, name: randomUUID(), source: 'file', state: 'FINISHED' },
  });
  for (const [at, cell] of cells.entries()) {
    const { id: codeId } = codes[at] ?? (await insert(`码 ${at + 1}`));
    const row = { batchId, line: at + 2, rowNumber: at + 1, verdict: 'new' as const, codeId };
    await db().batchRow.create({ data: { ...row, name: `店员 ${at + 1}`, cells: [`${at + 1}`, cell] } });
  }
  return batchId;
}

type Fields = [string, string][];
const asked = (batch: string, more: Record<string, string>, design = portraits): Fields =>
  Object.entries({ batch, design, stock: 'piece', ...more });
const filesOf = async (fields: Fields) => (await openArchive((await exported(actor, fields)).bytes)).pictures;
const piecesOf = (batch: string, type: string, design = portraits) =>
  filesOf(asked(batch, { format: 'pieces', dpi: String(DPI), type, bleed: 'yes' }, design));

const rgb = (color: string) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
const isNear = (color: number[], other: number[]) =>
  color.every((value, at) => Math.abs(value - (other[at] ?? 0)) < 16);
const nameOf = (color: number[]) =>
  isNear(color, rgb(PINK)) ? 'pink' : isNear(color, rgb(GREEN)) ? 'green' : 'own';

async function middleOf(picture: Buffer) {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const [x, y] = [MIDDLE.x, MIDDLE.y].map((mm) => Math.round((mm / 25.4) * DPI));
  return nameOf([...data.subarray(((y ?? 0) * info.width + (x ?? 0)) * 3).subarray(0, 3)]);
}

async function storedOf(name: string) {
  const known = files.find((file) => file.name === name);
  const { imageKey } = await db().printPicture.findUniqueOrThrow({ where: { id: known?.picture ?? '' } });
  return { imageKey, bytes: Buffer.from((await getObject(imageKey)) ?? []) };
}

describe('the picture of each row stands in the circle of its code', () => {
  test('in the files of codes; a row that names none keeps WeChat’s logo', async () => {
    const batch = await batchOf(['anna', ' 李雷.PNG ', '', 'Anna.png']);
    for (const type of ['png', 'jpeg']) {
      const pieces = await piecesOf(batch, type);
      const seen = await Promise.all(pieces.map(({ bytes }) => middleOf(bytes)));
      expect(seen).toEqual(['pink', 'green', 'own', 'pink']);
      const [, , own] = await piecesOf(batch, type, plain);
      expect(pieces[2]?.bytes.equals(own?.bytes ?? Buffer.alloc(0))).toBe(true);
    }
    const pdfs = await piecesOf(batch, 'pdf');
    const colors = await Promise.all(pdfs.map(async ({ bytes }) => nameOf(await colorAt(bytes, MIDDLE))));
    expect(colors).toEqual(['pink', 'green', 'own', 'pink']);
    const [pink, green] = [await storedOf('Anna.png'), await storedOf('李雷.png')];
    for (const [at, { bytes }] of (await piecesOf(batch, 'svg')).entries()) {
      const has = ({ bytes: picture }: typeof pink) =>
        bytes.toString('utf8').includes(picture.toString('base64'));
      expect([has(pink), has(green), bytes.toString('utf8').includes(round.toString('base64'))]).toEqual([
        ...[[0, 3].includes(at), at === 1, true],
      ]);
    }
  });

  test('on sheets, once however many rows name it, over shapes and black ink too', async () => {
    const batch = await batchOf(['Anna', '李雷', 'Anna', '']);
    const pictures = (pdf: Buffer) => pdf.toString('latin1').split('/Subtype /Image').length - 1;
    const sheet = (more: Record<string, string>, design = portraits) =>
      exported(actor, asked(batch, { format: 'pdf', ...more }, design));
    const { bytes } = await sheet({});
    expect(pictures(bytes) - pictures((await sheet({}, plain)).bytes)).toBe(2);
    expect(bytes.toString('latin1').split(round.toString('latin1'))).toHaveLength(5);
    for (const [how, as] of Object.entries({ codes: 'vector', ink: 'blackCodes' }))
      expect(nameOf(await colorAt((await sheet({ [how]: as })).bytes, MIDDLE))).toBe('pink');
  });

  test('and is kept as large as a circle needs', async () => {
    expect(await added('wide.png', GREEN, 2_000)).toMatchObject({ widthPx: 1_000, heightPx: 30 });
  });
});

describe('what is wrong is said before anything is made', () => {
  const refusal = async (fields: Fields) => {
    const before = await db().export.count();
    const refused = createExport(actor, new URLSearchParams(fields));
    const error: unknown = await refused.catch((given: unknown) => given);
    expect(await db().export.count()).toBe(before);
    return error;
  };
  const problemsOf = async (fields: Fields) =>
    (await checkPrint(actor, new URLSearchParams(fields))).problems;

  test('rows that name a picture that is not there; those that name none are a note', async () => {
    const batch = await batchOf(['anna', 'Bo.jpg', '', 'cy']);
    for (const form of [
      asked(batch, { format: 'pdf' }),
      asked(batch, { format: 'pieces', type: 'png', dpi: String(DPI) }),
    ]) {
      expect(await problemsOf(form)).toEqual([
        {
          ...{ kind: 'logoMissing', count: 2 },
          rows: [
            { row: 2, text: 'Bo.jpg' },
            { row: 4, text: 'cy' },
          ],
        },
        { kind: 'logoNone', count: 1, rows: [{ row: 3, text: '店员 3' }] },
      ]);
      expect(await refusal(form)).toMatchObject({
        issues: [
          { field: 'design', key: 'exports.issues.logosMissing', values: { count: 2, name: 'Bo.jpg' } },
        ],
      });
    }
    const id = await newDesign();
    const more = [
      { name: 'BO.jpg', picture: files[0]?.picture ?? '' },
      { name: 'cy.webp', picture: files[1]?.picture ?? '' },
    ];
    await save(id, 1, { column: COLUMN, files: [...files, ...more] });
    const mended = asked(batch, { format: 'pdf' }, id);
    expect((await problemsOf(mended)).map(({ kind }) => kind)).toEqual(['logoNone']);
    await exported(actor, mended);
  });

  test('a row whose code came later and names none that is there is left out', async () => {
    const late = await insert('晚', { status: 'FAILED' });
    const batch = await batchOf(['anna', 'Bo'], { 1: late });
    const exportId = await createExport(
      actor,
      new URLSearchParams(asked(batch, { format: 'pieces', type: 'png', dpi: String(DPI) })),
    );
    await db().code.update({ where: { id: late.id }, data: { status: 'READY' } });
    await makeExport(exportId);
    const { rows, pictures } = await openArchive(await bytesOf(await fetchExport(actor, exportId)));
    expect(rows.map(({ picture }) => picture)).toEqual(['ok', 'noRowPicture']);
    expect(pictures).toHaveLength(1);
  });

  test('a column that there is not', async () => {
    const issues = [{ field: 'design', key: 'exports.issues.columnUnknown', values: { column: COLUMN } }];
    const codes: Fields = [
      ...selection([await insert('选')]),
      ...Object.entries({ format: 'pdf', design: portraits, stock: 'piece' }),
    ];
    await expect(problemsOf(codes)).rejects.toMatchObject({ issues });
    expect(await refusal(codes)).toMatchObject({ issues });
  });

  test('square codes, as for one picture on all', async () => {
    const drawn = await drawSquare({ appId: 'wx0', path: 'pages/a?b=1', widthPx: 430 });
    const square = await insert('方', { bytes: Buffer.from(drawn.bytes), endpoint: 'createwxaqrcode' });
    const form = asked(await batchOf(['anna'], { 0: square }), { format: 'pdf' });
    expect(await problemsOf(form)).toMatchObject([{ kind: 'squareCode', count: 1 }]);
    expect(await refusal(form)).toMatchObject({ issues: [{ key: 'exports.issues.squareCodes' }] });
  });

  test('a picture that the store has lost', async () => {
    const batch = await batchOf(['anna']);
    const { imageKey, bytes } = await storedOf('李雷.png');
    await deleteObject(imageKey);
    expect(await refusal(asked(batch, { format: 'pdf' }))).toMatchObject({ code: 'DESIGN_PICTURE_LOST' });
    await putObject(imageKey, bytes, 'image/png');
  });

  test('in the editor: no column, no pictures, and pictures that are nobody’s', async () => {
    const id = await newDesign();
    await expect(save(id, 1, { column: '', files: [] })).rejects.toMatchObject({
      issues: [{ key: 'exports.issues.logoColumnNone' }, { key: 'exports.issues.logoFilesNone' }],
    });
    const unknown = { column: COLUMN, files: [{ name: 'x.png', picture: randomUUID() }] };
    await expect(save(id, 1, unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('a code without a circle is left out where its row names a picture, and printed where it names none', async () => {
  const grey = { width: 430, height: 430, channels: 3 as const, background: '#888888' };
  const bytes = await sharp({ create: grey }).jpeg().toBuffer();
  const [named, free] = [await insert('灰', { bytes }), await insert('灰二', { bytes })];
  const batch = await batchOf(['anna', '', 'anna'], { 0: named, 1: free });
  const { exportId } = await exported(actor, asked(batch, { format: 'pdf' }));
  const row = await db().export.findUniqueOrThrow({ where: { id: exportId } });
  expect(row).toMatchObject({ state: 'FINISHED', count: 2, missingCount: 1 });
});

test('a copy of a design has the list', async () => {
  const id = await createDesign(actor, { from: portraits, name: '再', locale: 'zh-CN' });
  expect((await db().printDesign.findUniqueOrThrow({ where: { id } })).design).toMatchObject({
    elements: [{ logos: { column: COLUMN, files } }, {}],
  });
});
