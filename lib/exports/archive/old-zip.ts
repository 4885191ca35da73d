import 'server-only';
import type { Readable } from 'node:stream';
import pMap, { pMapIterable } from 'p-map';
import { AppError } from '@/lib/errors';
import { getObjectSize, getObjectStream } from '@/lib/storage/storage';
import { archive, type ArchiveFile } from './archive';
import { noteFound, noteLost } from '@/lib/exports/lost-file';
import type { PictureOptions, ZipOptions } from '@/lib/exports/options';
import type { Order } from '@/lib/exports/order';
import { AHEAD, pictureFile } from './picture-file';
import { lastAfter } from '@/lib/exports/seal';
import { manifestFiles, readSnapshot, type SnapshotPicture } from './snapshot';

/** An export that went out whole once. */
export type Finished = Order<ZipOptions> & {
  snapshotKey: string;
  sizeBytes: number;
  lostFile: string | null;
};

/** Looked for before the first byte, while an answer can still be a sentence; the others as their turn comes. */
const LOOKED_FOR_FIRST = 200;

const changed = (file: string) => new AppError('EXPORT_CHANGED', { values: { file } });

async function open(snapshotKey: string): Promise<Readable> {
  const source = await getObjectStream(snapshotKey);
  if (!source) throw changed('manifest.json');
  return source;
}

async function* picturesOf(snapshotKey: string): AsyncGenerator<SnapshotPicture> {
  for await (const { picture } of readSnapshot(await open(snapshotKey))) if (picture) yield picture;
}

/** @throws AppError EXPORT_CHANGED when the store does not give what was sent then */
async function restore(picture: SnapshotPicture, options: PictureOptions): Promise<ArchiveFile> {
  const { path, imageKey, imageSha256, sha256 } = picture;
  // Only files of shapes ask which kind of code it is, and those are kept whole.
  const stored = {
    endpoint: 'getwxacode' as const,
    imageKey,
    imageSha256,
    imageType: null,
    imageWidthPx: null,
    imageHeightPx: null,
  };
  const file = await pictureFile(stored, options);
  if (file?.sha256 !== sha256) throw changed(path);
  return { path, content: file.bytes };
}

async function* oldFiles({ snapshotKey, options }: Finished): AsyncGenerator<ArchiveFile> {
  const again = (picture: SnapshotPicture) => restore(picture, options.picture);
  const pictures = picturesOf(snapshotKey);
  yield* pMapIterable(pictures, again, { concurrency: AHEAD, backpressure: AHEAD });
  yield* manifestFiles(() => open(snapshotKey));
}

/**
 * The very bytes that went out before. Each picture is compared with what it was; where one differs, the archive breaks
 * off instead of becoming another one, and the export remembers it.
 */
export async function* oldZip(finished: Finished): AsyncGenerator<Uint8Array> {
  const { id, fileTime, sizeBytes } = finished;
  try {
    yield* lastAfter(archive(oldFiles(finished), fileTime), async (bytes) => {
      if (bytes !== sizeBytes) throw changed('manifest.json');
    });
  } catch (error) {
    throw await noteLost(id, error);
  }
}

/**
 * Looks for the first pictures of an export, and for the one that was missing last time.
 * @throws AppError EXPORT_CHANGED
 */
export async function requireIntact({ id, snapshotKey, options, lostFile }: Finished): Promise<void> {
  const first: SnapshotPicture[] = [];
  let lost: SnapshotPicture | undefined;
  for await (const picture of picturesOf(snapshotKey)) {
    if (picture.path === lostFile) lost = picture;
    if (first.length < LOOKED_FOR_FIRST) first.push(picture);
    else if (lost || !lostFile) break;
  }
  const look = async ({ path, imageKey, imageBytes }: SnapshotPicture) => {
    if ((await getObjectSize(imageKey)) !== imageBytes) throw changed(path);
  };
  await pMap(first, look, { concurrency: AHEAD });
  if (lost) await restore(lost, options.picture);
  if (lostFile) await noteFound(id);
}
