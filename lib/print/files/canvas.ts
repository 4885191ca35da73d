import 'server-only';
import sharp from 'sharp';

/** Dots of a picture, row by row: red, green, blue, and alpha where there are four channels. */
export type Canvas = { data: Buffer; width: number; height: number; channels: 3 | 4 };

/** In dots. */
export type Region = { left: number; top: number; width: number; height: number };

/** The part of a region that lies on the canvas; null for none. */
export function within({ width, height }: Canvas, region: Region): Region | null {
  const [left, top] = [Math.max(0, region.left), Math.max(0, region.top)];
  const right = Math.min(width, region.left + region.width);
  const bottom = Math.min(height, region.top + region.height);
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}

function* rowsOf({ width, channels }: Canvas, region: Region) {
  const bytes = region.width * channels;
  for (let row = 0; row < region.height; row += 1) {
    const at = ((region.top + row) * width + region.left) * channels;
    yield { inside: row * bytes, at, end: at + bytes };
  }
}

function copyOut(canvas: Canvas, region: Region): Buffer {
  const part = Buffer.allocUnsafe(region.width * region.height * canvas.channels);
  for (const { inside, at, end } of rowsOf(canvas, region)) canvas.data.copy(part, inside, at, end);
  return part;
}

/** Lays dots over a part of a canvas that have as many channels as it and hide all below. */
export function put(canvas: Canvas, region: Region, part: Buffer): void {
  for (const { inside, at, end } of rowsOf(canvas, region))
    part.copy(canvas.data, at, inside, inside + end - at);
}

/**
 * Lays dots with alpha over a part of a canvas. Only that part is touched: what a piece has of its own is a small part of a
 * poster of five million dots.
 */
export async function layOver(canvas: Canvas, region: Region, input: Buffer): Promise<void> {
  const { channels } = canvas;
  const { width, height } = region;
  const raw = { width, height, channels };
  const over = { input, raw: { width, height, channels: 4 as const } };
  const below = sharp(copyOut(canvas, region), { raw }).composite([over]);
  const part = await (channels === 3 ? below.removeAlpha() : below.ensureAlpha()).raw().toBuffer();
  put(canvas, region, part);
}
