import { describe, expect, test } from 'vitest';
import { sketchCode, SQUARE_VIEW, SUN_SIDE, type SketchInput } from './preview';

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

  test.each([
    ['top left', 0, 0],
    ['top right', 0, 1],
    ['bottom left', 1, 0],
  ])('the finder %s is drawn as scanners look for it, in a ring of white', (_corner, down, right) => {
    const { path } = sketchCode({ ...input, endpoint: 'createwxaqrcode' });
    const drawn = [...path.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)/g)].map(([, ...at]) => at.map(Number));
    const first = Math.min(...drawn.flatMap(([x = 0, y = 0]) => [x, y]));
    const modules = drawn.map(([x = 0, y = 0, unit = 1]) =>
      [x, y].map((at) => Math.round((at - first) / unit)),
    );
    const far = Math.max(...modules.flat()) - 6;
    const dark = new Set(modules.map(([column, row]) => `${row} ${column}`));
    const draw = (row: number, column: number) =>
      dark.has(`${row + down * far} ${column + right * far}`) ? '#' : '.';
    const seven = [0, 1, 2, 3, 4, 5, 6];
    expect(seven.map((row) => seven.map((column) => draw(row, column)).join(''))).toEqual([
      ...['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'],
    ]);
    const beside = seven.map((at) => draw(at, right ? -1 : 7) + draw(down ? -1 : 7, at));
    expect(new Set(beside)).toEqual(new Set(['..']));
  });

  test('draws a square code black, opaque and taller than wide, whatever the colours say', () => {
    const sketch = sketchCode({ ...input, endpoint: 'createwxaqrcode', isHyaline: true, autoColor: true });
    expect(sketch).toMatchObject({ kind: 'square', color: 'rgb(0 0 0)', transparent: false });
    expect(sketch.viewHeight / sketch.viewWidth).toBeCloseTo(SQUARE_VIEW.height / SQUARE_VIEW.width);
    expect(sketch.path).not.toContain('NaN');
  });
});

describe('the drawing of a sun code', () => {
  const { path, eyes, viewWidth, viewHeight } = sketchCode(input);
  const strokes = [...path.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].map((match) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = match.slice(1).map((part) => Number(part) - SUN_SIDE / 2);
    return { from: Math.hypot(x1, y1), to: Math.hypot(x2, y2), angle: Math.atan2(y1, x1) };
  });

  test('has three eyes: above on the left, below on the left, above on the right', () => {
    const near = 215 - 172 * Math.SQRT1_2;
    const far = 215 + 172 * Math.SQRT1_2;
    const places = [
      [near, near],
      [far, near],
      [near, far],
    ].map(([x = 0, y = 0]) => ({
      ...{ x: Number(x.toFixed(1)), y: Number(y.toFixed(1)) },
    }));
    expect(eyes).toEqual(places);
    expect([viewWidth, viewHeight]).toEqual([430, 430]);
  });

  test('has strokes along 72 rays, from ring to ring, within the picture and outside of its middle', () => {
    const rays = new Set(strokes.map(({ angle }) => Math.round((angle / Math.PI) * 36)));
    for (const { angle } of strokes)
      expect((angle / Math.PI) * 36).toBeCloseTo(Math.round((angle / Math.PI) * 36), 0);
    expect(rays.size).toBeGreaterThan(60);
    expect(
      strokes
        .map(({ from }) => (from - 100) / 12.5)
        .every((ring) => Math.abs(ring - Math.round(ring)) < 0.02),
    ).toBe(true);
    expect(Math.min(...strokes.map(({ from }) => from))).toBeCloseTo(100, 0);
    expect(Math.max(...strokes.map(({ to }) => to))).toBeCloseTo(200.1, 0);
    // A dot alone has almost no length, and none is drawn twice.
    expect(strokes.every(({ from, to }) => to > from - 0.15 && to - from < 101)).toBe(true);
    expect(strokes.some(({ from, to }) => to - from < 0.3)).toBe(true);
    expect(strokes.some(({ from, to }) => to - from > 12)).toBe(true);
  });

  test('is about half of what could be drawn', () => {
    const drawn = strokes.reduce((sum, { from, to }) => sum + Math.round((to - from) / 12.5) + 1, 0);
    expect(drawn).toBeGreaterThan(0.4 * 72 * 9);
    expect(drawn).toBeLessThan(0.65 * 72 * 9);
  });
});

describe('the drawing of a square code', () => {
  const { path, viewWidth, viewHeight } = sketchCode({ ...input, endpoint: 'createwxaqrcode' });
  const unit = 430 / 31;
  const modules = [...path.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-([\d.]+)z/g)].map(
    ([, x, y, ...sides]) => {
      expect(sides).toEqual(Array(3).fill(unit.toFixed(2)));
      return [Number(y), Number(x)].map((place) => Math.round((place - 20) / unit - 1));
    },
  );
  const isDark = (row: number, column: number) => modules.some(([y, x]) => y === row && x === column);

  const around = Array.from({ length: 81 }, (_, at) => [Math.floor(at / 9) - 1, (at % 9) - 1] as const);

  test.each([
    [0, 0],
    [0, 22],
    [22, 0],
  ])('has a finder at row %i and column %i, with a quiet ring around it', (top, left) => {
    const inside = around.filter(([row, column]) =>
      [top + row, left + column].every((place) => place >= 0 && place < 29),
    );
    for (const [row, column] of inside) {
      const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
      expect(isDark(top + row, left + column), `${row} ${column}`).toBe(ring < 2 || ring === 3);
    }
  });

  test('is of 29 modules a side, about half of them dark, within its margin', () => {
    const places = modules.flat().map(Math.abs);
    expect([Math.min(...places), Math.max(...places)]).toEqual([0, 28]);
    expect(modules.length).toBeGreaterThan(29 * 29 * 0.4);
    expect(modules.length).toBeLessThan(29 * 29 * 0.6);
    expect([viewWidth, viewHeight]).toEqual([470, 535]);
    expect(isDark(28, 28) && isDark(27, 28) && isDark(26, 28) && isDark(25, 28)).toBe(false);
  });
});

test('what a scan leads to decides the drawing, and nothing that its endpoint does not send', () => {
  const { path } = sketchCode(input);
  expect(sketchCode({ ...input, page: 'pages/other' }).path).not.toBe(path);
  expect(sketchCode({ ...input, path: 'pages/other' }).path).toBe(path);
  const limited = sketchCode({ ...input, endpoint: 'getwxacode' });
  expect(limited.path).not.toBe(path);
  expect(sketchCode({ ...input, endpoint: 'getwxacode', scene: 'x', page: 'y' }).path).toBe(limited.path);
  expect(sketchCode({ ...input, endpoint: 'getwxacode', path: 'pages/other' }).path).not.toBe(limited.path);
  expect([280, 780, 1280].map((width) => sketchCode({ ...input, width }).scale)).toEqual([0.46, 0.73, 1]);
});
