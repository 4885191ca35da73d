import 'server-only';
import { Readable } from 'node:stream';
import type { ArchiveFile } from './archive';
import type { ManifestPiece } from './manifest';
import { unspool } from '@/lib/exports/spool';
import { MANIFEST_FILES } from '@/lib/exports/names/unique-paths';

/** A picture of the archive: its path in there, where the store has it, and the SHA-256 of both. */
export type SnapshotPicture = {
  path: string;
  imageKey: string;
  imageBytes: number;
  imageSha256: string;
  sha256: string;
};

/**
 * What an archive is made of beside its pictures, in its order. It holds finished names and finished text, so that codes
 * that are renamed or deleted, and a Suncode that writes other manifests, change nothing in an old export.
 */
export type SnapshotLine = ManifestPiece & { picture: SnapshotPicture | null };

export function snapshotText(line: SnapshotLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** Leaving early closes `source`. */
export async function* readSnapshot(source: Readable): AsyncGenerator<SnapshotLine> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of unspool(source)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const parsed: SnapshotLine = JSON.parse(line);
      yield parsed;
    }
  }
}

const BLOCK_CHARS = 64 * 1024;

async function* textOf(source: Readable, kind: keyof ManifestPiece): AsyncGenerator<string> {
  let block = '';
  for await (const line of readSnapshot(source)) {
    block += line[kind];
    if (block.length < BLOCK_CHARS) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

/** The two manifests, written out of a snapshot. @param open a new reader of it */
export async function* manifestFiles(open: () => Promise<Readable>): AsyncGenerator<ArchiveFile> {
  for (const path of MANIFEST_FILES) {
    const kind = path === 'manifest.csv' ? 'csv' : 'json';
    yield { path, content: Readable.from(textOf(await open(), kind)) };
  }
}
