import { create } from 'qrcode';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { APP_ID, callCode, createTestSandbox } from '@/lib/sandbox/call.fixture';
import { drawSquare, drawSun } from './draw';

const sun = {
  appId: APP_ID,
  seed: 'a',
  widthPx: 430,
  lineColor: { r: 0, g: 0, b: 0 },
  isHyaline: false,
};

async function pixels(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const start = (Math.round(y) * info.width + Math.round(x)) * info.channels;
    return [...data.subarray(start, start + info.channels)];
  };
  return { info, at };
}

/** A point of the ring around the centre disc, which every picture has. */
const RING = [215 + 66, 215] as const;

describe('a round picture', () => {
  test.each([280, 431, 1280])('has exactly the asked width of %i', async (widthPx) => {
    const { info } = await pixels((await drawSun({ ...sun, widthPx })).bytes);
    expect([info.width, info.height]).toEqual([widthPx, widthPx]);
  });

  test('is the same for the same seed and another one for another', async () => {
    const [first, second, other] = await Promise.all([
      drawSun(sun),
      drawSun(sun),
      drawSun({ ...sun, seed: 'b' }),
    ]);
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
    expect(Buffer.from(first.bytes).equals(other.bytes)).toBe(false);
  });

  test('is a JPEG on white, drawn in the line colour', async () => {
    const drawing = await drawSun({ ...sun, lineColor: { r: 200, g: 0, b: 0 } });
    const { at } = await pixels(drawing.bytes);
    expect(drawing.mediaType).toBe('image/jpeg');
    expect(at(2, 2)).toEqual([255, 255, 255]);
    const [red = 0, green = 255] = at(...RING);
    expect(red).toBeGreaterThan(180);
    expect(green).toBeLessThan(40);
  });

  test('is a PNG without background when it is transparent', async () => {
    const drawing = await drawSun({ ...sun, isHyaline: true });
    const { at } = await pixels(drawing.bytes);
    expect(drawing.mediaType).toBe('image/png');
    expect(at(2, 2)[3]).toBe(0);
    expect(at(...RING)).toEqual([0, 0, 0, 255]);
  });

  test('turns a light line colour into black', async () => {
    for (const lineColor of [
      { r: 255, g: 255, b: 255 },
      { r: 255, g: 215, b: 0 },
    ]) {
      const { at } = await pixels((await drawSun({ ...sun, lineColor, isHyaline: true })).bytes);
      expect(at(...RING)).toEqual([0, 0, 0, 255]);
    }
  });

  test('has a colour of its own with auto_color', async () => {
    const { at } = await pixels((await drawSun({ ...sun, lineColor: null, isHyaline: true })).bytes);
    expect(at(...RING)).not.toEqual([0, 0, 0, 255]);
  });
});

describe('a square picture', () => {
  test.each([
    [430, 470, 535],
    [280, 306, 348],
    [1280, 1399, 1593],
  ])('asked for %i is %i × %i', async (widthPx, width, height) => {
    const { info } = await pixels((await drawSquare({ appId: APP_ID, path: 'p', widthPx })).bytes);
    expect([info.width, info.height]).toEqual([width, height]);
  });

  test('holds the very modules of the text it stands for', async () => {
    const { modules } = create(`sandbox:${APP_ID}:/pages/a?n=店`, { errorCorrectionLevel: 'M' });
    const { at } = await pixels(
      (await drawSquare({ appId: APP_ID, path: '/pages/a?n=店', widthPx: 430 })).bytes,
    );
    const unit = 430 / (modules.size + 4);
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        const [level = 0] = at(20 + (column + 2.5) * unit - 0.5, 20 + (row + 2.5) * unit - 0.5);
        expect(level < 128).toBe(Boolean(modules.get(row, column)));
      }
    }
  });
});

describe('the label of a picture', () => {
  test('stays image/jpeg for a transparent PNG, unless configured', async () => {
    const { sandbox } = createTestSandbox();
    const make = () => callCode(sandbox, 'B', { scene: 'a', is_hyaline: true });
    const lying = await make();
    expect(lying.headers.get('content-type')).toBe('image/jpeg');
    const bytes = Buffer.from(await lying.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(lying.headers.get('content-length')).toBe(String(bytes.length));
    sandbox.configure(APP_ID, { hyalineContentType: 'image/png' });
    expect((await make()).headers.get('content-type')).toBe('image/png');
  });

  test('of a path with an undecoded escape shows what WeChat makes of it', async () => {
    const { sandbox } = createTestSandbox();
    const escaped = await callCode(sandbox, 'C', '{"path":"p?id=1\\u0026n=2"}');
    const literal = await drawSquare({ appId: APP_ID, path: 'p?id=1u0026n=2', widthPx: 430 });
    expect(Buffer.from(await escaped.arrayBuffer()).equals(literal.bytes)).toBe(true);
  });
});
