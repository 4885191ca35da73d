import type { Readable } from 'node:stream';
import type { End } from '../manifest';

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
