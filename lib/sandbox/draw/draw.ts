import pLimit from 'p-limit';
import sharp, { type Sharp } from 'sharp';

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
  signal?: AbortSignal;
};

export type SquareDrawing = { appId: string; path: string; widthPx: number; signal?: AbortSignal };

/** Draws a round code of exactly the asked width: JPEG on white, or a PNG without background. */
export async function drawSun(asked: SunDrawing): Promise<Drawing> {
  const { appId, seed, widthPx, lineColor, isHyaline, signal } = asked;
  const color = lineColor ? drawnColor(lineColor) : mainColor(seededNumbers(appId)());
  const background = isHyaline ? null : '#ffffff';
  const svg = sunSvg({ seed, color, widthPx, background });
  return isHyaline ? toPng(svg, signal) : toJpeg(svg, signal);
}

/** Draws a square code that reads as `sandbox:<AppID>:/<path>`. */
export async function drawSquare({ appId, path, widthPx, signal }: SquareDrawing): Promise<Drawing> {
  return toJpeg(squareSvg(`sandbox:${appId}:/${path.replace(/^\/+/, '')}`, widthPx), signal);
}

/**
 * sharp works in Node's four threads, which files and the compression of answers need too: a batch of the sandbox that drew
 * eighty pictures at once left none for the pages that watch it.
 */
const drawing = pLimit(2);

/** What nobody waits for any more is not drawn: behind it stand those that are asked for again. */
function toBytes(picture: Sharp, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  return drawing(async () => {
    signal?.throwIfAborted();
    return new Uint8Array(await picture.toBuffer());
  });
}

async function toJpeg(svg: string, signal?: AbortSignal): Promise<Drawing> {
  const picture = sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).jpeg({ quality: 90 });
  return { bytes: await toBytes(picture, signal), mediaType: 'image/jpeg' };
}

async function toPng(svg: string, signal?: AbortSignal): Promise<Drawing> {
  const picture = sharp(Buffer.from(svg)).png({ compressionLevel: 6 });
  return { bytes: await toBytes(picture, signal), mediaType: 'image/png' };
}
