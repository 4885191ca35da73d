import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { drawSquare, drawSun, type Drawing } from '@/lib/sandbox/draw/draw';
import { deleteObject, getObject, putObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { storePicture } from './picture';
import { getThumbnail, thumbnailKeys } from './thumbnail';
import { THUMBNAIL_WIDTHS } from './thumbnail-widths';

useDatabase();

let viewer: UserActor;
let app: string;

beforeAll(async () => {
  viewer = await insertActor('VIEWER');
  app = (await insertApp()).id;
});

const sun = (seed: string, isHyaline = false) =>
  drawSun({ appId: 'wx1', seed, widthPx: 430, lineColor: { r: 0, g: 0, b: 0 }, isHyaline });

async function insertPicture({ bytes, mediaType }: Drawing): Promise<{ id: string; sha256: string }> {
  const { id } = await insertCode({ miniProgramId: app });
  const { width, height } = await sharp(bytes).metadata();
  const picture = {
    kind: 'picture',
    bytes,
    mediaType,
    widthPx: width,
    heightPx: height,
    numUsed: null,
  } as const;
  const columns = await storePicture({ id, miniProgramId: app }, picture);
  await db().code.update({ where: { id }, data: columns });
  return { id, sha256: columns.imageSha256 ?? '' };
}

describe('a thumbnail', () => {
  test('is a WebP of the asked width with the shape of the picture, which for the square code is no square', async () => {
    const drawing = await drawSquare({ appId: 'wx1', path: 'pages/a', widthPx: 430 });
    const whole = await sharp(drawing.bytes).metadata();
    const { id } = await insertPicture(drawing);
    const { bytes, type } = await getThumbnail(viewer, id, 192);
    const small = await sharp(bytes).metadata();
    expect(type).toBe('image/webp');
    expect(small).toMatchObject({ format: 'webp', width: 192 });
    expect(small.height / small.width).toBeCloseTo(whole.height / whole.width, 2);
    expect(whole.height).toBeGreaterThan(whole.width);
  });

  test('keeps a transparent background, and is never larger than the picture', async () => {
    const { id } = await insertPicture(await sun('clear', true));
    const { bytes } = await getThumbnail(viewer, id, 640);
    const { channels, width } = await sharp(bytes).metadata();
    expect({ channels, width }).toEqual({ channels: 4, width: 430 });
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect(data.at(3)).toBe(0);
  });

  test('is made once, however many ask at the same time, and shared by codes with the same picture', async () => {
    const drawing = await sun('shared');
    const [one, other] = [await insertPicture(drawing), await insertPicture(drawing)];
    const ids = Array.from({ length: 24 }, (_, n) => (n % 2 ? one.id : other.id));
    const made = await Promise.all(ids.map((id) => getThumbnail(viewer, id, 320)));
    expect(new Set(made.map(({ etag }) => etag))).toEqual(new Set([`${one.sha256}-320`]));
    expect(new Set(made.map(({ bytes }) => bytes)).size).toBe(1);
  });

  test('stays when the picture goes, until its keys are removed', async () => {
    const { id, sha256 } = await insertPicture(await sun('kept'));
    await getThumbnail(viewer, id, 96);
    await deleteObject(`codes/${app}/${id}.jpg`);
    expect((await getThumbnail(viewer, id, 96)).bytes.byteLength).toBeGreaterThan(100);
    const keys = thumbnailKeys(sha256);
    expect(keys).toHaveLength(THUMBNAIL_WIDTHS.length);
    await Promise.all(keys.map(deleteObject));
    await expect(getThumbnail(viewer, id, 96)).rejects.toMatchObject({ code: 'NO_PICTURE' });
  });

  test('that was only half written is made again', async () => {
    const { id, sha256 } = await insertPicture(await sun('half'));
    const { bytes } = await getThumbnail(viewer, id, 192);
    const [, key = ''] = thumbnailKeys(sha256);
    await putObject(key, bytes.subarray(0, 100), 'image/webp');
    expect(Buffer.from((await getThumbnail(viewer, id, 192)).bytes)).toEqual(Buffer.from(bytes));
    expect((await getObject(key))?.byteLength).toBe(bytes.byteLength);
  });

  test('of a damaged picture, of none, and of no code is refused', async () => {
    const { id } = await insertPicture(await sun('damaged'));
    await putObject(`codes/${app}/${id}.jpg`, new Uint8Array(400), 'image/jpeg');
    await expect(getThumbnail(viewer, id, 96)).rejects.toMatchObject({ code: 'NO_PICTURE' });
    const { id: bare } = await insertCode({ miniProgramId: app });
    await expect(getThumbnail(viewer, bare, 96)).rejects.toMatchObject({ code: 'NO_PICTURE' });
    await expect(getThumbnail(viewer, 'gone', 96)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
