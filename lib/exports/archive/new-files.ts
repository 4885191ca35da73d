import 'server-only';
import { pMapIterable } from 'p-map';
import { parseTemplate, renderName } from '@/lib/exports/names/name-template';
import { uniquePaths } from '@/lib/exports/names/unique-paths';
import type { Order, Tally } from '@/lib/exports/order';
import { nameValues, type ExportRecord } from '@/lib/exports/scope/record';
import { scopeColumns } from '@/lib/exports/scope/scope';
import type { Spool } from '@/lib/exports/spool';
import { log } from '@/lib/log';
import { isStorageError } from '@/lib/storage/storage';
import type { ArchiveFile } from './archive';
import {
  manifestHead,
  manifestPiece,
  manifestTail,
  type ManifestEntry,
  type ManifestPiece,
} from './manifest';
import type { LeftOut } from '@/lib/print/place-on-code';
import type { VectorFacts } from '@/lib/print/vector/vector';
import { AHEAD, type PictureFile } from './picture-file';
import { manifestFiles, snapshotText, type SnapshotPicture } from './snapshot';

type Prepared = Pick<ManifestEntry, 'record' | 'picture' | 'state'>;

type Work = {
  order: Order;
  records: AsyncIterable<ExportRecord>;
  spool: Spool;
  tally: Tally;
  /** Template of the files' names. */
  names: string;
  /** @returns null when the store has no intact picture */
  toFile: (record: ExportRecord) => Promise<PictureFile | LeftOut | null>;
  /** That one cannot be made fails the whole. The store being out of order does so always: it is no property of one picture. */
  isFatal?: boolean;
  onAdded?: (record: ExportRecord, facts: VectorFacts | null) => Promise<void>;
  onEnd?: () => Promise<void>;
};

function prepare({ toFile, isFatal = false }: Work) {
  return async (record: ExportRecord): Promise<Prepared> => {
    try {
      const made = await toFile(record);
      if (made === null) return { record, picture: null, state: 'missing' };
      if (typeof made === 'string') return { record, picture: null, state: made };
      return { record, picture: made, state: 'ok' };
    } catch (error) {
      if (isFatal || isStorageError(error)) throw error;
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

/** Files under their names, then the manifests. What a file holds, its name and its row come from one record. */
export async function* newFiles(work: Work): AsyncGenerator<ArchiveFile> {
  const { order, records, spool, tally, onAdded, onEnd } = work;
  const columns = await scopeColumns(order.scope);
  const { template } = parseTemplate(work.names, columns);
  const pathOf = uniquePaths();
  const keep = (piece: ManifestPiece, picture: SnapshotPicture | null = null) =>
    spool.write(snapshotText({ ...piece, picture }));

  await keep(
    manifestHead({ exportedAt: order.createdAt, scope: aboutScope(order), options: order.options, columns }),
  );
  const prepared = pMapIterable(records, prepare(work), { concurrency: AHEAD, backpressure: AHEAD });
  for await (const { record, picture, state } of prepared) {
    const file =
      picture && template ? pathOf(renderName(template, nameValues(record), picture.extension)) : '';
    const entry: ManifestEntry = { file, state, record, picture };
    await keep(manifestPiece(entry, tally.count + tally.missingCount === 0), snapshotPicture(entry));
    if (picture) {
      tally.count += 1;
      await onAdded?.(record, picture.vector);
    } else tally.missingCount += 1;
    if (picture) yield { path: file, content: picture.bytes };
  }
  await onEnd?.();
  await keep(manifestTail(tally));
  await spool.finish();
  yield* manifestFiles(async () => spool.read());
}
