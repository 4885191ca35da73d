import { describe, expect, test } from 'vitest';
import { sketchCode, SQUARE_VIEW, type SketchInput } from './preview';

const input: SketchInput = {
  endpoint: 'getwxacodeunlimit',
  path: 'pages/index/index?id=1',
  scene: 'id=1',
  page: 'pages/index/index',
  width: 430,
  autoColor: false,
  lineColor: { r: 20, g: 80, b: 40 },
  isHyaline: false,
};

describe('sketchCode', () => {
  test('draws the same parameters alike', () => {
    expect(sketchCode(input)).toEqual(sketchCode({ ...input }));
  });

  test('draws another scene differently', () => {
    expect(sketchCode({ ...input, scene: 'id=2' }).path).not.toBe(sketchCode(input).path);
  });

  test('keeps the pattern while colour, transparency and width change', () => {
    const other = sketchCode({ ...input, width: 1280, isHyaline: true, lineColor: { r: 1, g: 2, b: 3 } });
    expect(other.path).toBe(sketchCode(input).path);
    expect(other).toMatchObject({ color: 'rgb(1 2 3)', transparent: true, scale: 1 });
  });

  test('has no colour of its own when WeChat picks it', () => {
    expect(sketchCode({ ...input, autoColor: true }).color).toBeNull();
  });

  test('survives a colour and a width that are being typed', () => {
    const sketch = sketchCode({ ...input, width: null, lineColor: { r: Number.NaN, g: 999, b: -4 } });
    expect(sketch.color).toBe('rgb(0 255 0)');
    expect(sketch.scale).toBeGreaterThan(0);
  });

  test('grows with the width and stays within its frame', () => {
    const scales = [0, 280, 430, 860, 1280, 5000].map((width) => sketchCode({ ...input, width }).scale);
    expect(scales).toEqual(scales.toSorted((left, right) => left - right));
    expect(scales.at(-1)).toBe(1);
  });

  test('keeps strokes off the finder eyes', () => {
    const { path, eyes } = sketchCode(input);
    const points = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    const nearest = Math.min(
      ...points.flatMap(([x, y]) => eyes.map((eye) => Math.hypot(x - eye.x, y - eye.y))),
    );
    expect(points.length).toBeGreaterThan(100);
    expect(nearest).toBeGreaterThan(30);
  });

  test('draws a square code black, opaque and taller than wide, whatever the colours say', () => {
    const sketch = sketchCode({ ...input, endpoint: 'createwxaqrcode', isHyaline: true, autoColor: true });
    expect(sketch).toMatchObject({ kind: 'square', color: 'rgb(0 0 0)', transparent: false });
    expect(sketch.viewHeight / sketch.viewWidth).toBeCloseTo(SQUARE_VIEW.height / SQUARE_VIEW.width);
    expect(sketch.path).not.toContain('NaN');
  });
});
