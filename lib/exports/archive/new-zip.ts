import 'server-only';
import type { ZipOptions } from '@/lib/exports/options';
import { isMadeAgain, type Order, type Tally } from '@/lib/exports/order';
import type { ExportRecord } from '@/lib/exports/scope/record';
import { kept, lastAfter, seal } from '@/lib/exports/seal';
import { openSpool } from '@/lib/exports/spool';
import { archive } from './archive';
import { newFiles } from './new-files';
import { pictureFile } from './picture-file';

/**
 * The archive of an order that is made for the first time. A picture that the store has lost is said so in the
 * manifests and left out. Leaving early leaves nothing behind.
 */
export async function* newZip(
  order: Order<ZipOptions>,
  records: AsyncIterable<ExportRecord>,
  tally: Tally,
): AsyncGenerator<Uint8Array> {
  const { id } = order;
  const { names, picture } = order.options;
  const spool = await openSpool('text');
  try {
    const files = newFiles({
      ...{ order, records, spool, tally, names },
      toFile: ({ code }) => pictureFile(code, picture),
      isFatal: picture.kind === 'original',
    });
    const chunks = archive(files, order.fileTime);
    if (isMadeAgain(order)) yield* lastAfter(chunks, (sizeBytes) => seal(id, spool, { ...tally, sizeBytes }));
    else yield* kept(id, tally, { chunks, content: 'packed' });
  } finally {
    await spool.remove();
  }
}
