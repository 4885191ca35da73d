import 'server-only';
import { PassThrough, Readable } from 'node:stream';
import yazl from 'yazl';
import { clock } from '@/lib/clock';
import { fileName, pictureExtension, uniqueNames } from '@/lib/codes/picture-name';
import { readPicture } from '@/lib/codes/picture';
import { manifestCsv, type ManifestRow } from './manifest';
import type { ExportedCode } from './queries';

// Pictures are compressed already: deflating gains 1 % and costs seven times the time (design, §4).
const STORED = { compress: false } as const;

/**
 * A ZIP of the codes' pictures, byte for byte as WeChat sent them, and `manifest.csv` last. Picture, name and manifest
 * row of a file come from one record. A picture that is missing or damaged is said so in the manifest and left out.
 *
 * The next picture is read only when the one before has gone to the reader, so memory holds one at a time.
 */
export function zipOfCodes(codes: AsyncIterable<ExportedCode>): ReadableStream<Uint8Array> {
  const zip = new yazl.ZipFile();
  const rows: ManifestRow[] = [];
  const mtime = clock.now();
  const nameOf = uniqueNames();

  async function addAll(): Promise<void> {
    for await (const code of codes) {
      const bytes = await readPicture(code);
      const file = bytes ? nameOf(fileName(code.name, pictureExtension(code.imageType ?? ''))) : '';
      rows.push({ file, code, intact: bytes !== null });
      if (!bytes) continue;
      await new Promise<void>((resolve, reject) => {
        zip.addReadStreamLazy(file, { ...STORED, mtime, size: bytes.byteLength }, (callback) => {
          const source = Readable.from([bytes], { objectMode: false });
          source.once('close', resolve).once('error', reject);
          callback(null, source);
        });
      });
    }
    zip.addBuffer(Buffer.from(manifestCsv(rows)), 'manifest.csv', { ...STORED, mtime });
    zip.end();
  }

  const output = zip.outputStream.pipe(new PassThrough());
  addAll().catch((error: Error) => output.destroy(error));
  return toWebStream(output[Symbol.asyncIterator]());
}

/** Reads only as fast as it is read; leaving before the end destroys the source, and what waits on it is forgotten. */
function toWebStream(source: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await source.return?.();
    },
  });
}
