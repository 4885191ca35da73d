import sharp, { type Color } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import {
  bytesOf,
  exported,
  fetchedAgain,
  insertPicture,
  openArchive,
  selection,
} from '@/lib/exports/export.fixture';
import { makeExport } from '@/lib/exports/job/make-export';
import { createExport, fetchExport } from '@/lib/exports/service';
import { blankDesign } from '@/lib/print/design-pieces';
import { createDesign, saveDesign } from '@/lib/print/designs/service';
import { colorAt } from '@/lib/print/pdf/rendered.fixture';
import { addPicture } from '@/lib/print/pictures/service';
import { checkPrint } from '@/lib/print/check';
import { drawSquare, drawSun } from '@/lib/sandbox/draw/draw';
import { deleteObject, getObject, putObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';

useDatabase();

const PINK = '#e000a0';
const BACKDROP = '#ffe080';
/** Of the blank design, in millimetres: its code is 60 wide at 10, 10. */
const MIDDLE = { x: 40, y: 40 };
/** Where the sandbox ends its circle and begins the rays around it, in shares of the side. */
const [CIRCLE, RAYS] = [68.5 / 430, 84.5 / 430];
/** Two pixels of those on which it is found, and one of what is printed. */
const NEAR = 2 / 320 + 1 / 354;
const DPI = 150;

let actor: UserActor;
let miniProgramId: string;
let round: Buffer;
let clear: Buffer;
/** Designs: with WeChat's own logo, with a picture in its place, and with one that is all transparent. */
let designs: { plain: string; pink: string; glass: string };
let pinkPicture: { imageKey: string };

const sun = async (isHyaline: boolean) =>
  Buffer.from(
    (await drawSun({ appId: 'wx0', seed: 'a', widthPx: 430, lineColor: { r: 0, g: 0, b: 0 }, isHyaline }))
      .bytes,
  );

async function designWith(name: string, draw: Buffer | null) {
  const id = await createDesign(actor, { from: 'blank', name, locale: 'zh-CN' });
  const file = draw && new File([Uint8Array.from(draw)], 'logo.bin');
  const logo = file && (await addPicture(actor, { designId: id, file })).id;
  const { key: _key, elements, ...piece } = { ...blankDesign(), bleed: 0 };
  const shown = elements.map((one) =>
    one.kind === 'code' ? { ...one, backdrop: BACKDROP, ...(logo ? { logo } : {}) } : one,
  );
  await saveDesign(actor, id, { revision: 1, stock: 'a4', design: { ...piece, elements: shown } });
  return { id, logo };
}

const plane = (background: Color) =>
  ({ create: { width: 90, height: 60, channels: 4, background } }) as const;

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp({ name: '咖啡' })).id;
  [round, clear] = [await sun(false), await sun(true)];
  const pink = await designWith('粉', await sharp(plane(PINK)).removeAlpha().jpeg().toBuffer());
  const glass = await designWith(
    '透',
    await sharp(plane({ r: 0, g: 0, b: 0, alpha: 0 }))
      .png()
      .toBuffer(),
  );
  designs = { plain: (await designWith('原', null)).id, pink: pink.id, glass: glass.id };
  pinkPicture = await db().printPicture.findUniqueOrThrow({ where: { id: pink.logo ?? '' } });
});

const insert = (name: string, bytes: Buffer, more: Partial<Code> = {}) =>
  insertPicture(miniProgramId, { name, bytes, ...more });
const insertClear = (name: string) => insert(name, clear, { imageType: 'image/png' });
const insertSquare = async (name: string) => {
  const { bytes } = await drawSquare({ appId: 'wx0', path: 'pages/a?b=1', widthPx: 430 });
  return insert(name, Buffer.from(bytes), { endpoint: 'createwxaqrcode' });
};

type Fields = [string, string][];
const sheets = (design: string, more: Record<string, string> = {}): Fields =>
  Object.entries({ format: 'pdf', design, stock: 'piece', ...more });
const files = (design: string, type: string, more: Record<string, string> = {}): Fields =>
  Object.entries({ format: 'pieces', design, stock: 'piece', dpi: String(DPI), type, ...more });

const stored = async (key: string | null) => Buffer.from((await getObject(key ?? '')) ?? []);
const piecesOf = async (codes: Code[], fields: Fields) =>
  openArchive((await exported(actor, [...selection(codes), ...fields])).bytes);
const fileOf = async (code: Code, fields: Fields) => {
  const [file] = (await piecesOf([code], fields)).pictures;
  if (!file) throw new Error('no file was made');
  return file.bytes;
};

const dots = (mm: number) => Math.round((mm / 25.4) * DPI);

async function dotsOf(picture: Buffer | undefined) {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3).subarray(0, 3)];
  return { ...info, at };
}

/** Each dot of the code by how far it is from its middle, in shares of its side. */
function* aroundMiddle() {
  for (let y = dots(10); y < dots(70); y += 1)
    for (let x = dots(10); x < dots(70); x += 1)
      yield { x, y, away: Math.hypot(x + 0.5 - dots(MIDDLE.x), y + 0.5 - dots(MIDDLE.y)) / dots(60) };
}

const isNear = (color: number[], other: number[]) =>
  color.every((value, at) => Math.abs(value - (other[at] ?? 0)) < 12);

const rgb = (color: string) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

describe('a picture in the circle of a round code', () => {
  test('fills the circle in pictures, and changes no dot beyond it', async () => {
    for (const [code, type] of [
      [await insert('一', round), 'jpeg'],
      [await insertClear('二'), 'png'],
    ] as const) {
      const [before, after] = [
        await dotsOf(await fileOf(code, files(designs.plain, type))),
        await dotsOf(await fileOf(code, files(designs.pink, type))),
      ];
      const seen = { pink: 0, inside: 0, changedBeyond: 0 };
      for (const { x, y, away } of aroundMiddle()) {
        // What a JPEG scatters reaches a few dots further.
        const isBeyond = away > (type === 'png' ? CIRCLE + NEAR : RAYS);
        if (isBeyond && !isNear(after.at(x, y), before.at(x, y))) seen.changedBeyond += 1;
        if (away > 0.14) continue;
        seen.inside += 1;
        if (isNear(after.at(x, y), rgb(PINK))) seen.pink += 1;
      }
      expect(seen).toEqual({ ...seen, pink: seen.inside, changedBeyond: 0 });
    }
  });

  test('is as large as the circle of its own code', async () => {
    const sides = [430, 300] as const;
    const codes = [];
    for (const side of sides) {
      const edge = (430 - side) / 2;
      const around = { top: edge, bottom: edge, left: edge, right: edge, background: '#ffffff' };
      const small = await sharp(round).resize(side).extend(around).jpeg({ quality: 95 }).toBuffer();
      codes.push(await insert(`${side}`, small));
    }
    const [before, after] = [
      (await piecesOf(codes, files(designs.plain, 'png'))).pictures,
      (await piecesOf(codes, files(designs.pink, 'png'))).pictures,
    ];
    for (const [at, side] of sides.entries()) {
      const [plain, pink] = [await dotsOf(before[at]?.bytes), await dotsOf(after[at]?.bytes)];
      const changed: number[] = [];
      for (const { x, y, away } of aroundMiddle())
        if (!isNear(pink.at(x, y), plain.at(x, y))) changed.push(away);
      const circle = (CIRCLE * side) / 430;
      expect(Math.abs(Math.max(...changed) - circle)).toBeLessThan(NEAR);
    }
  });

  test('hides all of WeChat’s logo where it is transparent: on white, or on what a transparent code stands on', async () => {
    for (const [code, ground] of [
      [await insert('三', round), '#ffffff'],
      [await insertClear('四'), BACKDROP],
    ] as const) {
      const seen = await dotsOf(await fileOf(code, files(designs.glass, 'png')));
      const colors = new Set<string>();
      for (const { x, y, away } of aroundMiddle()) if (away < CIRCLE - NEAR) colors.add(seen.at(x, y).join());
      expect([...colors]).toEqual([rgb(ground).join()]);
    }
  });

  test('stands in PDF and SVG beside WeChat’s own bytes, once however many codes there are', async () => {
    const codes = [await insert('五', round), await insert('六', round)];
    const logo = await stored(pinkPicture.imageKey);
    const fields = [...selection(codes), ...sheets(designs.pink)];
    const { bytes: sheet } = await exported(actor, fields);
    expect(sheet.toString('latin1').split(logo.toString('latin1'))).toHaveLength(2);
    const [code] = codes;
    if (!code) throw new Error('no code');
    const piece = await fileOf(code, files(designs.pink, 'pdf'));
    for (const pdf of [sheet, piece]) {
      expect(pdf.toString('latin1')).toContain(round.toString('latin1'));
      expect(isNear(await colorAt(pdf, MIDDLE), rgb(PINK))).toBe(true);
      // The free ring around the circle.
      const ring = { ...MIDDLE, x: MIDDLE.x + 60 * ((CIRCLE + RAYS) / 2) };
      expect(isNear(await colorAt(pdf, ring), [255, 255, 255])).toBe(true);
    }
    const svg = (await fileOf(code, files(designs.pink, 'svg'))).toString('utf8');
    expect(svg).toContain(round.toString('base64'));
    expect(svg).toContain(logo.toString('base64'));
    expect(await stored(code.imageKey)).toEqual(round);
  });

  test('stands above shapes, and above a code in black ink alone', async () => {
    const code = await insert('七', round);
    const svg = (await fileOf(code, files(designs.pink, 'svg', { codes: 'vector' }))).toString('utf8');
    expect(svg).not.toContain(round.toString('base64'));
    expect(svg.indexOf('<image')).toBeGreaterThan(svg.indexOf('fill-rule'));
    for (const [how, as] of [
      ['codes', 'vector'],
      ['ink', 'blackCodes'],
    ] as const) {
      const { bytes } = await exported(actor, [...selection([code]), ...sheets(designs.pink, { [how]: as })]);
      expect(isNear(await colorAt(bytes, MIDDLE), rgb(PINK))).toBe(true);
    }
  });

  test('comes again as the same bytes when it is lost, and is then refused for what is printed anew', async () => {
    const fields = [...selection([await insert('八', round)]), ...sheets(designs.pink)];
    const { bytes, exportId } = await exported(actor, fields);
    const { imageKey } = pinkPicture;
    const logo = await stored(imageKey);
    await deleteObject(imageKey);
    expect(await fetchedAgain(actor, exportId)).toEqual(bytes);
    await expect(createExport(actor, new URLSearchParams(fields))).rejects.toMatchObject({
      code: 'DESIGN_PICTURE_LOST',
    });
    await putObject(imageKey, logo, 'image/jpeg');
  });
});

describe('what has no circle is not covered', () => {
  test('square codes are named with their rows and refused before anything is made', async () => {
    const codes = selection([
      await insert('圆', round),
      await insertSquare('方一'),
      await insertSquare('方二'),
    ]);
    const before = await db().export.count();
    for (const form of [sheets(designs.pink), files(designs.pink, 'png')]) {
      const fields = new URLSearchParams([...codes, ...form]);
      expect((await checkPrint(actor, fields)).problems).toEqual([
        {
          ...{ kind: 'squareCode', count: 2 },
          rows: [
            { row: 2, text: '方一' },
            { row: 3, text: '方二' },
          ],
        },
      ]);
      await expect(createExport(actor, fields)).rejects.toMatchObject({
        issues: [{ field: 'design', key: 'exports.issues.squareCodes', values: { count: 2 } }],
      });
    }
    expect(await db().export.count()).toBe(before);
    const plain = new URLSearchParams([...codes, ...sheets(designs.plain)]);
    expect((await checkPrint(actor, plain)).problems).toEqual([]);
    await createExport(actor, plain);
  });

  test('a picture without one is left out and named, and so is a code that became square meanwhile', async () => {
    const grey = { width: 430, height: 430, channels: 3 as const, background: '#888888' };
    const none = await insert('灰', await sharp({ create: grey }).jpeg().toBuffer());
    const broken = await insert('坏', Buffer.concat([round.subarray(0, 300)]));
    const [changed, kept] = [await insert('变', round), await insert('在', round)];
    const make = async (form: Fields) => {
      await db().code.update({ where: { id: changed.id }, data: { endpoint: 'getwxacodeunlimit' } });
      const asked = new URLSearchParams([...selection([none, broken, changed, kept]), ...form]);
      const exportId = await createExport(actor, asked);
      await db().code.update({ where: { id: changed.id }, data: { endpoint: 'createwxaqrcode' } });
      await makeExport(exportId);
      const row = await db().export.findUniqueOrThrow({ where: { id: exportId } });
      expect(row).toMatchObject({ state: 'FINISHED', count: 1, missingCount: 3 });
      return bytesOf(await fetchExport(actor, exportId));
    };
    for (const type of ['pdf', 'svg', 'png']) {
      const { rows, pictures } = await openArchive(await make(files(designs.pink, type)));
      expect(rows.map(({ picture }) => picture)).toEqual(['noCircle', 'noCircle', 'noCircle', 'ok']);
      expect(pictures).toHaveLength(1);
    }
    const pdf = (await make(sheets(designs.pink))).toString('latin1');
    expect(pdf.match(/\/MediaBox/g)).toHaveLength(1);
  });
});
