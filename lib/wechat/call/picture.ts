import sharp from 'sharp';

export type PictureType = 'image/jpeg' | 'image/png';
export type DecodedPicture = { mediaType: PictureType; widthPx: number; heightPx: number };

/** More than any code has (a square code of 1280 is 1399 × 1593), little enough to decode without fear. */
const PIXELS_MAX = 4096 * 4096;

const SIGNATURES: readonly [PictureType, readonly number[]][] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** A PNG's last chunk; the decoder is content without it. */
const PNG_END = Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

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
  if (mediaType === 'image/png' && !Buffer.from(bytes).includes(PNG_END)) return null;
  try {
    const picture = sharp(bytes, { failOn: 'error', limitInputPixels: PIXELS_MAX });
    const { info } = await picture.raw().toBuffer({ resolveWithObject: true });
    return { mediaType, widthPx: info.width, heightPx: info.height };
  } catch {
    return null;
  }
}
