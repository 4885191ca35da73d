import 'server-only';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { env } from '@/lib/env';
import type { End } from '../manifest';
import { verifyBackup } from '../verify';

/** Where the backups of this machine lie. */
export const backupFolder = (): string => env().BACKUP_DIR ?? join(env().DATA_DIR, 'backups');

const pathOf = (name: string) => join(backupFolder(), name);
/** Its name until it is whole and was read again: what has the other name can be trusted. */
const partOf = (name: string) => `${pathOf(name)}.part`;

export type Written = { end: End; sizeBytes: number };

/** Writes a backup and reads it again; of one that fails nothing is left. */
export async function writeBackup(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<Written> {
  const part = partOf(name);
  try {
    await mkdir(backupFolder(), { recursive: true, mode: 0o700 });
    const file = createWriteStream(part, { mode: 0o600, flush: true });
    await pipeline(Readable.from(chunks), file, { signal });
    const end = await verifyBackup(createReadStream(part, { signal }));
    const { size } = await stat(part);
    await rename(part, pathOf(name));
    return { end, sizeBytes: size };
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** What is not there is as good as removed: it may lie on another machine. */
export async function removeBackup(name: string): Promise<void> {
  await rm(partOf(name), { force: true });
  await rm(pathOf(name), { force: true });
}
