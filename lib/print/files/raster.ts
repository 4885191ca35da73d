import 'server-only';
import sharp, { type OverlayOptions } from 'sharp';
import type { PieceOptions } from '@/lib/exports/options';
import { pixelsOf, type PiecePage } from '@/lib/print/piece-page';
import type { Mark } from '@/lib/print/place-piece';
import { pieceSvg, type Drawing } from './piece-svg';

const WHITE = { r: 255, g: 255, b: 255 };
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };
const JPEG = { quality: 95, chromaSubsampling: '4:4:4' } as const;

type Common = Omit<Drawing, 'isWhole' | 'marks' | 'code'>;
type Layers = { page: PiecePage; files: PieceOptions['files']; below: readonly Mark[] };

/** A code in its square, as many pixels as that has; enlarged and reduced as those of an export are (archive/picture-file.ts). */
async function codeLayers(
  picture: Buffer,
  marks: readonly Mark[],
  { toPixels, place }: { toPixels: (mm: number) => number; place: { x: number; y: number } },
): Promise<OverlayOptions[]> {
  const squares = marks.flatMap((mark) => (mark.kind === 'code' ? [mark] : []));
  return Promise.all(
    squares.map(async ({ x, y, size }) => {
      const [left, top, side] = [toPixels(place.x + x), toPixels(place.y + y), toPixels(size)];
      const { width = side } = await sharp(picture).metadata();
      const kernel = side > width ? sharp.kernel.mitchell : sharp.kernel.lanczos3;
      const resized = sharp(picture).resize({
        width: side,
        height: side,
        fit: 'contain',
        background: CLEAR,
        kernel,
      });
      return { input: await resized.png({ compressionLevel: 0 }).toBuffer(), left, top };
    }),
  );
}

/**
 * Draws pieces as dots. What is the same on all of them is drawn once.
 * @param below the marks below everything that differs
 */
export async function rasterizer(common: Common, { page, files, below }: Layers) {
  const { dpi, type } = files;
  const { pageWidth, pageHeight, places } = page.grid;
  const [place = { x: 0, y: 0 }] = places;
  const toPixels = (mm: number) => pixelsOf(mm, dpi);
  const [width, height] = [toPixels(pageWidth), toPixels(pageHeight)];
  const layer = (marks: readonly Mark[], isWhole: boolean) => {
    const svg = pieceSvg(
      { ...common, marks, isWhole, code: null },
      { width: `${width}`, height: `${height}` },
    );
    // A picture of a design is longer than libxml allows for a text.
    return sharp(Buffer.from(svg), { unlimited: true });
  };
  const raw = { width, height, channels: 4 as const };
  const ground = await layer(below, true).ensureAlpha().raw().toBuffer();
  return async (marks: readonly Mark[], picture: Buffer) => {
    const own = await layer(marks, false).ensureAlpha().raw().toBuffer();
    const codes = await codeLayers(picture, marks, { toPixels, place });
    const piece = sharp(ground, { raw })
      .composite([{ input: own, raw }, ...codes])
      .withDensity(dpi);
    const file = type === 'png' ? piece.png() : piece.flatten({ background: WHITE }).jpeg(JPEG);
    return { bytes: await file.toBuffer(), width, height };
  };
}
