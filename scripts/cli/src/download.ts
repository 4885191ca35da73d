import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Ending } from './exit';

/** A name that every system takes, out of what people wrote. */
export const fileNameOf = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .trim()
    .slice(0, 120);

/** The name that the server gives a file. */
export function nameIn(headers: Headers): string {
  const given = headers.get('content-disposition') ?? '';
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(given) ?? [];
  const [, quoted] = /filename="([^"]+)"/i.exec(given) ?? [];
  return fileNameOf(encoded ? decodeURIComponent(encoded) : (quoted ?? ''));
}

/** A folder takes the file under its own name. */
export async function targetOf(wanted: string | undefined, name: string): Promise<string> {
  if (wanted === undefined) return resolve(name);
  const isFolder = await stat(wanted).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? join(resolve(wanted), name) : resolve(wanted);
}

async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) throw new Error('the answer is empty');
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

/** Writes all of it or nothing: until the last byte it has another name beside the one it is to have. */
export async function saveAs(response: Response, file: string, signal: AbortSignal): Promise<void> {
  const half = join(dirname(file), `.${basename(file)}.${randomUUID().slice(0, 8)}.part`);
  try {
    await pipeline(piecesOf(response), createWriteStream(half, { flags: 'wx' }), {
      signal,
    });
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    signal.throwIfAborted();
    throw new Ending(
      'failed',
      `${file} could not be written: ${error instanceof Error ? error.message : error}`,
    );
  }
}
