import 'server-only';
import pLimit, { type LimitFunction } from 'p-limit';
import sharp from 'sharp';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { getObject, putObject } from '@/lib/storage/storage';
import { readPicture } from './picture';
import { THUMBNAIL_WIDTHS, type ThumbnailWidth } from './thumbnail-widths';

const TYPE = 'image/webp';
/** Tried on the codes of the sandbox: a third smaller and twice as quick as sharp's own settings, with edges as clean. */
const WEBP = { quality: 80, alphaQuality: 50, effort: 2, smartSubsample: true };
/** Pictures drawn at once in this process: a page of 48 new thumbnails must leave a core to everything else. */
const AT_ONCE = 1;

type Workshop = { making: Map<string, Promise<Uint8Array | null>>; limit: LimitFunction };

// Next's bundles are instances of their own, and the limit is one of the process.
const holder: typeof globalThis & { suncodeThumbnails?: Workshop } = globalThis;

function workshop(): Workshop {
  holder.suncodeThumbnails ??= { making: new Map(), limit: pLimit(AT_ONCE) };
  return holder.suncodeThumbnails;
}

/** By content: codes with the same picture share it, and a picture that was fetched anew gets a new one. */
function thumbnailKey(sha256: string, width: ThumbnailWidth): string {
  return `thumbnails/${sha256.slice(0, 2)}/${sha256}-${width}.webp`;
}

/**
 * The storage keys of all thumbnails that a picture may have, made or not. Removing them is safe while another code shares the
 * picture: they are made again when somebody looks.
 */
export function thumbnailKeys(sha256: string): string[] {
  return THUMBNAIL_WIDTHS.map((width) => thumbnailKey(sha256, width));
}

/** A process that died while writing leaves half a file: RIFF says in bytes 4 to 7 how long the rest is. */
function isWhole(webp: Uint8Array): boolean {
  const { byteLength } = webp;
  return byteLength > 12 && new DataView(webp.buffer, webp.byteOffset).getUint32(4, true) + 8 === byteLength;
}

/** The whole picture, its own shape and transparency kept, never larger than it is. */
async function draw(picture: Uint8Array, width: ThumbnailWidth): Promise<Uint8Array> {
  return sharp(picture).resize({ width, withoutEnlargement: true }).webp(WEBP).toBuffer();
}

type Stored = { imageKey: string | null; imageSha256: string };

async function make(stored: Stored, width: ThumbnailWidth): Promise<Uint8Array | null> {
  const picture = await readPicture(stored);
  if (!picture) return null;
  const bytes = await draw(picture, width);
  await putObject(thumbnailKey(stored.imageSha256, width), bytes, TYPE);
  return bytes;
}

/** Whoever asks while it is being made waits for the same one. */
function makeOnce(stored: Stored, width: ThumbnailWidth): Promise<Uint8Array | null> {
  const { making, limit } = workshop();
  const key = thumbnailKey(stored.imageSha256, width);
  const begun = making.get(key);
  if (begun) return begun;
  const promise = limit(() => make(stored, width)).finally(() => making.delete(key));
  making.set(key, promise);
  return promise;
}

export type Thumbnail = { bytes: Uint8Array; type: typeof TYPE; etag: string };

/**
 * A small copy of the picture as WebP, made when it is first asked for and kept in the store.
 * @throws AppError NOT_FOUND, NO_PICTURE when the code has none, or when it is missing or damaged in the store
 */
export async function getThumbnail(actor: Actor, id: string, width: ThumbnailWidth): Promise<Thumbnail> {
  requirePermission(actor, 'codes.read');
  const select = { imageKey: true, imageSha256: true } as const;
  const code = await db().code.findUnique({ where: { id, AND: seenRows(actor) }, select });
  if (!code) throw new AppError('NOT_FOUND');
  const { imageKey, imageSha256 } = code;
  if (!imageSha256) throw new AppError('NO_PICTURE');
  const kept = await getObject(thumbnailKey(imageSha256, width));
  const bytes = kept && isWhole(kept) ? kept : await makeOnce({ imageKey, imageSha256 }, width);
  if (!bytes) throw new AppError('NO_PICTURE');
  return { bytes, type: TYPE, etag: `${imageSha256}-${width}` };
}
