import sharp from 'sharp';

export type PictureType = 'image/jpeg' | 'image/png';
export type DecodedPicture = { mediaType: PictureType; widthPx: number; heightPx: number };

/** More than any code has (a square code of 1280 is 1399 × 1593), little enough to decode without fear. */
const PIXELS_MAX = 4096 * 4096;

const SIGNATURES: readonly [PictureType, readonly number[]][] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** A PNG's last chunk and a JPEG's last marker; the decoder is content without them where the pixels are complete. */
const ENDS: Record<PictureType, Buffer> = {
  'image/png': Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]),
  'image/jpeg': Buffer.from([0xff, 0xd9]),
};
/** Before the pixels of a JPEG, in which no end marker can occur; a preview within it would have its own end before. */
const JPEG_SCAN = Buffer.from([0xff, 0xda]);

function hasEnd(bytes: Buffer, mediaType: PictureType): boolean {
  const from = mediaType === 'image/jpeg' ? Math.max(bytes.lastIndexOf(JPEG_SCAN), 0) : 0;
  return bytes.includes(ENDS[mediaType], from);
}

/** The picture format that the first bytes announce. The media type of the answer is no help: it lies for PNG. */
export function sniffPicture(bytes: Uint8Array): PictureType | null {
  const match = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  return match?.[0] ?? null;
}

/**
 * Decodes every pixel, so that a picture cut off on its way is noticed.
 *
 * @returns type and size in pixels, or null when the bytes are not one whole JPEG or PNG
 */
export async function decodePicture(bytes: Uint8Array): Promise<DecodedPicture | null> {
  const mediaType = sniffPicture(bytes);
  if (mediaType === null) return null;
  if (!hasEnd(Buffer.from(bytes), mediaType)) return null;
  try {
    const picture = sharp(bytes, { failOn: 'error', limitInputPixels: PIXELS_MAX });
    const { info } = await picture.raw().toBuffer({ resolveWithObject: true });
    return { mediaType, widthPx: info.width, heightPx: info.height };
  } catch {
    return null;
  }
}
