import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { jpegPicture, pngPicture } from './loopback.fixture';
import { decodePicture, sniffPicture } from './picture';

let jpeg: Uint8Array;
let png: Uint8Array;
beforeAll(async () => {
  [jpeg, png] = [await jpegPicture(), await pngPicture()];
});

const JPEG_HEAD = [0xff, 0xd8, 0xff];
const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

test('a picture is told by all of its first bytes', () => {
  expect(sniffPicture(Uint8Array.from(JPEG_HEAD))).toBe('image/jpeg');
  expect(sniffPicture(Uint8Array.from([...PNG_HEAD, 1]))).toBe('image/png');
  for (const head of [JPEG_HEAD, PNG_HEAD]) {
    expect(sniffPicture(Uint8Array.from(head.slice(0, -1)))).toBeNull();
    for (const index of head.keys())
      expect(sniffPicture(Uint8Array.from(head.with(index, 0))), `${index}`).toBeNull();
  }
  expect(sniffPicture(new Uint8Array())).toBeNull();
});

describe('a picture that is decoded', () => {
  test('says what it is and how large', async () => {
    expect(await decodePicture(jpeg)).toEqual({ mediaType: 'image/jpeg', widthPx: 300, heightPx: 300 });
    const { info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    const size = { widthPx: info.width, heightPx: info.height };
    expect(await decodePicture(png)).toEqual({ mediaType: 'image/png', ...size });
    expect(await decodePicture(Buffer.from('neither'))).toBeNull();
  });

  test('may have something behind its end', async () => {
    const more = (bytes: Uint8Array) => Uint8Array.from([...bytes, 0x0d, 0x0a]);
    expect(await decodePicture(more(jpeg))).toMatchObject({ mediaType: 'image/jpeg' });
    expect(await decodePicture(more(png))).toMatchObject({ mediaType: 'image/png' });
  });

  test('is none for the end of a preview before its own pixels', async () => {
    const [head, rest] = [jpeg.slice(0, 2), jpeg.slice(2, -2)];
    // An application segment that holds a whole little picture, as cameras write one.
    const preview = Uint8Array.from([0xff, 0xe1, 0x00, 0x06, 0xff, 0xd8, 0xff, 0xd9]);
    expect(await decodePicture(Uint8Array.from([...head, ...preview, ...rest]))).toBeNull();
    expect(await decodePicture(Uint8Array.from([...head, ...preview, ...rest, 0xff, 0xd9]))).not.toBeNull();
  });
});
