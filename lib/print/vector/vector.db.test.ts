import { beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import type { UserActor } from '@/lib/auth/actor';
import { exported, fetchedAgain, insertPicture, openArchive, selection } from '@/lib/exports/export.fixture';
import { getPrint } from '@/lib/print/records/queries';
import { drawSquare, drawSun } from '@/lib/sandbox/draw/draw';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { getVector } from './queries';

useDatabase();

let actor: UserActor;
let miniProgramId: string;
let round: Buffer;
let square: Buffer;

const black = { r: 0, g: 0, b: 0 };
const sun = (lineColor = black, isHyaline = false) =>
  drawSun({ appId: 'wx0', seed: 'a', widthPx: 430, lineColor, isHyaline });

/** A second ink, which the shapes of one ink cannot have. */
async function twoInks(): Promise<Buffer> {
  const red = { create: { width: 90, height: 90, channels: 3 as const, background: '#e00000' } };
  const input = await sharp(red).png().toBuffer();
  return sharp(round)
    .composite([{ input, left: 20, top: 170 }])
    .jpeg()
    .toBuffer();
}

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp({ name: '咖啡' })).id;
  round = Buffer.from((await sun()).bytes);
  square = Buffer.from((await drawSquare({ appId: 'wx0', path: 'pages/a?b=1', widthPx: 430 })).bytes);
});

const insert = (name: string, bytes: Buffer) => insertPicture(miniProgramId, { name, bytes });
const insertSquare = (name: string, bytes: Buffer) =>
  insertPicture(miniProgramId, { name, bytes, endpoint: 'createwxaqrcode' });

const svgOf = async (codeId: string) =>
  Buffer.from((await getVector(actor, codeId, { type: 'svg' })).bytes).toString('utf8');
/** Grey of each pixel, with paper below. */
const greys = (picture: Buffer | string) =>
  sharp(Buffer.from(picture)).resize(430, 430).flatten({ background: '#fff' }).greyscale().raw().toBuffer();

describe('a round code as shapes', () => {
  test('drawn again is the code, in the color of its lines, without dots', async () => {
    const svg = await svgOf((await insert('一号桌', round)).id);
    expect(svg).toContain('fill="#000000"');
    expect(svg).toMatch(/^<svg [^>]*width="80mm" height="80mm"/);
    expect(svg).not.toContain('<image');
    const [ours, theirs] = [await greys(svg), await greys(round)];
    const off = ours.filter((value, at) => Math.abs(value - (theirs[at] ?? 0)) > 127).length;
    expect(off / ours.length).toBeLessThan(0.002);
  });

  test('stays transparent where the picture is, and keeps a colored picture in its middle within its circle', async () => {
    const { bytes } = await sun({ r: 0, g: 90, b: 160 }, true);
    const face = sharp({ create: { width: 120, height: 120, channels: 3, background: '#e03070' } });
    const disc = '<svg width="120" height="120"><circle cx="60" cy="60" r="60"/></svg>';
    const input = await face
      .composite([{ input: Buffer.from(disc), blend: 'dest-in' }])
      .png()
      .toBuffer();
    const code = await sharp(Buffer.from(bytes)).composite([{ input }]).png().toBuffer();
    const svg = await svgOf(
      (await insertPicture(miniProgramId, { name: '彩', bytes: code, imageType: 'image/png' })).id,
    );
    expect(svg).not.toContain('<rect');
    expect(svg).toMatch(/fill="#00[45][0-9a-f]a[0-9a-f]"/);
    expect(svg).toMatch(/<clipPath id="logo"><circle/);
    const middle = await sharp(Buffer.from(svg))
      .resize(430)
      .extract({ left: 200, top: 200, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect([...middle.subarray(0, 3)]).toEqual([0xe0, 0x30, 0x70]);
  });

  test('as PDF is lines as wide as the page, and no picture', async () => {
    const { bytes, extension } = await getVector(actor, (await insert('二号桌', round)).id, { type: 'pdf' });
    const pdf = Buffer.from(bytes).toString('latin1');
    expect(extension).toBe('pdf');
    expect(pdf).toMatch(/\/MediaBox \[0 0 226\.77\d* 226\.77\d*\]/);
    expect(pdf).not.toContain('/Subtype /Image');
  });

  test('is refused with how far it is off when it would not be the code', async () => {
    const { id } = await insert('双色', await twoInks());
    await expect(getVector(actor, id, {})).rejects.toMatchObject({ code: 'VECTOR_UNLIKE' });
    const blank = { width: 430, height: 430, channels: 3 as const, background: '#fff' };
    const empty = await insert('空白', await sharp({ create: blank }).jpeg().toBuffer());
    await expect(getVector(actor, empty.id, {})).rejects.toMatchObject({ code: 'VECTOR_UNLIKE' });
  });
});

describe('a square code as shapes', () => {
  test('is its modules with four free ones around, without what stands below it', async () => {
    const svg = await svgOf((await insertSquare('方', square)).id);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
    // 25 modules of 32 units, and the free space.
    expect([width, height]).toEqual(['1056', '1056']);
    expect(svg).toContain('M128 128h224v32h-224z');
  });

  test('is refused when nothing can be read', async () => {
    const { id } = await insertSquare('圆', round);
    await expect(getVector(actor, id, {})).rejects.toMatchObject({ code: 'VECTOR_UNREADABLE' });
  });
});

describe('an export of shapes', () => {
  test('says of each file how far it is off, gives the picture where it is too far, and comes again as the same bytes', async () => {
    const codes = [
      await insert('一', round),
      await insertSquare('二', square),
      await insert('三', await twoInks()),
    ];
    const fields: [string, string][] = [
      ...selection(codes),
      ['picture', 'vector'],
      ['type', 'svg'],
      ['widthCm', '5'],
    ];
    const { bytes, exportId } = await exported(actor, fields);
    const { pictures, rows } = await openArchive(bytes);
    expect(pictures.map(({ path }) => path)).toEqual(['一.svg', '二.svg', '三.jpg']);
    expect(rows.map((row) => row['code_drawn_as'])).toEqual(['traced', 'decoded', 'picture']);
    const [traced, decoded, picture] = rows.map((row) => Number(row['difference_percent']));
    expect(traced).toBeLessThan(2);
    expect(decoded).toBe(0);
    expect(picture).toBeGreaterThan(2);
    expect(pictures[0]?.bytes.toString('utf8')).toContain('width="50mm"');
    expect(await fetchedAgain(actor, exportId)).toEqual(bytes);
  });
});

describe('a print of shapes', () => {
  test('has no pictures but of codes that were too far off, and its record says which', async () => {
    const bad = await twoInks();
    const codes = [await insert('一', round), await insert('三', bad)];
    const sheet = Object.entries({ format: 'pdf', design: 'shelf', stock: 'L7160', codes: 'vector' });
    const { bytes, exportId } = await exported(actor, [...selection(codes), ...sheet]);
    const pdf = bytes.toString('latin1');
    expect(pdf.match(/\/Subtype \/Image/g)).toHaveLength(1);
    expect(pdf).toContain(bad.toString('latin1'));
    const print = await getPrint(actor, exportId, -1);
    expect(print.asPictures).toBe(1);
    expect(print.codes.map(({ drawnAs }) => drawnAs)).toEqual(['traced', 'picture']);
    expect(print.codes[0]?.differencePercent).toBeLessThan(2);
  });

  test('with black codes has them in black ink alone', async () => {
    const codes = [await insert('四', round)];
    const files = Object.entries({ format: 'pieces', design: 'sticker', stock: 'a4', codes: 'vector' });
    const both = async (more: Record<string, string>) =>
      openArchive((await exported(actor, [...selection(codes), ...files, ...Object.entries(more)])).bytes);
    const pdf = await both({ type: 'pdf', ink: 'blackCodes' });
    expect(pdf.pictures[0]?.bytes.toString('latin1')).not.toContain('/Subtype /Image');
    const svg = await both({ type: 'svg' });
    expect(svg.pictures[0]?.bytes.toString('utf8')).not.toContain('<image');
    expect(svg.rows[0]).toMatchObject({ code_drawn_as: 'traced' });
  });
});
