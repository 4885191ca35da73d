import 'server-only';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Export } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import { fileNameOf } from './file-name';
import { noteLost } from './lost-file';
import type { Order } from './order';
import { lastAfter } from './seal';
import { readKept } from './spool';

type Sent = Pick<Export, 'sha256'> & { order: Order; snapshotKey: string; sizeBytes: number };

/** Bytes that are no gzip any more. */
const isBroken = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');

/**
 * A file that went out whole once. What is no longer what was sent then, by its SHA-256, breaks off before its end, and the
 * export remembers it.
 */
export async function* oldFile(
  source: Readable,
  { order, snapshotKey, sizeBytes, sha256 }: Sent,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const read = (async function* () {
    for await (const chunk of readKept(source, snapshotKey)) {
      hash.update(chunk);
      yield chunk;
    }
  })();
  const changed = new AppError('EXPORT_CHANGED', { values: { file: fileNameOf(order) } });
  try {
    yield* lastAfter(read, async (bytes) => {
      // Files of earlier versions have no fingerprint.
      if (bytes !== sizeBytes || (sha256 !== null && hash.digest('hex') !== sha256)) throw changed;
    });
  } catch (error) {
    throw await noteLost(order.id, isBroken(error) ? changed : error);
  }
}
