import 'server-only';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

// As fast as it gets: it is read a few times at most. What is compressed already is only wrapped.
const LEVELS = { text: 1, packed: 0 };

/** What has to be kept of an export, in a file while the export goes out: it grows with the export, memory must not. */
export type Spool = {
  /** Of the file, compressed; whole after `finish`. */
  path: string;
  write: (chunk: string | Uint8Array) => Promise<void>;
  finish: () => Promise<void>;
  read: () => Readable;
  /** At any time, in the middle of writing too. */
  remove: () => Promise<void>;
};

/**
 * @param content `packed`: compressed already, such as pictures and PDF
 * @throws Error when the disk is full: at the next write, or by `finish`
 */
export async function openSpool(content: keyof typeof LEVELS): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'suncode-export-'));
  const path = join(folder, 'spool.gz');
  const gzip = createGzip({ level: LEVELS[content] });
  const written = pipeline(gzip, createWriteStream(path));
  written.catch(() => undefined);
  return {
    path,
    write: async (chunk) => {
      if (!gzip.write(chunk)) await Promise.race([once(gzip, 'drain'), written]);
    },
    finish: async () => {
      gzip.end();
      await written;
    },
    read: () => createReadStream(path),
    remove: async () => {
      gzip.destroy();
      await written.catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What was written into a spool. Leaving early closes `source`. */
export async function* unspool(source: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // An error of either end comes out of the loop below.
  pipeline(source, gunzip).catch(() => undefined);
  try {
    for await (const chunk of gunzip) yield chunk;
  } finally {
    source.destroy();
  }
}
