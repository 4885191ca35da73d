import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { exported, fetchedAgain, insertPicture, selection } from '@/lib/exports/export.fixture';
import { createExport } from '@/lib/exports/service';
import type { DesignElement } from '@/lib/print/design';
import { blankDesign } from '@/lib/print/design-pieces';
import { createDesign, saveDesign } from '@/lib/print/designs/service';
import { deleteObject, getObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { getPrintPicture } from './queries';
import { addPicture } from './service';

useDatabase();

let actor: UserActor;
let designId: string;

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
  designId = await createDesign(actor, { from: 'blank', name: '门口', locale: 'zh-CN' });
});

const red = { width: 60, height: 40, channels: 3 as const, background: '#d02030' };
const clear = { ...red, channels: 4 as const, background: { r: 0, g: 90, b: 200, alpha: 0.4 } };
const fileOf = (bytes: Uint8Array) => new File([Uint8Array.from(bytes)], 'a.bin');
const add = (bytes: Uint8Array) => addPicture(actor, { designId, file: fileOf(bytes) });

/** A PNG whose head says that it is as large as this. */
async function pngSaying(width: number, height: number): Promise<Buffer> {
  const png = await sharp({ create: red }).png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

describe('a picture for a design', () => {
  test('goes onto paper upright, in sRGB, as JPEG, or as PNG where it is transparent; the same one is kept once', async () => {
    const jpeg = await add(await sharp({ create: red }).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(jpeg).toMatchObject({ widthPx: 40, heightPx: 60 });
    const png = await add(await sharp({ create: clear }).png().toBuffer());
    const webp = await add(await sharp({ create: clear }).webp({ lossless: true }).toBuffer());
    expect(webp.id).toBe(png.id);
    expect((await getPrintPicture(actor, jpeg.id)).type).toBe('image/jpeg');
    const { bytes, type } = await getPrintPicture(actor, png.id);
    expect([type, (await sharp(bytes).metadata()).hasAlpha]).toEqual(['image/png', true]);
  });

  test('that moves is printed as its first picture', async () => {
    const frames = await Promise.all(
      ['#d02030', '#20d030'].map((background) =>
        sharp({ create: { ...red, background } })
          .raw()
          .toBuffer(),
      ),
    );
    const raw = { width: 60, height: 80, channels: 3 as const, pageHeight: 40 };
    const moving = await sharp(Buffer.concat(frames), { raw }).webp({ lossless: true }).toBuffer();
    expect(await sharp(moving).metadata()).toMatchObject({ pages: 2 });
    const { id, ...size } = await add(moving);
    expect(size).toEqual({ widthPx: 60, heightPx: 40 });
    const [r = 0, g = 0] = await sharp((await getPrintPicture(actor, id)).bytes)
      .raw()
      .toBuffer();
    expect(r).toBeGreaterThan(g + 100);
  });

  test('larger than paper needs becomes smaller', async () => {
    const wide = { ...red, width: 5000, height: 500 };
    expect(await add(await sharp({ create: wide }).png().toBuffer())).toMatchObject({
      ...{ widthPx: 4000, heightPx: 400 },
    });
  });

  test.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ['no picture', 'pictureNone', () => Buffer.from('%PDF-1.7 not a picture')],
    ['an SVG', 'pictureNone', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an empty file', 'pictureEmpty', () => new Uint8Array()],
    ['300 megapixels', 'picturePixels', () => pngSaying(20_000, 15_000)],
    ['four inks', 'pictureCmyk', () => sharp({ create: red }).toColourspace('cmyk').jpeg().toBuffer()],
    ['a file that is too big', 'pictureTooBig', () => new Uint8Array(20 * 1024 * 1024 + 1)],
    [
      'one that was cut off',
      'pictureBroken',
      async () =>
        (
          await sharp({ create: { ...red, width: 900, height: 900 } })
            .png()
            .toBuffer()
        ).subarray(0, -40),
    ],
  ])('is refused and leaves nothing: %s', async (_what, key, bytes) => {
    const before = await db().printPicture.count();
    await expect(add(await bytes())).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'file', key: `exports.issues.${key}` }],
    });
    expect(await db().printPicture.count()).toBe(before);
  });
});

test('a print has it once however many codes there are, comes again the same, and is refused when it is lost', async () => {
  const { id: miniProgramId } = await insertApp({ name: '咖啡' });
  const bytes = await sharp({ create: { ...red, width: 430, height: 430 } })
    .jpeg()
    .toBuffer();
  const codes = [];
  for (const name of ['一', '二', '三']) codes.push(await insertPicture(miniProgramId, { name, bytes }));
  const picture = await add(
    await sharp({ create: { ...red, background: '#20d030' } })
      .jpeg()
      .toBuffer(),
  );
  const frame = { x: -2, y: -2, width: 84, height: 104, radius: 0 };
  const ground: DesignElement = { kind: 'picture', ...frame, picture: picture.id, fit: 'cover' };
  const { key: _key, elements, ...piece } = blankDesign();
  const save = (all: DesignElement[], revision: number) =>
    saveDesign(actor, designId, { revision, stock: 'a4', design: { ...piece, elements: all } });
  await expect(save([...elements, ground], 1)).rejects.toMatchObject({
    issues: [{ field: 'design.elements.2', key: 'exports.issues.codeCovered' }],
  });
  await save([ground, ...elements], 1);
  const fields: [string, string][] = [
    ...selection(codes),
    ...Object.entries({ format: 'pdf', design: designId, stock: 'a4' }),
  ];
  const made = await exported(actor, fields);
  const { imageKey } = await db().printPicture.findUniqueOrThrow({ where: { id: picture.id } });
  const stored = Buffer.from((await getObject(imageKey)) ?? []).toString('latin1');
  expect(made.bytes.toString('latin1').split(stored)).toHaveLength(2);
  await deleteObject(imageKey);
  expect(await fetchedAgain(actor, made.exportId)).toEqual(made.bytes);
  const before = await db().export.count();
  await expect(createExport(actor, new URLSearchParams(fields))).rejects.toMatchObject({
    code: 'DESIGN_PICTURE_LOST',
  });
  expect(await db().export.count()).toBe(before);
});
