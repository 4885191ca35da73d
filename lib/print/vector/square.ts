import sharp from 'sharp';
import type { ReadResult } from 'zxing-wasm/reader';
import { onWhite, type Picture, type Pixels } from './pixels';
import { readSquares } from './read-squares';
import { UNITS_PER_PX, type Vector, type VectorOutcome } from './vector';
import { vectorSvg } from './vector-svg';

/** What its standard asks to be left free, in modules. */
const QUIET = 4;
const PX_PER_MODULE = 8;

/** The first square code on it. */
async function read({ luma, width, height }: Picture): Promise<ReadResult | null> {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < luma.length; at += 1) data.fill(luma[at] ?? 0, at * 4, at * 4 + 3);
  const [found] = await readSquares({ data, width, height }, 1);
  return found?.isValid ? found : null;
}

type Modules = ReadResult['symbol'];

const isDark = ({ data, width }: Modules, row: number, column: number) => data[row * width + column] === 0;

/** Each run of dark modules in a row is one rectangle. */
function pathOf(modules: Modules): string {
  const runs: string[] = [];
  for (let row = 0; row < modules.height; row += 1) {
    let from = -1;
    for (let column = 0; column <= modules.width; column += 1) {
      const dark = column < modules.width && isDark(modules, row, column);
      if (dark && from < 0) from = column;
      if (dark || from < 0) continue;
      const [x, y, length] = [from + QUIET, row + QUIET, column - from].map((many) => many * UNITS_PER_PX);
      runs.push(`M${x} ${y}h${length}v${UNITS_PER_PX}h-${length}z`);
      from = -1;
    }
  }
  return runs.join('');
}

type Corners = ReadResult['position'];

/** Between the corners of a code, each from 0 to 1. */
function placeIn({ topLeft, topRight, bottomLeft, bottomRight }: Corners, u: number, v: number) {
  const x =
    (topLeft.x * (1 - u) + topRight.x * u) * (1 - v) + (bottomLeft.x * (1 - u) + bottomRight.x * u) * v;
  const y =
    (topLeft.y * (1 - u) + topRight.y * u) * (1 - v) + (bottomLeft.y * (1 - u) + bottomRight.y * u) * v;
  return { x: Math.round(x), y: Math.round(y) };
}

/** The share of modules that are dark in the picture and not in the drawing, or the other way round. */
function differenceOf({ luma, width }: Picture, { symbol, position }: ReadResult): number {
  let off = 0;
  for (let row = 0; row < symbol.height; row += 1) {
    for (let column = 0; column < symbol.width; column += 1) {
      const { x, y } = placeIn(position, (column + 0.5) / symbol.width, (row + 0.5) / symbol.height);
      if ((luma[y * width + x] ?? 0) < 128 !== isDark(symbol, row, column)) off += 1;
    }
  }
  return off / (symbol.width * symbol.height);
}

async function drawn(vector: Vector): Promise<Picture> {
  const side = (vector.width / UNITS_PER_PX) * PX_PER_MODULE;
  const svg = Buffer.from(vectorSvg(vector, { width: `${side}`, height: `${side}` }));
  const data = await sharp(svg).ensureAlpha().raw().toBuffer();
  return onWhite({ data, width: side, height: side });
}

/** A few modules that a JPEG has blurred are mended by the code itself; more is another code. */
const MODULES_OFF_MOST = 0.02;

/** A square code, read and drawn anew with its free space; what is written below it is left out. It must read the same. */
export async function redraw(pixels: Pixels): Promise<VectorOutcome> {
  const picture = onWhite(pixels);
  const found = await read(picture);
  if (!found) return { vector: null, reason: 'unreadable', difference: null };
  const side = (found.symbol.width + 2 * QUIET) * UNITS_PER_PX;
  const vector: Vector = {
    ...{ kind: 'decoded', width: side, height: side, color: '#000000', ground: '#ffffff' },
    ...{ path: pathOf(found.symbol), logo: null },
  };
  const difference = differenceOf(picture, found);
  const again = await read(await drawn(vector));
  const isSame = again?.text === found.text && difference <= MODULES_OFF_MOST;
  return isSame ? { vector, difference } : { vector: null, reason: 'unlike', difference };
}
