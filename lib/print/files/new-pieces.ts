import 'server-only';
import { AppError } from '@/lib/errors';
import { archive } from '@/lib/exports/archive/archive';
import { newFiles } from '@/lib/exports/archive/new-files';
import type { PieceOptions } from '@/lib/exports/options';
import type { Order, Tally } from '@/lib/exports/order';
import type { ExportRecord } from '@/lib/exports/scope/record';
import { scopeColumns } from '@/lib/exports/scope/scope';
import { kept } from '@/lib/exports/seal';
import { openSpool } from '@/lib/exports/spool';
import { readDesign } from '@/lib/print/place-piece';
import { keepPrinted } from '@/lib/print/records/keep-printed';
import { pieceFiles } from './piece-file';

/**
 * A ZIP with the designed file of each code, made for the first time. It is kept whole: other versions of what draws would
 * draw other bytes.
 */
export async function* newPieces(
  order: Order<PieceOptions>,
  records: AsyncIterable<ExportRecord>,
  tally: Tally,
): AsyncGenerator<Uint8Array> {
  const { design, files } = order.options;
  const { read } = readDesign(design, await scopeColumns(order.scope));
  if (!read) throw new Error('a design that was checked cannot be read');
  const [toFile, printed] = [
    await pieceFiles(read, order.options, order.createdAt),
    await keepPrinted(order.id),
  ];
  const spool = await openSpool('text');
  try {
    const added = newFiles({
      ...{ order, records, spool, tally, names: files.names, toFile },
      onAdded: printed.add,
      onEnd: async () => {
        if (tally.count === 0) throw new AppError('EXPORT_EMPTY');
        await printed.finish();
      },
    });
    yield* kept(order.id, tally, {
      chunks: archive(added, order.fileTime),
      content: 'packed',
      printState: 'made',
    });
  } finally {
    await spool.remove();
  }
}
