import 'server-only';
import { pMapIterable } from 'p-map';
import { log } from '@/lib/log';
import { archive, type ArchiveFile } from './archive';
import {
  manifestHead,
  manifestPiece,
  manifestTail,
  type ManifestEntry,
  type ManifestPiece,
} from './manifest';
import { parseTemplate, renderName } from '@/lib/exports/names/name-template';
import type { PictureOptions, ZipOptions } from '@/lib/exports/options';
import type { Order, Tally } from '@/lib/exports/order';
import { AHEAD, pictureFile } from './picture-file';
import { nameValues, type ExportRecord } from '@/lib/exports/scope/records';
import { scopeColumns } from '@/lib/exports/scope/scope';
import { lastAfter, seal } from '@/lib/exports/seal';
import { manifestFiles, snapshotText, type SnapshotPicture } from './snapshot';
import { openSpool, type Spool } from '@/lib/exports/spool';
import { uniquePaths } from '@/lib/exports/names/unique-paths';

type Prepared = Pick<ManifestEntry, 'record' | 'picture' | 'state'>;

function prepare(options: PictureOptions) {
  return async (record: ExportRecord): Promise<Prepared> => {
    try {
      const picture = await pictureFile(record.code, options);
      return { record, picture, state: picture ? 'ok' : 'missing' };
    } catch (error) {
      // The store being out of order is no property of one picture.
      if (options.kind === 'original') throw error;
      log().warn({ err: error, codeId: record.code.id }, 'a picture could not be converted');
      return { record, picture: null, state: 'unreadable' };
    }
  };
}

/** What it takes to find the picture again, and to know it. */
function snapshotPicture({ file, picture, record }: ManifestEntry): SnapshotPicture | null {
  const { imageKey, imageBytes, imageSha256 } = record.code;
  if (!picture || !imageKey) return null;
  return {
    path: file,
    imageKey,
    imageBytes: imageBytes ?? 0,
    imageSha256: imageSha256 ?? '',
    sha256: picture.sha256,
  };
}

/** The scope as the manifest tells it; a selection is the list of files itself. */
function aboutScope({ scope }: Order): Record<string, unknown> {
  return scope.kind === 'selection' ? { kind: scope.kind } : { ...scope };
}

type Work = { order: Order<ZipOptions>; records: AsyncIterable<ExportRecord>; spool: Spool; tally: Tally };

/** Pictures under their names, then the manifests. What a file holds, its name and its row come from one record. */
async function* newFiles({ order, records, spool, tally }: Work): AsyncGenerator<ArchiveFile> {
  const { names, picture: pictureOptions } = order.options;
  const columns = await scopeColumns(order.scope);
  const { template } = parseTemplate(names, columns);
  const pathOf = uniquePaths();
  const keep = (piece: ManifestPiece, picture: SnapshotPicture | null = null) =>
    spool.write(snapshotText({ ...piece, picture }));

  await keep(
    manifestHead({ exportedAt: order.createdAt, scope: aboutScope(order), options: order.options, columns }),
  );
  const prepared = pMapIterable(records, prepare(pictureOptions), {
    concurrency: AHEAD,
    backpressure: AHEAD,
  });
  for await (const { record, picture, state } of prepared) {
    const file =
      picture && template ? pathOf(renderName(template, nameValues(record), picture.extension)) : '';
    const entry: ManifestEntry = { file, state, record, picture };
    await keep(manifestPiece(entry, tally.count + tally.missingCount === 0), snapshotPicture(entry));
    if (picture) tally.count += 1;
    else tally.missingCount += 1;
    if (picture) yield { path: file, content: picture.bytes };
  }
  await keep(manifestTail(tally));
  await spool.finish();
  yield* manifestFiles(async () => spool.read());
}

/**
 * The archive of an order that is made for the first time. A picture that the store has lost is said so in the
 * manifests and left out. Leaving early leaves nothing behind.
 */
export async function* newZip(
  order: Order<ZipOptions>,
  records: AsyncIterable<ExportRecord>,
  tally: Tally,
): AsyncGenerator<Uint8Array> {
  const spool = await openSpool();
  try {
    const chunks = archive(newFiles({ order, records, spool, tally }), order.fileTime);
    yield* lastAfter(chunks, (sizeBytes) => seal(order.id, spool, { ...tally, sizeBytes }));
  } finally {
    await spool.remove();
  }
}
