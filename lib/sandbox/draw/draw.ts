import pLimit from 'p-limit';
import sharp from 'sharp';

import type { Rgb } from './color';
import { drawnColor, mainColor } from './color';
import { seededNumbers } from './seeded';
import { squareSvg } from './square-picture';
import { sunSvg } from './sun-picture';

export type Drawing = { bytes: Uint8Array<ArrayBuffer>; mediaType: 'image/jpeg' | 'image/png' };

export type SunDrawing = {
  appId: string;
  /** Everything that makes two codes different. */
  seed: string;
  widthPx: number;
  /** null stands for `auto_color`. */
  lineColor: Rgb | null;
  isHyaline: boolean;
};

/** Draws a round code of exactly the asked width: JPEG on white, or a PNG without background. */
export async function drawSun({ appId, seed, widthPx, lineColor, isHyaline }: SunDrawing): Promise<Drawing> {
  const color = lineColor ? drawnColor(lineColor) : mainColor(seededNumbers(appId)());
  const background = isHyaline ? null : '#ffffff';
  const svg = sunSvg({ seed, color, widthPx, background });
  return isHyaline ? toPng(svg) : toJpeg(svg);
}

/** Draws a square code that reads as `sandbox:<AppID>:/<path>`. */
export async function drawSquare({ appId, path, widthPx }: { appId: string; path: string; widthPx: number }) {
  return toJpeg(squareSvg(`sandbox:${appId}:/${path.replace(/^\/+/, '')}`, widthPx));
}

/**
 * sharp works in Node's four threads, which files and the compression of answers need too: a batch of the sandbox that drew
 * eighty pictures at once left none for the pages that watch it.
 */
const drawing = pLimit(2);

async function toJpeg(svg: string): Promise<Drawing> {
  const picture = sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).jpeg({ quality: 90 });
  return { bytes: new Uint8Array(await drawing(() => picture.toBuffer())), mediaType: 'image/jpeg' };
}

async function toPng(svg: string): Promise<Drawing> {
  const picture = sharp(Buffer.from(svg)).png({ compressionLevel: 6 });
  return { bytes: new Uint8Array(await drawing(() => picture.toBuffer())), mediaType: 'image/png' };
}
