import 'server-only';
import sharp, { type Sharp } from 'sharp';
import { readPicture, sha256 } from '@/lib/codes/picture/picture';
import { pictureExtension } from '@/lib/codes/picture/picture-name';
import { printPixels, type PictureOptions, type PrintSize } from '@/lib/exports/options';
import { codePdf } from '@/lib/print/pdf/code-pdf';
import type { ExportedCode } from '@/lib/exports/scope/records';

/** Pictures that are read ahead of the one that goes out: a store far away takes its time, and converting has threads. */
export const AHEAD = 4;

type Source = Pick<ExportedCode, 'imageKey' | 'imageSha256' | 'imageType' | 'imageWidthPx' | 'imageHeightPx'>;

/** A file of a code as it lies in the archive. `dpi` only where a size on paper was asked for. */
export type PictureFile = {
  bytes: Buffer;
  type: string;
  extension: 'jpg' | 'png' | 'pdf' | 'svg';
  widthPx: number | null;
  heightPx: number | null;
  sha256: string;
  dpi: number | null;
};

const WHITE = { r: 255, g: 255, b: 255 };
const JPEG = { quality: 95, chromaSubsampling: '4:4:4' } as const;

/**
 * Resized to what the paper needs. Enlarged with Mitchell: Lanczos draws pale rings around black dots, and nearest
 * neighbour makes the round ones ragged; both are what a scanner must not see. Reduced with Lanczos, the sharper one.
 */
function printed(original: Sharp, widthPx: number, { type, ...size }: PrintSize): Sharp {
  const width = printPixels(size);
  const kernel = width > widthPx ? sharp.kernel.mitchell : sharp.kernel.lanczos3;
  const resized = original.resize({ width, kernel }).withDensity(size.dpi);
  return type === 'png' ? resized.png() : resized.flatten({ background: WHITE }).jpeg(JPEG);
}

async function convert(bytes: Buffer, options: Exclude<PictureOptions, { kind: 'original' }>) {
  const original = sharp(bytes);
  const { width } = await original.metadata();
  const changed = options.kind === 'png' ? original.png() : printed(original, width, options);
  const { data, info } = await changed.toBuffer({ resolveWithObject: true });
  return { data, info, dpi: options.kind === 'print' ? options.dpi : null };
}

const MM_PER_CM = 10;

async function asPdf(picture: Buffer, { widthCm }: PrintSize): Promise<PictureFile> {
  const pdf = await codePdf(picture, widthCm * MM_PER_CM);
  return { ...pdf, type: 'application/pdf', extension: 'pdf', sha256: sha256(pdf.bytes), dpi: null };
}

/**
 * The picture of a code as the options want it: WeChat's own bytes, or made from them.
 * @returns null when the store has no intact picture
 */
export async function pictureFile(code: Source, options: PictureOptions): Promise<PictureFile | null> {
  const stored = await readPicture(code);
  if (!stored) return null;
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const { imageType, imageWidthPx, imageHeightPx, imageSha256 } = code;
  if (options.kind === 'original') {
    const type = imageType ?? 'image/jpeg';
    const size = { widthPx: imageWidthPx, heightPx: imageHeightPx };
    const extension = pictureExtension(type);
    return { bytes, type, extension, ...size, sha256: imageSha256 ?? '', dpi: null };
  }
  if (options.kind === 'print' && options.type === 'pdf') return asPdf(bytes, options);
  const { data, info, dpi } = await convert(bytes, options);
  const type = `image/${info.format}`;
  const size = { widthPx: info.width, heightPx: info.height };
  return { bytes: data, type, extension: pictureExtension(type), ...size, sha256: sha256(data), dpi };
}
