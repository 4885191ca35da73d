import 'server-only';
import sharp, { type Sharp } from 'sharp';
import { readPicture, sha256 } from '@/lib/codes/picture/picture';
import { pictureExtension } from '@/lib/codes/picture/picture-name';
import { printPixels, type PictureOptions, type PrintSize } from '@/lib/exports/options';
import { codePdf } from '@/lib/print/pdf/code-pdf';
import { factsOf, type VectorFacts } from '@/lib/print/vector/vector';
import { vectorFile } from '@/lib/print/vector/vector-file';
import { vectorOf } from '@/lib/print/vector/vectors';
import type { ExportedCode } from '@/lib/exports/scope/record';

/** Pictures that are read ahead of the one that goes out: a store far away takes its time, and converting has threads. */
export const AHEAD = 4;

type Source = Pick<
  ExportedCode,
  'endpoint' | 'imageKey' | 'imageSha256' | 'imageType' | 'imageWidthPx' | 'imageHeightPx'
>;

/** A file of a code as it lies in the archive. `dpi` only where a size on paper was asked for. */
export type PictureFile = {
  bytes: Buffer;
  type: string;
  extension: 'jpg' | 'png' | 'pdf' | 'svg';
  widthPx: number | null;
  heightPx: number | null;
  sha256: string;
  dpi: number | null;
  /** How the code got into a file of shapes; null where nobody asked for them. */
  vector: VectorFacts | null;
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

type VectorChoice = Extract<PictureOptions, { kind: 'vector' }>;

async function convert(bytes: Buffer, options: Exclude<PictureOptions, { kind: 'original' } | VectorChoice>) {
  const original = sharp(bytes);
  const { width } = await original.metadata();
  const changed = options.kind === 'png' ? original.png() : printed(original, width, options);
  const { data, info } = await changed.toBuffer({ resolveWithObject: true });
  return { data, info, dpi: options.kind === 'print' ? options.dpi : null };
}

const MM_PER_CM = 10;

async function asPdf(picture: Buffer, { widthCm }: PrintSize): Promise<PictureFile> {
  const pdf = await codePdf(picture, widthCm * MM_PER_CM);
  return {
    ...pdf,
    type: 'application/pdf',
    extension: 'pdf',
    sha256: sha256(pdf.bytes),
    dpi: null,
    vector: null,
  };
}

/** As shapes; WeChat's own picture where they are not close enough, which the manifest says. */
async function asVector(code: Source, bytes: Buffer, { type, widthCm }: VectorChoice): Promise<PictureFile> {
  const outcome = await vectorOf({ bytes, endpoint: code.endpoint });
  const vector = factsOf(outcome);
  if (!outcome.vector) return { ...asItIs(code, bytes), vector };
  const file = await vectorFile(outcome.vector, { type, widthMm: widthCm * MM_PER_CM });
  return { ...file, widthPx: null, heightPx: null, dpi: null, sha256: sha256(file.bytes), vector };
}

function asItIs({ imageType, imageWidthPx, imageHeightPx, imageSha256 }: Source, bytes: Buffer): PictureFile {
  const type = imageType ?? 'image/jpeg';
  const size = { widthPx: imageWidthPx, heightPx: imageHeightPx };
  const extension = pictureExtension(type);
  return { bytes, type, extension, ...size, sha256: imageSha256 ?? '', dpi: null, vector: null };
}

/**
 * The picture of a code as the options want it: WeChat's own bytes, or made from them.
 * @returns null when the store has no intact picture
 */
export async function pictureFile(code: Source, options: PictureOptions): Promise<PictureFile | null> {
  const stored = await readPicture(code);
  if (!stored) return null;
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  if (options.kind === 'original') return asItIs(code, bytes);
  if (options.kind === 'vector') return asVector(code, bytes, options);
  if (options.kind === 'print' && options.type === 'pdf') return asPdf(bytes, options);
  const { data, info, dpi } = await convert(bytes, options);
  const type = `image/${info.format}`;
  const size = { widthPx: info.width, heightPx: info.height };
  return {
    bytes: data,
    type,
    extension: pictureExtension(type),
    ...size,
    sha256: sha256(data),
    dpi,
    vector: null,
  };
}
