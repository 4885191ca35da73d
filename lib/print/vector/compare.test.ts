import { describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { drawSun } from '@/lib/sandbox/draw/draw';
import { compare, isAlike } from './compare';
import { coverageOf, inkOf, onWhite } from './pixels';
import { trace } from './trace';

async function pixelsOf(widthPx: number) {
  const drawn = await drawSun({
    appId: 'wx0',
    seed: 'b',
    widthPx,
    lineColor: { r: 0, g: 0, b: 0 },
    isHyaline: false,
  });
  const { data, info } = await sharp(Buffer.from(drawn.bytes))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

describe.each([280, 430, 1280])('a code of %d pixels', (widthPx) => {
  test('is close enough as traced, and not with one line missing', async () => {
    const pixels = await pixelsOf(widthPx);
    const { vector } = await trace(pixels);
    const picture = onWhite(pixels);
    const ink = inkOf(picture);
    if (!vector || !ink) throw new Error('a code was not traced');
    const original = { picture, ink, coverage: coverageOf(picture, ink) };
    expect(isAlike(await compare(vector, original))).toBe(true);
    // Half of them are shorter; the shortest are specks of the word in the middle.
    const lines = vector.path
      .split('M')
      .filter(Boolean)
      .toSorted((one, other) => one.length - other.length);
    const line = lines[Math.floor(lines.length / 2)] ?? '';
    const without = { ...vector, path: vector.path.replace(`M${line}`, '') };
    expect(isAlike(await compare(without, original))).toBe(false);
  });
});
