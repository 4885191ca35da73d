import 'server-only';
import sharp from 'sharp';
import { refuse } from '@/lib/exports/parse-options';
import { isTooBig, PICTURE_MAX_MB, PICTURE_MAX_MEGAPIXELS } from './limits';

/** 300 dots per inch on A3, and in the circle of a code that is as wide as A4; more is not seen on paper. */
export const SIDE_MAX_PX = { design: 4_000, row: 1_000 };
const JPEG = { quality: 92, chromaSubsampling: '4:4:4' } as const;
const FORMATS = ['jpeg', 'png', 'webp'];

export type ReadPicture = {
  bytes: Buffer;
  mediaType: 'image/jpeg' | 'image/png';
  widthPx: number;
  heightPx: number;
};

/** What its head says, without a pixel of it being decoded. */
async function headOf(bytes: Buffer) {
  if (bytes.byteLength === 0) refuse('file', { key: 'pictureEmpty', values: {} });
  const unlimited = sharp(bytes, { limitInputPixels: false });
  const head = await unlimited.metadata().catch(() => null);
  if (!head || !FORMATS.includes(head.format)) return refuse('file', { key: 'pictureNone', values: {} });
  return head;
}

/**
 * A picture as it goes onto paper: upright, in sRGB, no larger than print needs, and without what cameras write into it.
 * @throws AppError INVALID_INPUT for what is no picture, too many pixels, four inks, or cut off on its way
 */
export async function readUpload(file: File, sideMaxPx: number): Promise<ReadPicture> {
  if (isTooBig(file)) refuse('file', { key: 'pictureTooBig', values: { max: PICTURE_MAX_MB } });
  const bytes = Buffer.from(await file.arrayBuffer());
  const { width, height, space, hasAlpha } = await headOf(bytes);
  if (width * height > PICTURE_MAX_MEGAPIXELS * 1_000_000)
    refuse('file', { key: 'picturePixels', values: { width, height, max: PICTURE_MAX_MEGAPIXELS } });
  if (space === 'cmyk') refuse('file', { key: 'pictureCmyk', values: {} });
  const fit = { width: sideMaxPx, height: sideMaxPx, fit: 'inside', withoutEnlargement: true } as const;
  const upright = sharp(bytes, { failOn: 'error' }).rotate().resize(fit).toColourspace('srgb');
  const written = hasAlpha ? upright.png() : upright.jpeg(JPEG);
  const drawn = await written.toBuffer({ resolveWithObject: true }).catch(() => null);
  if (!drawn) return refuse('file', { key: 'pictureBroken', values: {} });
  const { data, info } = drawn;
  const mediaType = hasAlpha ? 'image/png' : 'image/jpeg';
  return { bytes: data, mediaType, widthPx: info.width, heightPx: info.height };
}
