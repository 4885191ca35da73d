import 'server-only';
import { createHash } from 'node:crypto';
import { getObject, getObjectSize, putObject } from '@/lib/storage/storage';
import type { Code } from '@/lib/db/generated/client';
import type { PictureOutcome } from '@/lib/wechat/call/outcome';
import { pictureExtension, type PictureType } from './picture-name';

type Stored = Pick<Code, 'imageKey' | 'imageSha256'>;

/** The columns of a picture in the store. */
export type StoredPicture = Pick<
  Code,
  'imageKey' | 'imageType' | 'imageWidthPx' | 'imageHeightPx' | 'imageBytes' | 'imageSha256'
>;

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Where the picture of a code lies: a key that only this code has. */
function pictureStem({ id, miniProgramId }: Pick<Code, 'id' | 'miniProgramId'>): string {
  return `codes/${miniProgramId}/${id}.`;
}

/** The picture of a code that goes with it, if it has one. A picture under another key is shared with other codes, and stays. */
export function ownPicture(code: Pick<Code, 'id' | 'miniProgramId' | 'imageKey'>): string | null {
  return code.imageKey?.startsWith(pictureStem(code)) ? code.imageKey : null;
}

/** Stores the bytes exactly as WeChat sent them, under a key that only this code has. */
export async function storePicture(
  code: Pick<Code, 'id' | 'miniProgramId'>,
  picture: PictureOutcome,
): Promise<StoredPicture> {
  const type: PictureType = picture.mediaType;
  const imageKey = `${pictureStem(code)}${pictureExtension(type)}`;
  await putObject(imageKey, picture.bytes, type);
  return {
    imageKey,
    imageType: type,
    imageWidthPx: picture.widthPx,
    imageHeightPx: picture.heightPx,
    imageBytes: picture.bytes.byteLength,
    imageSha256: sha256(picture.bytes),
  };
}

/** @returns the bytes, or null when they are missing or no longer those that were stored (by SHA-256) */
export async function readPicture({ imageKey, imageSha256 }: Stored): Promise<Uint8Array | null> {
  if (!imageKey) return null;
  const bytes = await getObject(imageKey);
  return bytes && sha256(bytes) === imageSha256 ? bytes : null;
}

export async function hasIntactPicture(stored: Stored): Promise<boolean> {
  return (await readPicture(stored)) !== null;
}

/** Whether the store has as many bytes as it was given: looked at without reading them, where thousands are looked at. */
export async function isStored({
  imageKey,
  imageBytes,
}: Pick<Code, 'imageKey' | 'imageBytes'>): Promise<boolean> {
  return imageKey !== null && (await getObjectSize(imageKey)) === imageBytes;
}
