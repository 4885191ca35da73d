import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawSquare, drawSun } from '@/lib/sandbox/draw/draw';
import { findLogo } from './find-logo';

/** Of the sandbox, in shares of the side: where the logo ends, and where the code begins. */
const [LOGO, CODE] = [68.5 / 430, 84.5 / 430];
const PX = 1 / 320;
const colors = [
  { r: 0, g: 0, b: 0 },
  { r: 0, g: 90, b: 160 },
];

describe.each([280, 430, 1280])('the circle of a code of %d pixels', (widthPx) => {
  test.each(colors.flatMap((lineColor) => [false, true].map((isHyaline) => ({ lineColor, isHyaline }))))(
    'is found around the logo and within the code: %o',
    async (look) => {
      const { bytes } = await drawSun({ appId: 'wx0', seed: 'c', widthPx, ...look });
      // As a preview shows it, too.
      const small = await sharp(bytes)
        .resize({ width: 320, withoutEnlargement: true })
        .webp({ quality: 80 })
        .toBuffer();
      for (const picture of [bytes, small]) {
        const place = await findLogo(picture);
        expect(place).toMatchObject({ x: 0.5, y: 0.5, isClear: look.isHyaline });
        expect(place?.radius).toBeGreaterThan(LOGO - PX);
        expect(place?.radius).toBeLessThan(Math.min(CODE, LOGO + 2 * PX));
      }
    },
  );
});

test('nothing is found in a square code, an empty picture, and what is no picture', async () => {
  const { bytes } = await drawSquare({ appId: 'wx0', path: 'pages/a?b=1', widthPx: 430 });
  const white = { width: 430, height: 430, channels: 3 as const, background: '#fff' };
  const empty = await sharp({ create: white }).jpeg().toBuffer();
  for (const picture of [bytes, empty, Buffer.from('no picture')]) expect(await findLogo(picture)).toBeNull();
});
