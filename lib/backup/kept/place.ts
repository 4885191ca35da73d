import 'server-only';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { env } from '@/lib/env';
import type { End } from '../manifest';
import { folderPlace } from './folder-place';

export type Written = { end: End; sizeBytes: number };

/** Where the regular backups lie. */
export type BackupPlace = {
  /** For people: without keys. */
  name: string;
  /** Writes a backup and reads it again; of one that fails nothing is left. */
  write: (name: string, chunks: AsyncIterable<Uint8Array>, signal: AbortSignal) => Promise<Written>;
  /** @returns null when there is none of this name */
  read: (name: string) => Promise<Readable | null>;
  /** What is not there is as good as removed: it may lie on another machine. */
  remove: (name: string) => Promise<void>;
};

/** The bucket of BACKUP_URL, else the folder BACKUP_DIR, or the one in DATA_DIR. */
export async function backupPlace(): Promise<BackupPlace> {
  const { BACKUP_URL, BACKUP_DIR, DATA_DIR } = env();
  if (!BACKUP_URL) return folderPlace(BACKUP_DIR ?? join(DATA_DIR, 'backups'));
  const { bucketPlace } = await import('./bucket-place');
  return bucketPlace(BACKUP_URL);
}
