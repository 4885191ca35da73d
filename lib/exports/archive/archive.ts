import 'server-only';
import type { Readable } from 'node:stream';
import { StoredZip } from './stored-zip';

/**
 * `content` is whole for a picture, and a stream for what grows with the archive: the manifests. `deflated`: who reads an
 * archive from its beginning (SheetJS, Apache POI) finds the end of a stream only then.
 */
export type ArchiveFile = { path: string; content: Buffer | Readable; deflated?: boolean };

/** What there is to read until `work` has settled. @throws what `work` rejects with */
async function* readWhile(zip: StoredZip, work: Promise<void>): AsyncGenerator<Buffer> {
  let settled = false;
  let wake: (() => void) | undefined;
  const onReadable = () => wake?.();
  const finished = work.finally(() => {
    settled = true;
  });
  // Awaited below; until then nobody listens, and the generator may be left before.
  finished.catch(() => undefined);
  zip.on('readable', onReadable);
  try {
    while (!settled) {
      const chunk = zip.read();
      if (chunk !== null) yield chunk;
      else await Promise.race([finished, new Promise<void>((resolve) => (wake = resolve))]);
    }
    await finished;
  } finally {
    zip.off('readable', onReadable);
  }
}

async function* add(zip: StoredZip, file: ArchiveFile, date: Date): AsyncGenerator<Buffer> {
  const { path, content, deflated = false } = file;
  try {
    yield* readWhile(zip, zip.add(content, { name: path, date, store: !deflated }));
  } finally {
    if (!Buffer.isBuffer(content)) content.destroy();
  }
}

/**
 * The bytes of a ZIP of these files, in their order, stored where nothing else is said. One file is asked for when the one before has been read, so
 * memory holds one picture and an entry of the directory for each. Leaving early leaves `files` too.
 * @param date of every file, its UTC fields: a ZIP knows no time zone
 */
export async function* archive(files: AsyncIterable<ArchiveFile>, date: Date): AsyncGenerator<Buffer> {
  const zip = new StoredZip();
  try {
    for await (const file of files) yield* add(zip, file, date);
    zip.finish();
    for await (const chunk of zip) yield chunk;
  } finally {
    zip.destroy();
  }
}
