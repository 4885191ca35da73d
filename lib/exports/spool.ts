import 'server-only';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { env } from '@/lib/env';

const GZIP = '.gz';
// As fast as it gets: it is read a few times at most.
const LEVEL = 1;
const FOLDER = 'suncode-export-';
/** The folders of this installation: others may share the machine. */
const ownFolder = () => {
  const installation = createHash('sha256').update(resolve(env().DATA_DIR)).digest('hex').slice(0, 12);
  return `${FOLDER}${installation}-`;
};

/** What has to be kept of an export, in a file while the export goes out: it grows with the export, memory must not. */
export type Spool = {
  /** Of the file; whole after `finish`. */
  path: string;
  /** What the key ends with under which it is kept: it says how the file is read again. */
  ending: string;
  contentType: string;
  write: (chunk: string | Uint8Array) => Promise<void>;
  finish: () => Promise<void>;
  read: () => Readable;
  /** At any time, in the middle of writing too. */
  remove: () => Promise<void>;
};

/**
 * @param content `packed`: compressed already, such as pictures and PDF, and kept as it is
 * @throws Error when the disk is full: at the next write, or by `finish`
 */
export async function openSpool(content: 'text' | 'packed'): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), ownFolder()));
  const ending = content === 'text' ? GZIP : '.bin';
  const path = join(folder, `spool${ending}`);
  const input = content === 'text' ? createGzip({ level: LEVEL }) : new PassThrough();
  const written = pipeline(input, createWriteStream(path));
  written.catch(() => undefined);
  return {
    path,
    ending,
    contentType: content === 'text' ? 'application/gzip' : 'application/octet-stream',
    write: async (chunk) => {
      if (!input.write(chunk)) await Promise.race([once(input, 'drain'), written]);
    },
    finish: async () => {
      input.end();
      await written;
    },
    read: () => createReadStream(path),
    remove: async () => {
      input.destroy();
      await written.catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What was written into a spool of text. Leaving early closes `source`. */
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

/** What was kept under a key. Earlier versions compressed what is packed too. Leaving early closes `source`. */
export function readKept(source: Readable, key: string): AsyncIterable<Buffer> {
  return key.endsWith(GZIP) ? unspool(source) : source;
}

/** Longer than any export writes nothing. */
const LEFT_MS = 24 * 60 * 60 * 1000;

async function isLeft(folder: string): Promise<boolean> {
  const paths = [folder, ...(await readdir(folder)).map((name) => join(folder, name))];
  const changed = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
  return Math.max(...changed) < Date.now() - LEFT_MS;
}

/**
 * Removes what processes left behind that were killed while they made an export: what nobody has written to for a day.
 * @param alone no other process of this installation can be at work, nor is this one yet: all that is its own
 */
export async function sweepSpools({ alone }: { alone: boolean }): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(FOLDER)) continue;
    const folder = join(tmpdir(), name);
    // Somebody else may just have removed it.
    const left = (alone && name.startsWith(ownFolder())) || (await isLeft(folder).catch(() => false));
    if (left) await rm(folder, { recursive: true, force: true });
  }
}
